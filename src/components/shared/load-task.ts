import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toPortalError, type PortalError } from '../../contract/index.js';

/** Where a load stands. `value` of an earlier load stays while another one runs or after it failed. */
export type LoadState = 'idle' | 'loading' | 'ready' | 'failed';

/**
 * Loads something for an element: one load at a time, an older one is aborted and its late answer ignored, and nothing
 * goes on after the element has left the page.
 */
export class LoadTask<T> implements ReactiveController {
  state: LoadState = 'idle';
  value: T | undefined;
  error: PortalError | undefined;
  #running: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /**
   * Resolves when this load has ended either way; it never rejects. Resolves to true where its value was taken.
   *
   * @param take is called with such a value before the host is rendered with it.
   */
  async run(load: (signal: AbortSignal) => Promise<T>, take?: (value: T) => void): Promise<boolean> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#enter('loading');
    try {
      const value = await load(running.signal);
      if (running.signal.aborted) return false;
      this.value = value;
      take?.(value);
      this.#enter('ready');
      return true;
    } catch (thrown) {
      if (!running.signal.aborted) this.#enter('failed', toPortalError(thrown));
      return false;
    }
  }

  /** Forgets the value, for example because another company is shown now. */
  reset(): void {
    this.#running?.abort();
    this.value = undefined;
    this.#enter('idle');
  }

  hostDisconnected(): void {
    this.#running?.abort();
  }

  #enter(state: LoadState, error?: PortalError): void {
    this.state = state;
    this.error = error;
    this.host.requestUpdate();
  }
}
