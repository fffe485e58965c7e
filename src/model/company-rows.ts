import type { ContactRow } from './contact.js';

/** All contacts of a company as they were at one moment, found by id and by user name. Made once for many plans. */
export class CompanyRows {
  readonly #byId: ReadonlyMap<number, ContactRow>;
  readonly #userNames = new Set<string>();

  constructor(rows: readonly ContactRow[]) {
    this.#byId = new Map(rows.map((row) => [row.contact.id, row]));
    for (const { portalUser } of rows)
      if (portalUser !== null) this.#userNames.add(portalUser.userName.toLowerCase());
  }

  rowOf(contactId: number): ContactRow | undefined {
    return this.#byId.get(contactId);
  }

  /** Whether an account of the company has the user name, active or not; case does not matter. */
  hasUserName(userName: string): boolean {
    return this.#userNames.has(userName.toLowerCase());
  }
}
