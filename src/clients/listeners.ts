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

  tell(change: PortalChange): void {
    for (const { listener } of [...this.#registered]) listener(change);
  }
}
