import { createWorker, type WorkerOptions } from '../../src/background/worker.js';
import type { ConnectionRecord } from '../../src/background/connection-record.js';
import type {
  Answer,
  ConnectionDraft,
  Message,
  MessageKind,
  PageRecognised,
  RequestOf,
} from '../../src/channel/index.js';
import { createMemoryClient, type MemoryClientOptions } from '../../src/clients/index.js';
import type { PortalMethod } from '../../src/contract/index.js';
import { FakeBrowser } from './fake-browser.js';

export const PSA = 'https://ww5.autotask.net';

/** Planted secrets: no answer may ever contain one. */
export const SECRETS = ['S3CRET-AUTOTASK', 'S3CRET-CODE', 'S3CRET-TOKEN'];

export const draft: ConnectionDraft = {
  psaOrigin: PSA,
  autotask: {
    user: 'api@provider.example',
    secret: 'S3CRET-AUTOTASK',
    integrationCode: 'S3CRET-CODE',
    baseUrl: null,
  },
  portalService: { url: 'https://portal.example/v1', token: 'S3CRET-TOKEN' },
};

export const frame = (frameId = 0, origin = PSA, tabId = 1) => ({
  id: 'abcdef',
  url: `${origin}/Mvc/page`,
  frameId,
  tab: { id: tabId },
});
export const optionsPage = { id: 'abcdef', url: 'chrome-extension://abcdef/options.html' };

/** A browser with our extension, whose worker can be ended and started again as often as one likes. */
export class ExtensionUnderTest {
  readonly browser = new FakeBrowser();
  /** What each client was built from, in order. */
  readonly built: ConnectionRecord[] = [];
  /** Every answer of every worker, as text. */
  readonly answers: string[] = [];
  #dispatch: ReturnType<typeof createWorker>;

  constructor(
    private readonly memory: MemoryClientOptions = {},
    private readonly options: Partial<WorkerOptions> = {},
  ) {
    this.#dispatch = this.#start();
  }

  /** Ends the worker: all it had in memory is gone. What it had begun runs on, unheard, as a request does. */
  restartWorker(): void {
    this.#dispatch = this.#start();
  }

  async send<K extends MessageKind>(kind: K, payload: RequestOf<K>, sender: unknown): Promise<Answer> {
    const message: Message<K> = { kind, payload };
    const answer = await this.#dispatch(structuredClone(message), sender);
    this.answers.push(JSON.stringify(answer));
    return answer;
  }

  /** Has the page agent in a frame say that it shows a company's page. */
  showPage(sender: unknown = frame(), more: Partial<PageRecognised> = {}): Promise<Answer> {
    const page = { companyId: 0, locale: 'en', score: 0.9, document: 'a', isEditable: true, pageUser: null };
    return this.send('page-recognised', { ...page, ...more }, sender);
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
      ...this.options,
    });
  }
}
