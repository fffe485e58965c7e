import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Answer, LineRuntime } from '../../src/channel/index.js';

type Dispatch = (message: unknown, sender: unknown) => Promise<Answer>;

/** What Chromium and Firefox say when nobody answers. */
const GONE = 'Could not establish connection. Receiving end does not exist.';

interface Parcel {
  readonly id: number;
  readonly body: unknown;
}

/**
 * The browser's messaging on a pair of real message ports: everything is structured-cloned and nothing is shared. The
 * worker can be killed, with its answers pending, and started again.
 */
export class Line {
  readonly #sender: unknown;
  readonly #listeners = new Set<(message: unknown) => void>();
  readonly #pending = new Map<number, { resolve: (answer: unknown) => void; reject: (e: Error) => void }>();
  #client: MessagePort | undefined;
  #worker: MessagePort | undefined;
  #nextId = 0;
  #id: string | undefined = 'portal-extension';
  /** Everything that a worker received. */
  readonly received: unknown[] = [];

  constructor(sender: unknown) {
    this.#sender = sender;
  }

  /** Starts a worker behind the line. */
  start(dispatch: Dispatch): void {
    const { port1, port2 } = new MessageChannel();
    this.#client = port1;
    this.#worker = port2;
    port1.on('message', (parcel: Parcel) => {
      this.#settle(parcel);
    });
    port2.on('message', ({ id, body }: Parcel) => {
      this.received.push(body);
      void dispatch(body, this.#sender).then((answer) => {
        port2.postMessage({ id, body: answer });
      });
    });
  }

  /** Ends the worker as the browser does: nothing it has not sent yet arrives. */
  kill(): void {
    this.#client?.close();
    this.#worker?.close();
    this.#client = undefined;
    for (const { reject } of this.#pending.values()) reject(new Error(GONE));
    this.#pending.clear();
  }

  /** Puts another version of the extension in place of the one that this script belongs to. */
  update(): void {
    this.#id = undefined;
  }

  /** Pushes an event, as the worker does with `tabs.sendMessage`. */
  push(event: unknown): void {
    this.#worker?.postMessage({ id: -1, body: event });
  }

  /** The content script's end. */
  get runtime(): LineRuntime {
    const id = () => this.#id;
    return {
      get id() {
        return id();
      },
      sendMessage: (message) => this.#send(message),
      onMessage: {
        addListener: (listener) => this.#listeners.add(listener),
        removeListener: (listener) => this.#listeners.delete(listener),
      },
    };
  }

  #send(body: unknown): Promise<unknown> {
    if (this.#id === undefined) return Promise.reject(new Error('Extension context invalidated.'));
    const client = this.#client;
    if (client === undefined) return Promise.reject(new Error(GONE));
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#pending.set(id, { resolve, reject });
      client.postMessage({ id, body });
    });
  }

  #settle({ id, body }: Parcel): void {
    if (id === -1) for (const listener of this.#listeners) listener(body);
    this.#pending.get(id)?.resolve(body);
    this.#pending.delete(id);
  }
}
