/** So many facts are remembered, the latest. */
const KEPT = 5_000;

/** What was read lately about single records, for facts that may be relied on for a while. In memory only. */
export class Recent<T> {
  readonly #known = new Map<number, { readonly value: T; readonly until: number }>();

  /** @param keptMs - how long (ms) a fact is relied on */
  constructor(private readonly keptMs: number) {}

  /** The fact about this record, or undefined where it was not read lately. */
  get(id: number): T | undefined {
    const known = this.#known.get(id);
    return known !== undefined && Date.now() < known.until ? known.value : undefined;
  }

  remember(id: number, value: T): void {
    this.#known.delete(id);
    this.#known.set(id, { value, until: Date.now() + this.keptMs });
    // A map keeps the order of insertion: the oldest come first.
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(oldest);
    }
  }

  forget(id: number): void {
    this.#known.delete(id);
  }
}
