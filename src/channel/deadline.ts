/** Resolves after `ms`. With a signal it never settles once the signal is aborted, and its timer is gone. */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
    });
  });
}

/** The promise's outcome, or the signal's reason if that comes first. What was begun goes on; nobody waits for it. */
export async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  const over = new AbortController();
  const aborted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true, signal: over.signal });
  });
  const reason = async (): Promise<T> => {
    if (!signal.aborted) await aborted;
    signal.throwIfAborted();
    return promise;
  };
  try {
    return await Promise.race([promise, reason()]);
  } finally {
    over.abort();
  }
}
