import { createJournal } from '../../src/background/journal/journal.js';
import { createWorker, type WorkerOptions } from '../../src/background/worker.js';
import type { ConnectionRecord } from '../../src/background/connections/connection-record.js';
import type {
  Answer,
  ConnectionDraft,
  Message,
  MessageKind,
  PageNow,
  PageRecognised,
  RequestOf,
} from '../../src/channel/index.js';
import { createMemoryClient, type MemoryClientOptions } from '../../src/clients/index.js';
import type { JournalEntry, PortalMethod } from '../../src/contract/index.js';
import { FakeBrowser } from './fake-browser.js';

export const PSA = 'https://ww5.autotask.net';

/** Planted secrets: no answer may ever contain one. */
export const SECRETS = ['S3CRET-AUTOTASK', 'S3CRET-CODE', 'S3CRET-TOKEN'];

export const draft: ConnectionDraft = {
  id: 'b54d7b1c-1f0d-4f5e-9a53-6d3f4b0f3a11',
  psaOrigin: PSA,
  label: '',
  keep: 'session',
  autotask: {
    user: 'api@provider.example',
    secret: 'S3CRET-AUTOTASK',
    integrationCode: 'S3CRET-CODE',
    baseUrl: null,
  },
  portalService: { url: 'https://portal.example/v1', access: { kind: 'token', token: 'S3CRET-TOKEN' } },
};

/** Who sends from a frame of a page of that origin. */
export const frame = (frameId = 0, origin = PSA, tabId = 1) => ({
  id: 'abcdef',
  url: `${origin}/Mvc/page`,
  frameId,
  tab: { id: tabId, url: `${origin}/AutotaskOnyx/LandingPage` },
});
type FrameSender = ReturnType<typeof frame>;

export const optionsPage = { id: 'abcdef', url: 'chrome-extension://abcdef/options.html' };

/** A browser with our extension, whose worker can be ended and started again as often as one likes. */
export class ExtensionUnderTest {
  readonly browser = new FakeBrowser();
  /** What each client was built from, in order. */
  readonly built: ConnectionRecord[] = [];
  /** Every answer of every worker, as text. */
  readonly answers: string[] = [];
  #worker: ReturnType<typeof createWorker>;

  constructor(
    private readonly memory: MemoryClientOptions = {},
    private readonly options: Partial<WorkerOptions> = {},
  ) {
    this.#worker = this.#start();
  }

  /** Ends the worker: all it had in memory is gone. What it had begun runs on, unheard, as a request does. */
  restartWorker(): void {
    this.#worker = this.#start();
  }

  async send<K extends MessageKind>(kind: K, payload: RequestOf<K>, sender: unknown): Promise<Answer> {
    const message: Message<K> = { kind, payload };
    return this.deliver(message, sender);
  }

  /** Whatever a browser could deliver: it is cloned on its way. */
  async deliver(message: unknown, sender: unknown): Promise<Answer> {
    const answer = await this.#worker.dispatch(structuredClone(message), sender);
    this.answers.push(JSON.stringify(answer));
    return answer;
  }

  /** The browser tells that nobody is there, or somebody is again. */
  idleChanged(state: 'active' | 'idle' | 'locked'): Promise<void> {
    return this.#worker.idleChanged(state);
  }

  /** The user grants a host, or takes it back. */
  async grantOnly(...patterns: string[]): Promise<void> {
    this.browser.granted = patterns;
    await this.#worker.permissionsChanged();
  }

  /** What the worker does at each start. */
  start(): Promise<void> {
    return this.#worker.start();
  }

  /** Has the page agent in a frame say that it shows a company's page, and answer so when it is asked. */
  showPage(sender: FrameSender = frame(), more: Partial<PageRecognised> = {}): Promise<Answer> {
    const base = { companyId: 0, locale: 'en', score: 0.9, document: 'a', isEditable: true, pageUser: null };
    const page = { ...base, ...more };
    this.turnPage(sender, page);
    return this.send('page-recognised', page, sender);
  }

  /** Has the page in a frame show something else, without its agent saying so of its own accord. */
  turnPage({ tab, frameId }: FrameSender, { companyId, document }: PageNow): void {
    this.browser.shown.set(`${tab.id}:${frameId}`, { companyId, document });
  }

  /** All that the journal says, the newest first. */
  async journal(): Promise<JournalEntry[]> {
    const page = await createJournal(this.browser.database).page({ psaOrigin: null, companyId: null }, null);
    return page.entries;
  }

  call(method: PortalMethod, args: unknown[], sender: unknown = frame(), id: string = crypto.randomUUID()) {
    return this.send('call', { id, method, args }, sender);
  }

  #start(): ReturnType<typeof createWorker> {
    const client = createMemoryClient(this.memory);
    const build = (record: ConnectionRecord) => {
      this.built.push(record);
      return client;
    };
    return createWorker(this.browser, {
      preset: null,
      build: {
        combined: build,
        autotask: (record) => (record.autotask === null ? undefined : build(record)),
        portalService: (record) => (record.portalService === null ? undefined : build(record)),
      },
      findWebOrigin: () => Promise.resolve(null),
      onDamaged: () => undefined,
      ...this.options,
    });
  }
}
