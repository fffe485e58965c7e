/**
 * What is unsaved of companies that are not shown at the moment: what was entered for a company comes back with it, and never
 * gets to another one.
 */
export class KeptDrafts<Draft> {
  readonly #drafts = new Map<number, Draft>();

  get isEmpty(): boolean {
    return this.#drafts.size === 0;
  }

  /** Puts away what was entered for the company that is left, and takes out what waits for the one that comes. */
  turn(left: number | undefined, entered: Draft | undefined, coming: number | undefined): Draft | undefined {
    if (left !== undefined && entered !== undefined) this.#drafts.set(left, entered);
    if (coming === undefined) return undefined;
    const kept = this.#drafts.get(coming);
    this.#drafts.delete(coming);
    return kept;
  }

  /** Changes what waits for a company, if something does. `change` returns undefined where nothing is left of it. */
  change(companyId: number, change: (kept: Draft) => Draft | undefined): void {
    const kept = this.#drafts.get(companyId);
    if (kept === undefined) return;
    const changed = change(kept);
    if (changed === undefined) this.#drafts.delete(companyId);
    else this.#drafts.set(companyId, changed);
  }
}
