import type { PortalChange } from '../contract/index.js';

type Listener = (change: PortalChange) => void;

/** Who wants to know about changes. The same listener added twice is told twice and stopped once each. */
export class Listeners {
  readonly #registered = new Set<{ listener: Listener }>();

  /** Returns how to stop. */
  add(listener: Listener): () => void {
    const entry = { listener };
    this.#registered.add(entry);
    return () => this.#registered.delete(entry);
  }

  /** Each hears of it in a microtask of its own: a listener that throws must not make a change that was saved look failed. */
  tell(change: PortalChange): void {
    for (const entry of this.#registered)
      queueMicrotask(() => {
        if (this.#registered.has(entry)) entry.listener(change);
      });
  }
}
