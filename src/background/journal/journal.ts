import type { IDBPObjectStore } from 'idb';
import type { JournalEntry, JournalFilter, JournalPage } from '../../contract/index.js';
import type { GlobalChange, SomeSettings } from '../../model/index.js';
import { storageError, type Database, type PortalSchema } from '../database/index.js';
import { hasId, readPage } from './journal-page.js';
import { createSnapshotMemory } from './snapshot-memory.js';

/** How many entries are kept; the oldest go. At most some 12 MB. */
const JOURNAL_LIMIT = 20_000;
/** So many go at a time, so that a write costs a look at the store once in so many entries. */
const BATCH = 500;

/** An entry that is about to be made: nothing has come of it yet. */
export type BegunEntry = Omit<JournalEntry, 'id' | 'outcome' | 'error'>;

/** Whose step of which job. */
export interface JournalStep {
  readonly jobId: string;
  readonly contactId: number;
}

/**
 * Entries of a write that may begin now. `isRepeated`: an earlier try of the same step may have done it already.
 * `isLost`: nobody knows whether one has.
 */
export interface BegunWrite {
  readonly entries: readonly JournalEntry[];
  readonly isRepeated: boolean;
  readonly isLost: boolean;
}

/** Until it is completed. */
const NOT_KNOWN = { outcome: 'unknown', error: null } as const;

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

  return {
    /** What settings were before they are changed. */
    snapshots: createSnapshotMemory<SomeSettings>(),
    /** The same of what all companies inherit. */
    globals: createSnapshotMemory<GlobalChange>(),

    /**
     * Adds entries as `unknown`. What earlier tries of the same step left gives way to them, so that a step is in the journal
     * once. A try of which nobody knows what came hands on what it had found there: it may have changed it since. Rejects
     * with `storage-full` where there is no room: the write must not begin then.
     */
    begin: (entries: readonly BegunEntry[]): Promise<BegunWrite> =>
      inStore(async (store) => {
        const earlier = await undoneOf(store, stepOf(entries));
        await Promise.all(earlier.map(({ id }) => store.delete(id)));
        const lost = earlier.filter(isLost);
        const found = earlier.filter(mayBeDone);
        const begun = entries.map((entry) => ({ ...entry, ...foundBy(found, entry), ...NOT_KNOWN }));
        const ids = await Promise.all(begun.map((entry) => store.add(entry)));
        if (crossesBatch(ids)) await dropOldest(store, limit);
        const withIds = begun.flatMap((entry, index) => {
          const id = ids[index];
          return id === undefined ? [] : [{ ...entry, id }];
        });
        return { entries: withIds, isRepeated: earlier.some(mayBeDone), isLost: lost.length > 0 };
      }),

    /** Completes entries, adds what turned out to have changed too, and takes back those for which there was nothing to do. */
    complete: (
      completed: readonly (Omit<JournalEntry, 'id'> & { id?: number })[],
      idle: readonly JournalEntry[] = [],
    ): Promise<void> =>
      inStore(async (store) => {
        await Promise.all(completed.map((entry) => store.put(entry)));
        await Promise.all(idle.map(({ id }) => store.delete(id)));
      }),

    /**
     * Says what came of a step's lost write once it was looked up and need not be done again. A write that is done again
     * settles this by itself.
     */
    settleLost: (step: JournalStep, outcome: 'done' | 'failed'): Promise<void> =>
      inStore(async (store) => {
        const undone = await undoneOf(store, step);
        // Where the PSA has it, a failure that was told before was the end of a request that had been sent twice.
        const lost = outcome === 'done' ? undone : undone.filter(isLost);
        const error = outcome === 'done' ? { error: null } : {};
        await Promise.all(lost.map((entry) => store.put({ ...entry, ...error, outcome })));
      }),

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

/** What earlier tries of a step have left, as far as they did not do it. */
async function undoneOf(store: WritableStore, step: JournalStep | undefined): Promise<JournalEntry[]> {
  if (step === undefined) return [];
  const all = await store.index('by-step').getAll([step.jobId, step.contactId]);
  return all.filter(hasId).filter(({ outcome }) => outcome !== 'done');
}

function isLost({ outcome }: JournalEntry): boolean {
  return outcome === 'unknown';
}

/**
 * Chromium sends a request again by itself when its connection broke, and we see only the second answer: what was refused
 * as one too many, or by the PSA's rules, may have been done by the first.
 */
function mayBeDone(entry: JournalEntry): boolean {
  return isLost(entry) || entry.error === 'rate-limited' || entry.error === 'validation';
}

/** All entries of a write are of one step, if they are of any. */
function stepOf([first]: readonly BegunEntry[]): JournalStep | undefined {
  const { jobId = null, contactId = null } = first ?? {};
  return jobId === null || contactId === null ? undefined : { jobId, contactId };
}

function foundBy(
  earlier: readonly JournalEntry[],
  { field, before }: BegunEntry,
): Pick<BegunEntry, 'before'> {
  return { before: earlier.find((entry) => entry.field === field)?.before ?? before };
}

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
