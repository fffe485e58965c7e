import type { JournalEntry } from '../../contract/index.js';
import { describeError } from '../describe-error.js';
import type { FieldChange } from './entries.js';
import type { BegunEntry, BegunWrite, Journal } from './journal.js';

/** After these nobody knows whether the write was done: no answer, or one that couldn't be understood. */
const UNCERTAIN: readonly string[] = ['offline', 'worker-restarted', 'unknown'];

/** A change that may be of an account of its own, where the write changed several. */
type DoneChange = FieldChange & Partial<Pick<BegunEntry, 'contactId' | 'contactName'>>;

/** A write of one company's settings or of one account. */
export interface RecordedWrite<T> {
  /** What all of its entries have in common. */
  readonly about: Omit<BegunEntry, 'at' | keyof FieldChange>;
  /** What is to change, as far as that is known before. */
  readonly planned: readonly FieldChange[];
  readonly write: () => Promise<T>;
  /** What did change, of the account that a change names itself or of the common one, and what only the answer tells. */
  readonly done: (result: T) => { changes: readonly DoneChange[] } & Partial<BegunEntry>;
}

/** Does a write with its entries around it. Rejects as the write does, or before it where nothing can be written down. */
export async function recordWrite<T>(journal: Journal, recorded: RecordedWrite<T>): Promise<T> {
  const { about, planned, write } = recorded;
  const at = new Date().toISOString();
  const begun = await journal.begin(planned.map((change) => ({ ...about, at, ...change })));
  try {
    const result = await write();
    await settle(journal, recorded, begun, result);
    return result;
  } catch (thrown) {
    const failed = failure(thrown, begun.isLost);
    await orLeave(journal.complete(begun.entries.map((entry) => ({ ...entry, ...failed }))));
    throw thrown;
  }
}

/** Completes what changed, takes back what was as wanted already, adds what changed along. */
async function settle<T>(
  journal: Journal,
  { about, done }: RecordedWrite<T>,
  { entries, isRepeated }: BegunWrite,
  result: T,
): Promise<void> {
  const { changes, ...told } = done(result);
  const at = entries[0]?.at ?? new Date().toISOString();
  const completed = changes.flatMap((change) => {
    const entry = entries.find(({ field }) => field === change.field);
    const isChanged = change.before !== change.after;
    // What a repeated write finds as wanted already was done by the try before.
    if (!isChanged && (entry === undefined || !isRepeated)) return [];
    const before = isChanged ? change.before : (entry?.before ?? null);
    const known = { ...about, at, ...told, ...change, before, outcome: 'done' as const, error: null };
    return [entry === undefined ? known : { ...known, id: entry.id }];
  });
  const idle = entries.filter(({ field }) => !completed.some((entry) => entry.field === field));
  await orLeave(journal.complete(completed, idle));
}

/** What came of it, where it failed. After an earlier try whose end nobody knows this one's end does not tell it either. */
function failure(thrown: unknown, isLost: boolean): Pick<JournalEntry, 'outcome' | 'error'> {
  const { code } = describeError(thrown);
  return { outcome: isLost || UNCERTAIN.includes(code) ? 'unknown' : 'failed', error: code };
}

/** The write is done, or has failed: that its entry could not be completed changes nothing. It stays `unknown`. */
async function orLeave(settled: Promise<void>): Promise<void> {
  await settled.catch(() => undefined);
}
