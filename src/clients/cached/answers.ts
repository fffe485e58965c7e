interface Answer {
  readonly value: unknown;
  /** ms since 1970. */
  readonly at: number;
  readonly weight: number;
}

/** Rows that are kept: one company with 100,000 contacts, but not ten. */
const MOST_ROWS = 150_000;

/** The answers that are kept, the longest unused go first. In memory only: they hold names and addresses. */
export class Answers {
  readonly #kept = new Map<string, Answer>();
  #weight = 0;

  get(key: string): { readonly value: unknown; readonly age: number } | undefined {
    const answer = this.#kept.get(key);
    if (answer === undefined) return undefined;
    // A map keeps the order of insertion: the longest unused comes first.
    this.#kept.delete(key);
    this.#kept.set(key, answer);
    return { value: answer.value, age: Date.now() - answer.at };
  }

  /** `rows` is how much room it takes. */
  put(key: string, value: unknown, rows: number): void {
    this.#remove(key);
    this.#kept.set(key, { value, at: Date.now(), weight: rows + 1 });
    this.#weight += rows + 1;
    for (const oldest of this.#kept.keys()) {
      if (this.#weight <= MOST_ROWS) break;
      this.#remove(oldest);
    }
  }

  forget(isMeant: (key: string) => boolean): void {
    for (const key of [...this.#kept.keys()]) if (isMeant(key)) this.#remove(key);
  }

  #remove(key: string): void {
    this.#weight -= this.#kept.get(key)?.weight ?? 0;
    this.#kept.delete(key);
  }
}
