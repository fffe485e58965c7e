import * as v from 'valibot';
import type { LocalArea } from '../local-area.js';

const KEY = 'vault-tries';

/** ms after the first wrong passphrase; twice as long after each further one. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 5 * 60_000;

const TriesSchema = v.strictObject({ failed: v.number(), nextTryAt: v.number() });

/** What came of a try. `nextTryAt` in ms since 1970; before that nothing is tried. */
export type Try<T> =
  | { readonly result: 'right'; readonly value: T }
  | { readonly result: 'wrong' | 'too-early'; readonly nextTryAt: number };

/**
 * Makes wrong passphrases slower each time. What counts them is on disk: neither a new worker nor a new browser begins
 * at zero. It is no protection from somebody who copies the file; that is what the iterations are for.
 */
export function createThrottle(local: LocalArea, now: () => number) {
  async function tries(): Promise<v.InferOutput<typeof TriesSchema>> {
    const parsed = v.safeParse(TriesSchema, (await local.get(KEY))[KEY]);
    if (!parsed.success) return { failed: 0, nextTryAt: 0 };
    // A clock that was set back must not lock anybody out for longer than the longest pause.
    const nextTryAt = Math.min(parsed.output.nextTryAt, now() + LONGEST_PAUSE);
    return { failed: parsed.output.failed, nextTryAt };
  }

  return {
    /** When the next passphrase is looked at; undefined = now. */
    async nextTryAt(): Promise<number | undefined> {
      const { nextTryAt } = await tries();
      return nextTryAt > now() ? nextTryAt : undefined;
    },
    /** The try counts as failed before it is made, so that ending the worker in the middle of it saves nothing. */
    async attempt<T>(tryIt: () => Promise<T | undefined>): Promise<Try<T>> {
      const before = await tries();
      if (before.nextTryAt > now()) return { result: 'too-early', nextTryAt: before.nextTryAt };
      const failed = before.failed + 1;
      const nextTryAt = now() + Math.min(FIRST_PAUSE * 2 ** before.failed, LONGEST_PAUSE);
      await local.set({ [KEY]: { failed, nextTryAt } });
      const value = await tryIt();
      if (value === undefined) return { result: 'wrong', nextTryAt };
      await local.remove(KEY);
      return { result: 'right', value };
    },
    key: KEY,
  };
}
