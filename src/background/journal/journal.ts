import type { IDBPObjectStore } from 'idb';
import type { JournalEntry, JournalFilter, JournalPage } from '../../contract/index.js';
import { storageError, type Database, type PortalSchema } from '../database/index.js';
import { hasId, readPage } from './journal-page.js';
import { createSnapshotMemory } from './snapshot-memory.js';

/** How many entries are kept; the oldest go. At most some 12 MB. */
export const JOURNAL_LIMIT = 20_000;
/** So many go at a time, so that a write costs a look at the store once in so many entries. */
const BATCH = 500;

/** An entry that is about to be made: nothing has come of it yet. */
export type BegunEntry = Omit<JournalEntry, 'id' | 'outcome' | 'error'>;

/** Whose step of which job. */
export interface JournalStep {
  readonly jobId: string;
  readonly contactId: number;
}

type WritableStore = IDBPObjectStore<PortalSchema, ['journal'], 'journal', 'readwrite'>;

/**
 * What was written through us, one entry a field, kept on this computer. An entry is there before its write begins, as
 * `unknown`, and is completed after it: a worker that ends in between leaves the truth behind.
 *
 * @param limit replaces the built-in number of entries that are kept; for tests.
 */
export function createJournal(database: Database, limit: number = JOURNAL_LIMIT) {
  async function inStore<T>(work: (store: WritableStore) => Promise<T>): Promise<T> {
    const transaction = (await database()).transaction('journal', 'readwrite');
    const [worked, done] = await Promise.allSettled([work(transaction.store), transaction.done]);
    // Of a full disk only the transaction knows; its requests say no more than that it was aborted.
    if (done.status === 'rejected') throw storageError(done.reason);
    if (worked.status === 'rejected') throw storageError(worked.reason);
    return worked.value;
  }

  /** Completes begun entries, or adds what turned out to have changed too. */
  async function complete(entries: readonly (Omit<JournalEntry, 'id'> & { id?: number })[]): Promise<void> {
    await inStore(async (store) => {
      await Promise.all(entries.map((entry) => store.put(entry)));
    });
  }

  /** The entries of a step of which nobody knows yet what came of them. */
  async function lostOf({ jobId, contactId }: JournalStep): Promise<JournalEntry[]> {
    const all = await inStore((store) => store.index('by-step').getAll([jobId, contactId]));
    return all.filter(hasId).filter(({ outcome }) => outcome === 'unknown');
  }

  return {
    /** What settings were before they are changed. */
    snapshots: createSnapshotMemory(),

    /**
     * Adds entries as `unknown`, in the place of those of an earlier try. Rejects with `storage-full` where there is no
     * room: the write must not begin then.
     */
    begin: (entries: readonly BegunEntry[], earlier: readonly JournalEntry[] = []): Promise<JournalEntry[]> =>
      inStore(async (store) => {
        await Promise.all(earlier.map(({ id }) => store.delete(id)));
        const begun = entries.map((entry) => ({ ...entry, outcome: 'unknown' as const, error: null }));
        const ids = await Promise.all(begun.map((entry) => store.add(entry)));
        if (crossesBatch(ids)) await dropOldest(store, limit);
        return begun.flatMap((entry, index) => {
          const id = ids[index];
          return id === undefined ? [] : [{ ...entry, id }];
        });
      }),

    complete,

    /** Takes begun entries back: nothing had to be written. */
    discard: (entries: readonly JournalEntry[]): Promise<void> =>
      inStore(async (store) => {
        await Promise.all(entries.map(({ id }) => store.delete(id)));
      }),

    lostOf,

    /**
     * Says what came of a step's lost write once it was looked up and need not be done again. A write that is done again
     * settles this by itself.
     */
    async settleLost(step: JournalStep, outcome: 'done' | 'failed'): Promise<void> {
      await complete((await lostOf(step)).map((entry) => ({ ...entry, outcome })));
    },

    /** One page of entries, the newest first. `cursor` is the id of the last one before it. */
    async page(filter: JournalFilter, cursor: string | null): Promise<JournalPage> {
      try {
        return { ...(await readPage(await database(), filter, cursor)), limit };
      } catch (thrown) {
        throw storageError(thrown);
      }
    },

    /** Removes everything. */
    purge: (): Promise<void> => inStore((store) => store.clear()),
  };
}
export type Journal = ReturnType<typeof createJournal>;

/** Ids grow by one, so that this is true for one write in so many, whichever worker does it. */
function crossesBatch(ids: readonly number[]): boolean {
  return ids.some((id) => id % BATCH === 0);
}

/** Leaves room for a batch, so that there are never more than the limit. */
async function dropOldest(store: WritableStore, limit: number): Promise<void> {
  const excess = (await store.count()) - Math.max(0, limit - BATCH);
  if (excess <= 0) return;
  const [last] = (await store.getAllKeys(null, excess)).slice(-1);
  if (last !== undefined) await store.delete(IDBKeyRange.upperBound(last));
}
