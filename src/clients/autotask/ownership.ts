/** A contact stays with its company (the PSA offers no way to move one), so this may be true for a while. */
const KEPT_MS = 2 * 60_000;
/** So many contacts are remembered, the latest. */
const KEPT = 5_000;

/** Whose contacts are whose, as read lately: a long row of writes needs no look-up for each. */
export class Ownership {
  readonly #known = new Map<number, { companyId: number; until: number }>();

  /** The contact's company, or undefined where that was not read lately. */
  companyOf(contactId: number): number | undefined {
    const known = this.#known.get(contactId);
    return known !== undefined && Date.now() < known.until ? known.companyId : undefined;
  }

  remember(contacts: readonly { id: number; companyID: number }[]): void {
    const until = Date.now() + KEPT_MS;
    for (const { id, companyID } of contacts) {
      this.#known.delete(id);
      this.#known.set(id, { companyId: companyID, until });
    }
    // A map keeps the order of insertion: the oldest come first.
    for (const id of this.#known.keys()) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(id);
    }
  }
}
