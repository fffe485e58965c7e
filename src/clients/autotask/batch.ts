import { orAborted, withinDeadline } from '../http/index.js';
import { MAX_ALTERNATIVES } from './filter.js';
import type { CallTerms } from './limits/scheduler.js';

interface Wanted<T> {
  readonly id: number;
  readonly resolve: (value: T | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Answers many questions about single records with few queries: what is asked while a query is under way goes into the next
 * one. So no answer is older than its question, and somebody who asks alone does not wait.
 */
export class Batch<T> {
  #waiting: Wanted<T>[] = [];
  #isRunning = false;

  /** `load` gets at most 500 different ids; ids without a record are absent from what it resolves to. */
  constructor(private readonly load: (ids: number[], terms: CallTerms) => Promise<ReadonlyMap<number, T>>) {}

  async find(id: number, { signal, priority }: CallTerms): Promise<T | undefined> {
    const found = new Promise<T | undefined>((resolve, reject) => {
      this.#waiting.push({ id, resolve, reject });
    });
    if (!this.#isRunning) void this.#run(priority);
    // Others share the query, so it must not end with this caller.
    return orAborted(found, signal);
  }

  async #run(priority: CallTerms['priority']): Promise<void> {
    this.#isRunning = true;
    // Whoever asks in the same moment is part of the first query already.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const wanted = this.#waiting.splice(0, MAX_ALTERNATIVES);
      const ids = [...new Set(wanted.map(({ id }) => id))];
      try {
        const found = await withinDeadline(undefined, (signal) => this.load(ids, { priority, signal }));
        for (const { id, resolve } of wanted) resolve(found.get(id));
      } catch (thrown) {
        for (const { reject } of wanted) reject(thrown);
      }
    }
    this.#isRunning = false;
  }
}

/** A batch for each priority: background work must not hold people up, nor ride with them. */
export function batchPerPriority<T>(
  load: (ids: number[], terms: CallTerms) => Promise<ReadonlyMap<number, T>>,
): (id: number, terms: CallTerms) => Promise<T | undefined> {
  const batches = { interactive: new Batch(load), background: new Batch(load) };
  return (id, terms) => batches[terms.priority].find(id, terms);
}
