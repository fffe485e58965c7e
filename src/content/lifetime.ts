/**
 * The life of one injected script in one frame. Everything the script starts (listeners, observers, timers) is tied to
 * it, so that ending it leaves nothing behind.
 */
export class Lifetime {
  readonly #controller = new AbortController();

  /** Aborts when the life ends; for `fetch`-like calls and `addEventListener`. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get over(): boolean {
    return this.signal.aborted;
  }

  end(): void {
    this.#controller.abort();
  }

  /** Calls back at the end, or at once when it is over already. */
  onEnd(callback: () => void): void {
    if (this.over) callback();
    else this.signal.addEventListener('abort', callback, { once: true });
  }

  listen(target: EventTarget, type: string, listener: (event: Event) => void): void {
    target.addEventListener(type, listener, { signal: this.signal });
  }

  /** Calls back once after so many milliseconds. Returns how to call it off. */
  later(callback: () => void, milliseconds: number): () => void {
    const cancel = (): void => {
      clearTimeout(timer);
      this.signal.removeEventListener('abort', cancel);
    };
    const timer = setTimeout(() => {
      cancel();
      callback();
    }, milliseconds);
    this.onEnd(cancel);
    return cancel;
  }

  every(callback: () => void, milliseconds: number): void {
    const timer = setInterval(callback, milliseconds);
    this.onEnd(() => {
      clearInterval(timer);
    });
  }
}
