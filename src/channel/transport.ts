import type { PortalChange } from '../contract/index.js';
import type { ChannelEvent, Message } from './messages.js';

/** The line to the worker, as thin as it can be, so that tests can put a real message port there. */
export interface Transport {
  /** Resolves with the raw answer. Rejects with a `LineError` and nothing else. */
  send(message: Message): Promise<unknown>;
  /** Calls back with what comes unasked, raw. Returns how to stop. */
  listen(listener: (event: unknown) => void): () => void;
}

/**
 * The line failed. `worker-gone`: no answer will come; whether the worker got the message is not known (Firefox says
 * "Receiving end does not exist" also when the worker ended while it was working). `extension-updated`: never again in
 * this document.
 */
export class LineError extends Error {
  override readonly name = 'LineError';

  constructor(readonly reason: 'worker-gone' | 'extension-updated') {
    super(reason);
  }
}

/** The part of `browser.runtime` that the line needs. */
export interface LineRuntime {
  /** Undefined in an orphaned script, see `lineErrorOf`. */
  readonly id: string | undefined;
  sendMessage(message: Message): Promise<unknown>;
  readonly onMessage: {
    addListener(listener: (message: unknown) => void): void;
    removeListener(listener: (message: unknown) => void): void;
  };
}

/** The line over the browser's own messages, for content scripts and the extension's pages. */
export function runtimeTransport(runtime: LineRuntime): Transport {
  return {
    async send(message) {
      try {
        const answer: unknown = await runtime.sendMessage(message);
        // A worker that answers nothing ended in between, or is one of another version.
        if (answer === undefined || answer === null) throw new LineError('worker-gone');
        return answer;
      } catch (thrown) {
        throw thrown instanceof LineError ? thrown : lineErrorOf(thrown, runtime);
      }
    },
    listen(listener) {
      const onMessage = (message: unknown) => {
        listener(message);
      };
      runtime.onMessage.addListener(onMessage);
      return () => {
        runtime.onMessage.removeListener(onMessage);
      };
    },
  };
}

/** Chromium keeps the script of a replaced extension alive: its `runtime.id` is gone and every call throws. */
function lineErrorOf(thrown: unknown, runtime: LineRuntime): LineError {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  const isOrphaned = runtime.id === undefined || /context invalidated/i.test(text);
  return new LineError(isOrphaned ? 'extension-updated' : 'worker-gone');
}

/** The event of a change, as the worker sends it. */
export function changedEvent(change: PortalChange): ChannelEvent {
  return { event: 'changed', change };
}
