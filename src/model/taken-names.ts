import type { CompanyRows } from './company-rows.js';
import { canBeNumbered, numberedName, type NameCandidate } from './user-name-pattern.js';

/** Whose a user name is already. */
export type NameOwner = 'account' | 'plan';

/** The user names that nobody can get any more; case does not matter. */
export class TakenNames {
  readonly #planned = new Set<string>();
  /** By the name without a number: the next number to try. Many may share a name. */
  readonly #next = new Map<string, number>();

  /** @param elsewhere names of other companies' accounts, as far as they are known; in lower case. */
  constructor(
    private readonly rows: Pick<CompanyRows, 'hasUserName'>,
    private readonly elsewhere: ReadonlySet<string> = new Set(),
  ) {}

  ownerOf(userName: string): NameOwner | undefined {
    const name = userName.toLowerCase();
    if (this.#planned.has(name)) return 'plan';
    return this.rows.hasUserName(name) || this.elsewhere.has(name) ? 'account' : undefined;
  }

  take(userName: string): void {
    this.#planned.add(userName.toLowerCase());
  }

  /** The first name by this candidate that is free; where none can be, the one without a number. */
  freeName(candidate: NameCandidate): string {
    const plain = numberedName(candidate, 1);
    if (!canBeNumbered(candidate)) return plain;
    const key = candidate.pieces.join('\0').toLowerCase();
    let number = this.#next.get(key) ?? 1;
    while (this.ownerOf(numberedName(candidate, number)) !== undefined) number += 1;
    this.#next.set(key, number + 1);
    return numberedName(candidate, number);
  }
}
