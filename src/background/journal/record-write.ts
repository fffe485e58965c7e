import type { JournalEntry } from '../../contract/index.js';
import { describeError } from '../describe-error.js';
import type { FieldChange } from './entries.js';
import type { BegunEntry, Journal } from './journal.js';

/** After these nobody knows whether the write was done: no answer, or one that couldn't be understood. */
const UNCERTAIN: readonly string[] = ['offline', 'worker-restarted', 'unknown'];

/** A write of one company's settings or of one account. */
export interface RecordedWrite<T> {
  /** What all of its entries have in common. */
  readonly about: Omit<BegunEntry, 'at' | keyof FieldChange>;
  /** What is to change, as far as that is known before. */
  readonly planned: readonly FieldChange[];
  readonly write: () => Promise<T>;
  /** What did change, and what only the answer tells of the rest. */
  readonly done: (result: T) => { changes: readonly FieldChange[] } & Partial<BegunEntry>;
}

/** Does a write with its entries around it. Rejects as the write does, or before it where nothing can be written down. */
export async function recordWrite<T>(journal: Journal, recorded: RecordedWrite<T>): Promise<T> {
  const { about, planned, write, done } = recorded;
  const { jobId, contactId } = about;
  const lost = jobId === null || contactId === null ? [] : await journal.lostOf({ jobId, contactId });
  const at = new Date().toISOString();
  const begun = await journal.begin(
    planned.map((change) => ({ ...about, at, ...change, before: beforeOf(change, lost) })),
    lost,
  );
  try {
    const result = await write();
    await settle(journal, about, begun, done(result), lost.length > 0);
    return result;
  } catch (thrown) {
    await orLeave(
      journal.complete(begun.map((entry) => ({ ...entry, ...failure(thrown, lost.length > 0) }))),
    );
    throw thrown;
  }
}

/** What an earlier try of the step found there: the step itself may have changed it since. */
function beforeOf({ field, before }: FieldChange, lost: readonly JournalEntry[]): JournalEntry['before'] {
  return lost.find((entry) => entry.field === field)?.before ?? before;
}

/** Completes what changed, takes back what was as wanted already, adds what changed along. */
async function settle(
  journal: Journal,
  about: RecordedWrite<unknown>['about'],
  begun: readonly JournalEntry[],
  { changes, ...told }: ReturnType<RecordedWrite<unknown>['done']>,
  isRepeated: boolean,
): Promise<void> {
  const [pattern] = begun;
  if (pattern === undefined) return;
  const entryOf = ({ field }: FieldChange) => begun.find((entry) => entry.field === field);
  const isChanged = ({ before, after }: FieldChange) => before !== after;
  const completed = changes
    // What a repeated write finds as wanted already was done by the try before.
    .filter((change) => isChanged(change) || (isRepeated && entryOf(change) !== undefined))
    .map((change) => {
      const entry = entryOf(change);
      const before = isChanged(change) || entry === undefined ? change.before : entry.before;
      const known = {
        ...about,
        at: pattern.at,
        ...told,
        ...change,
        before,
        outcome: 'done' as const,
        error: null,
      };
      return entry === undefined ? known : { ...known, id: entry.id };
    });
  const fields = new Set(completed.map(({ field }) => field));
  await orLeave(journal.complete(completed));
  await orLeave(journal.discard(begun.filter(({ field }) => !fields.has(field))));
}

/** What came of it, where it failed. After an earlier try whose end nobody knows this one's end does not tell it either. */
function failure(thrown: unknown, isRepeated: boolean): Pick<JournalEntry, 'outcome' | 'error'> {
  const { code } = describeError(thrown);
  return { outcome: isRepeated || UNCERTAIN.includes(code) ? 'unknown' : 'failed', error: code };
}

/** The write is done, or has failed: that its entry could not be completed changes nothing. It stays `unknown`. */
async function orLeave(settled: Promise<void>): Promise<void> {
  await settled.catch(() => undefined);
}
