import type { PortalChange } from '../contract/index.js';

type Listener<T> = (news: T) => void;

/** Who wants to know about changes, or about other news. The same listener added twice is told twice and stopped once each. */
export class Listeners<T = PortalChange> {
  readonly #registered = new Set<{ listener: Listener<T> }>();

  /** Returns how to stop. */
  add(listener: Listener<T>): () => void {
    const entry = { listener };
    this.#registered.add(entry);
    return () => this.#registered.delete(entry);
  }

  /** Each hears of it in a microtask of its own: a listener that throws must not make a change that was saved look failed. */
  tell(news: T): void {
    for (const entry of this.#registered)
      queueMicrotask(() => {
        if (this.#registered.has(entry)) entry.listener(news);
      });
  }
}
