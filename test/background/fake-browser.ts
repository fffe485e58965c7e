import 'fake-indexeddb/auto';
import type { Scripting, Tabs } from 'webextension-polyfill';
import { openDatabase, storageError } from '../../src/background/database/index.js';
import type { WorkerBrowser } from '../../src/background/worker.js';
import { isPageQuestion, type PageNow } from '../../src/channel/index.js';
import { createArea } from './fake-area.js';

/**
 * The part of the browser's API that the worker uses, for Node. Like the real one, the storage areas and the database
 * outlive workers.
 */
export class FakeBrowser implements WorkerBrowser {
  readonly stored = new Map<string, unknown>();
  /** Every injection asked for, in order. */
  readonly injected: { tabId: number; frameIds: number[] | undefined; files: string[] | undefined }[] = [];
  /** Every message pushed to a frame or, with tab -1, to the extension's pages. */
  readonly pushed: { tabId: number; frameId: number | undefined; message: unknown }[] = [];
  /** What `storage.local` holds. */
  readonly onDisk = new Map<string, unknown>();
  /** What each frame's page agent answers to the worker's question, by `tab:frame`. */
  readonly shown = new Map<string, PageNow>();
  granted = ['https://*.autotask.net/*', 'http://127.0.0.1/*', 'https://portal.example/*'];
  /** The content scripts registered at run time; they outlive the browser. */
  readonly registered = new Map<string, Scripting.RegisteredContentScript>();
  openTabs = [1, 2];
  /** Set to make pages too busy to answer. */
  answersNothing = false;
  /** Set to make injections fail, as when the frame has just gone. */
  injectionFails = false;

  /** A database of its own. The next worker would open it anew; what matters is what is in it. */
  readonly #database = openDatabase(crypto.randomUUID());
  /** Set to have the database refuse whatever would write. */
  diskIsFull = false;
  readonly database: WorkerBrowser['database'] = async () => {
    if (this.diskIsFull) throw storageError(new DOMException('full', 'QuotaExceededError'));
    return this.#database();
  };

  readonly runtime: WorkerBrowser['runtime'] = {
    id: 'abcdef',
    getURL: (path) => `chrome-extension://abcdef/${path}`,
    getManifest: () => ({
      manifest_version: 3,
      name: 'Portal',
      version: '1.0.0',
      host_permissions: ['https://*.autotask.net/*', 'http://127.0.0.1/*'],
      content_scripts: [{ js: ['agent.js'], matches: ['https://*.autotask.net/*', 'http://127.0.0.1/*'] }],
    }),
    sendMessage: (message: unknown) => {
      this.pushed.push({ tabId: -1, frameId: undefined, message });
      return Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'));
    },
  };

  readonly session = createArea(this.stored);
  readonly local = createArea(this.onDisk);

  readonly permissions: WorkerBrowser['permissions'] = {
    getAll: () => Promise.resolve({ permissions: [], origins: this.granted }),
  };

  /** No alarm ever goes off by itself. */
  readonly alarms: WorkerBrowser['alarms'] = {
    create: () => Promise.resolve(),
    clear: () => Promise.resolve(true),
    get: () => Promise.resolve(undefined),
  };

  readonly action: WorkerBrowser['action'] = {
    setBadgeText: () => Promise.resolve(),
    setBadgeBackgroundColor: () => Promise.resolve(),
  };

  readonly idle: WorkerBrowser['idle'] = {
    setDetectionInterval: () => undefined,
    queryState: () => Promise.resolve('active'),
  };

  readonly scripting: WorkerBrowser['scripting'] = {
    executeScript: ({ target, files }) => {
      if (this.injectionFails) return Promise.reject(new Error('No frame with that id.'));
      this.injected.push({ tabId: target.tabId, frameIds: target.frameIds, files });
      return Promise.resolve([]);
    },
    registerContentScripts: (scripts) => {
      for (const script of scripts) {
        if (this.registered.has(script.id)) return Promise.reject(new Error('Duplicate script ID'));
        this.registered.set(script.id, script);
      }
      return Promise.resolve();
    },
    unregisterContentScripts: ({ ids = [...this.registered.keys()] } = {}) => {
      for (const id of ids) this.registered.delete(id);
      return Promise.resolve();
    },
    getRegisteredContentScripts: () => Promise.resolve([...this.registered.values()]),
  };

  readonly tabs: WorkerBrowser['tabs'] = {
    query: () =>
      Promise.resolve(
        this.openTabs.map((id): Tabs.Tab => {
          const flags = { highlighted: false, active: false, pinned: false, incognito: false };
          return { id, index: 0, ...flags };
        }),
      ),
    sendMessage: (tabId: number, message: unknown, options?: Tabs.SendMessageOptionsType) => {
      const frameId = options?.frameId;
      if (isPageQuestion(message)) return this.#answerOf(`${tabId}:${frameId ?? 0}`);
      this.pushed.push({ tabId, frameId, message });
      return Promise.reject(new Error('Receiving end does not exist.'));
    },
  };

  /** As in a page, where the answer arrives later, and nobody answers when the page is gone. */
  async #answerOf<T>(frame: string): Promise<T> {
    await (this.answersNothing ? new Promise(() => undefined) : Promise.resolve());
    const answer = this.shown.get(frame);
    if (answer === undefined) throw new Error('Receiving end does not exist.');
    return structuredClone(answer) as T;
  }
}
