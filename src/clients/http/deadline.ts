import { PortalError, toPortalError } from '../../contract/index.js';

/** A worker answers within 20 seconds or the browser may end it (architecture, "The worker dies"); one second is the way back. */
const DEADLINE_MS = 19_000;

/**
 * Runs `work`, which may be several calls, and ends it when the caller's signal or the deadline does. Rejects with the
 * signal's own reason, else always with a `PortalError`: `offline` when time is up.
 */
export async function withinDeadline<T>(
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
  deadlineMs = DEADLINE_MS,
): Promise<T> {
  signal?.throwIfAborted();
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    return await work(signal === undefined ? deadline : AbortSignal.any([signal, deadline]));
  } catch (thrown) {
    signal?.throwIfAborted();
    if (!deadline.aborted || thrown instanceof PortalError) throw toPortalError(thrown);
    const detail = `No answer within ${deadlineMs / 1000} seconds.`;
    throw new PortalError({ code: 'offline', detail }, { cause: thrown });
  }
}

/** What `promise` resolves to, unless the signal ends first; the work behind the promise goes on for others. */
export async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const stop = new AbortController();
  const aborted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true, signal: stop.signal });
  });
  try {
    await Promise.race([promise, aborted]);
    signal.throwIfAborted();
    return await promise;
  } finally {
    stop.abort();
  }
}
