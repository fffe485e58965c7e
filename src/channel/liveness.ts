import { wait } from './deadline.js';
import type { Message } from './messages.js';
import { LineError, type Transport } from './transport.js';

/** Whether the worker answers: `reconnecting` while it is tried again, `lost` once that failed too. */
export type Liveness = 'connected' | 'reconnecting' | 'lost';

export interface LivenessOptions {
  /** Called whenever the state changes; it starts as `connected`. */
  readonly onLiveness?: ((state: Liveness) => void) | undefined;
  /** Replaces the built-in times (ms); for tests. */
  readonly times?: Partial<LivenessTimes> | undefined;
}

export interface LivenessTimes {
  /** After so long without an answer the worker is asked whether it is there at all. */
  readonly patience: number;
  /** A worker that is there answers a ping within this, even if it has to start first. */
  readonly ping: number;
  /** Nothing is waited for longer. The worker itself gives up shortly before. */
  readonly answer: number;
  /** Pauses between the pings after a failure: a worker that is being replaced needs a moment. */
  readonly pauses: readonly number[];
}

const TIMES: LivenessTimes = { patience: 3000, ping: 3000, answer: 20_000, pauses: [0, 300, 1500] };

/**
 * Sends messages and notices when the worker is gone: pings it while an answer is late, and after a failure waits for
 * it to come back and sends once more. A message must therefore be one that may arrive twice.
 *
 * @returns a `send` that resolves with the raw answer and rejects with a `LineError` when the second try failed too.
 */
export function createLiveSend(transport: Transport, options: LivenessOptions = {}) {
  const times = { ...TIMES, ...options.times };
  let state: Liveness = 'connected';

  function become(next: Liveness): void {
    if (next === state) return;
    state = next;
    options.onLiveness?.(next);
  }

  async function ping(): Promise<void> {
    await within(transport.send({ kind: 'ping', payload: {} }), times.ping);
  }

  /** One try. A late answer is waited for as long as the worker answers pings. */
  async function attempt(message: Message): Promise<unknown> {
    const over = new AbortController();
    const gone = async (): Promise<never> => {
      await wait(times.patience, over.signal);
      await ping();
      await wait(Math.max(0, times.answer - times.patience), over.signal);
      throw new LineError('worker-gone');
    };
    try {
      return await Promise.race([transport.send(message), gone()]);
    } finally {
      over.abort();
    }
  }

  async function reconnect(): Promise<void> {
    for (const pause of times.pauses) {
      await wait(pause);
      const failure = await ping().then(() => undefined, lineError);
      if (failure === undefined) return;
      if (failure.reason === 'extension-updated') throw failure;
    }
    throw new LineError('worker-gone');
  }

  async function secondAttempt(message: Message, first: LineError): Promise<unknown> {
    if (first.reason === 'extension-updated') throw first;
    become('reconnecting');
    await reconnect();
    return attempt(message);
  }

  return async function send(message: Message): Promise<unknown> {
    try {
      const answer = await attempt(message).catch((thrown: unknown) =>
        secondAttempt(message, lineError(thrown)),
      );
      become('connected');
      return answer;
    } catch (thrown) {
      become('lost');
      throw lineError(thrown);
    }
  };
}

async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  const over = new AbortController();
  const late = async (): Promise<never> => {
    await wait(ms, over.signal);
    throw new LineError('worker-gone');
  };
  try {
    return await Promise.race([promise, late()]);
  } finally {
    over.abort();
  }
}

function lineError(thrown: unknown): LineError {
  return thrown instanceof LineError ? thrown : new LineError('worker-gone');
}
