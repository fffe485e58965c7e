import type { JournalEntry, JournalFilter } from '../../contract/index.js';
import { psaHost } from './journal-words.js';

/** Something to choose: how it is called, and the filter that it stands for. */
export interface Choice {
  readonly label: string;
  readonly filter: JournalFilter;
}

/** The PSAs and companies of all entries seen so far, so that a choice never takes the others away. */
export class JournalPlaces {
  readonly #companies = new Map<string, Set<number>>();

  see(entries: readonly JournalEntry[]): void {
    for (const { psaOrigin, companyId } of entries) {
      const companies = this.#companies.get(psaOrigin) ?? new Set();
      this.#companies.set(psaOrigin, companies.add(companyId));
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
        .sort((one, other) => one - other)
        .map((companyId) => ({
          label: isOne ? String(companyId) : `${companyId} · ${psaHost(origin)}`,
          filter: { psaOrigin: origin, companyId },
        })),
    );
  }
}
