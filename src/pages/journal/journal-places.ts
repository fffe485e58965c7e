import type { JournalEntry, JournalFilter } from '../../contract/index.js';
import { companyWords, psaHost } from './journal-words.js';

/** Something to choose: how it is called, and the filter that it stands for. */
export interface Choice {
  readonly label: string;
  readonly filter: JournalFilter;
}

/** The PSAs and companies of all entries seen so far, so that a choice never takes the others away. */
export class JournalPlaces {
  /** By PSA and number, with the newest name that is known. */
  readonly #companies = new Map<string, Map<number, string | null>>();

  see(entries: readonly JournalEntry[]): void {
    // The newest come first.
    for (const { psaOrigin, companyId, companyName } of entries) {
      const companies = this.#companies.get(psaOrigin) ?? new Map<number, string | null>();
      this.#companies.set(psaOrigin, companies.set(companyId, companies.get(companyId) ?? companyName));
    }
  }

  clear(): void {
    this.#companies.clear();
  }

  get psas(): Choice[] {
    return [...this.#companies.keys()]
      .sort()
      .map((psaOrigin) => ({ label: psaOrigin, filter: { psaOrigin, companyId: null } }));
  }

  /** Of one PSA, or of all. Numbers are a company's in its PSA only, so each choice names both. */
  companies(psaOrigin: string | null): Choice[] {
    const isOne = psaOrigin !== null || this.#companies.size === 1;
    const found = [...this.#companies].filter(([origin]) => psaOrigin === null || origin === psaOrigin);
    return found.flatMap(([origin, companies]) =>
      [...companies]
        .map(([companyId, name]) => ({ companyId, name: companyWords(companyId, name) }))
        .sort((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }))
        .map(({ companyId, name }) => ({
          label: isOne ? name : `${name} · ${psaHost(origin)}`,
          filter: { psaOrigin: origin, companyId },
        })),
    );
  }
}
