import { isTimeoutError } from 'ky';
import { PortalError } from '../../contract/index.js';
import { pause } from '../pause.js';

/** How often a call that only reads is tried at all. */
const ATTEMPTS = 3;
/** For how long a server that asks to wait is waited for; beyond that the caller hears when. */
const PATIENCE_MS = 3_000;
const FIRST_WAIT_MS = 300;

/**
 * Repeats what only reads, after waits that double and differ by chance, so that many that failed together don't come back
 * together. Ours instead of ky's, because every attempt has to take its turn and be counted like any other call.
 */
export async function repeated<T>(signal: AbortSignal, attempt: () => Promise<T>): Promise<T> {
  for (let failures = 1; ; failures += 1)
    try {
      return await attempt();
    } catch (thrown) {
      const wait = failures < ATTEMPTS ? waitAfter(thrown, failures) : undefined;
      if (wait === undefined) throw thrown;
      await pause(wait, signal);
    }
}

/** ms until another try, or undefined where that is of no use. A server that was too slow is not given more to do. */
function waitAfter(thrown: unknown, failures: number): number | undefined {
  if (!(thrown instanceof PortalError)) return undefined;
  const limit = thrown.as('rate-limited');
  if (limit !== undefined) {
    const wait = Math.max(0, Date.parse(limit.retryAt) - Date.now());
    return wait > PATIENCE_MS ? undefined : wait;
  }
  if (thrown.data.code !== 'offline' || isTimeoutError(thrown.cause)) return undefined;
  return FIRST_WAIT_MS * 2 ** (failures - 1) * (0.5 + Math.random() / 2);
}
