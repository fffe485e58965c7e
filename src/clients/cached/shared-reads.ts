import { orAborted } from '../http/index.js';

interface Read {
  readonly promise: Promise<unknown>;
  readonly stop: AbortController;
  waiters: number;
}

/** What a read may know of itself: `isCurrent` turns false when a write made its answer doubtful. */
export interface ReadTerms {
  readonly signal: AbortSignal;
  readonly isCurrent: () => boolean;
}

/**
 * Lets those who ask the same while the answer is on its way wait for one answer. Who gives up does not end it for the
 * others; the last one does.
 */
export class SharedReads {
  readonly #running = new Map<string, Read>();

  /** `key` names the question: equal keys must mean equal types of answers. Rejects with the signal's reason where that ends first. */
  async read<T>(
    key: string,
    signal: AbortSignal | undefined,
    work: (terms: ReadTerms) => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted();
    const read = this.#running.get(key) ?? this.#begin(key, work);
    read.waiters += 1;
    try {
      // The key stands for the question, and a question has one type of answer.
      const promise = read.promise as Promise<T>;
      return await (signal === undefined ? promise : orAborted(promise, signal));
    } finally {
      read.waiters -= 1;
      if (read.waiters === 0) this.#end(key, read);
    }
  }

  isRunning(key: string): boolean {
    return this.#running.has(key);
  }

  /** Who asks from now on gets an answer of their own: what is on its way may be from before a write. */
  detach(isMeant: (key: string) => boolean): void {
    for (const key of this.#running.keys()) if (isMeant(key)) this.#running.delete(key);
  }

  #begin<T>(key: string, work: (terms: ReadTerms) => Promise<T>): Read {
    const stop = new AbortController();
    const isCurrent = (): boolean => this.#running.get(key) === read;
    const promise = work({ signal: stop.signal, isCurrent });
    // Nobody may be waiting any more when it fails.
    promise.catch(() => undefined);
    const read: Read = { promise, stop, waiters: 0 };
    this.#running.set(key, read);
    return read;
  }

  #end(key: string, read: Read): void {
    if (this.#running.get(key) === read) this.#running.delete(key);
    read.stop.abort(new DOMException('Nobody waits any more.', 'AbortError'));
  }
}
