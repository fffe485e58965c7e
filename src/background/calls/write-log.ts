import * as v from 'valibot';
import { PortalError, PortalErrorDataSchema } from '../../contract/index.js';
import { describeError } from '../describe-error.js';
import { entriesWith, type SessionArea } from '../session-area.js';

const PREFIX = 'write:';

/** A repeated call follows within a minute; older outcomes are of no use to anyone. */
const KEPT = 20;

/**
 * Characters of JSON. The browser gives the session some 10 MB in all; an answer with pictures is too long to be kept, so
 * whoever repeats such a write is told that it is not known, and looks.
 */
const LONGEST_KEPT = 100_000;

const EntrySchema = v.variant('state', [
  v.object({ state: v.literal('begun'), at: v.number() }),
  v.object({ state: v.literal('done'), at: v.number(), value: v.unknown() }),
  v.object({ state: v.literal('failed'), at: v.number(), error: PortalErrorDataSchema }),
]);
type Entry = v.InferOutput<typeof EntrySchema>;

export interface LoggedWrite {
  /** Rejects where it must not even begin. Not asked again for a write that has begun. */
  readonly mayBegin: () => Promise<void>;
  readonly write: () => Promise<unknown>;
}

/**
 * Makes a write that is sent twice happen once. The channel sends a call again when the worker ended before it answered;
 * this worker, or the next, then knows by the call's id whether it had begun.
 */
export function createWriteLog(area: SessionArea) {
  const running = new Map<string, Promise<unknown>>();

  async function record(id: string, entry: Entry): Promise<void> {
    await area.set({ [PREFIX + id]: entry });
  }

  async function knownEntry(id: string): Promise<Entry | undefined> {
    const key = PREFIX + id;
    const value = (await area.get(key))[key];
    return value === undefined ? undefined : v.parse(EntrySchema, value);
  }

  async function run(id: string, { mayBegin, write }: LoggedWrite): Promise<unknown> {
    const known = await knownEntry(id);
    if (known !== undefined) return outcomeOf(known);
    await mayBegin();
    await record(id, { state: 'begun', at: Date.now() });
    await forgetOld(area);
    try {
      const value = await write();
      const isKept = JSON.stringify(value).length <= LONGEST_KEPT;
      if (isKept) await record(id, { state: 'done', at: Date.now(), value });
      return value;
    } catch (thrown) {
      await record(id, { state: 'failed', at: Date.now(), error: describeError(thrown) });
      throw thrown;
    }
  }

  /**
   * Does the write unless this id was seen before; then its outcome is given again. Rejects with `worker-restarted`
   * when it had begun in a worker that is gone: whether it was done is not known. A write that may not begin leaves no
   * trace.
   */
  return function once(id: string, write: LoggedWrite): Promise<unknown> {
    const current = running.get(id) ?? run(id, write).finally(() => running.delete(id));
    running.set(id, current);
    return current;
  };
}

function outcomeOf(entry: Entry): unknown {
  if (entry.state === 'done') return entry.value;
  throw new PortalError(entry.state === 'failed' ? entry.error : { code: 'worker-restarted' });
}

async function forgetOld(area: SessionArea): Promise<void> {
  const entries = await entriesWith(area, PREFIX);
  const byAge = entries
    .map(([id, value]) => ({ id, at: v.parse(EntrySchema, value).at }))
    .sort((one, other) => other.at - one.at);
  await area.remove(byAge.slice(KEPT).map(({ id }) => PREFIX + id));
}
