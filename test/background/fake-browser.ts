import type { Tabs } from 'webextension-polyfill';
import type { WorkerBrowser } from '../../src/background/worker.js';

/**
 * The part of the browser's API that the worker uses, for Node. Like the real one, the session area keeps clones and
 * outlives workers, and tells neither of unknown keys nor of removed ones.
 */
export class FakeBrowser implements WorkerBrowser {
  readonly stored = new Map<string, unknown>();
  /** Every injection asked for, in order. */
  readonly injected: { tabId: number; frameIds: number[] | undefined; files: string[] | undefined }[] = [];
  /** Every message pushed to a frame or, with tab -1, to the extension's pages. */
  readonly pushed: { tabId: number; frameId: number | undefined; message: unknown }[] = [];
  openTabs = [1, 2];
  /** Set to make injections fail, as when the frame has just gone. */
  injectionFails = false;

  readonly runtime: WorkerBrowser['runtime'] = {
    id: 'abcdef',
    getURL: (path) => `chrome-extension://abcdef/${path}`,
    getManifest: () => ({
      manifest_version: 3,
      name: 'Portal',
      version: '1.0.0',
      host_permissions: ['https://*.autotask.net/*', 'http://127.0.0.1/*'],
    }),
    sendMessage: (message: unknown) => {
      this.pushed.push({ tabId: -1, frameId: undefined, message });
      return Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'));
    },
  };

  readonly session: WorkerBrowser['session'] = {
    get: (keys) => {
      const wanted = typeof keys === 'string' ? [keys] : [...this.stored.keys()];
      const found = wanted.filter((key) => this.stored.has(key));
      return Promise.resolve(
        Object.fromEntries(found.map((key) => [key, structuredClone(this.stored.get(key))])),
      );
    },
    set: (items) => {
      for (const [key, value] of Object.entries(items)) this.stored.set(key, structuredClone(value));
      return Promise.resolve();
    },
    remove: (keys) => {
      for (const key of [keys].flat()) this.stored.delete(key);
      return Promise.resolve();
    },
  };

  readonly scripting: WorkerBrowser['scripting'] = {
    executeScript: ({ target, files }) => {
      if (this.injectionFails) return Promise.reject(new Error('No frame with that id.'));
      this.injected.push({ tabId: target.tabId, frameIds: target.frameIds, files });
      return Promise.resolve([]);
    },
  };

  readonly tabs: WorkerBrowser['tabs'] = {
    query: () =>
      Promise.resolve(
        this.openTabs.map((id): Tabs.Tab => {
          const flags = { highlighted: false, active: false, pinned: false, incognito: false };
          return { id, index: 0, ...flags };
        }),
      ),
    sendMessage: <T>(tabId: number, message: unknown, options?: Tabs.SendMessageOptionsType) => {
      this.pushed.push({ tabId, frameId: options?.frameId, message });
      return Promise.reject<T>(new Error('Receiving end does not exist.'));
    },
  };
}
