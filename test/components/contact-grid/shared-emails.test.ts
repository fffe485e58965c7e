import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SharedEmails } from '../../../src/components/contact-grid/shared-emails.js';

const address = fc.constantFrom(null, '', ' ', 'a@x.example', 'A@x.example', 'b@x.example', 'c@x.example ');
const changes = fc.array(fc.record({ place: fc.nat(30), to: address }), { maxLength: 80 });

/** Rows with what the index says of them, as a list keeps it. */
class Rows {
  readonly emails: (string | null)[];
  readonly shares: boolean[];
  readonly #index = new SharedEmails((place) => this.emails[place] ?? null);

  constructor(emails: readonly (string | null)[]) {
    this.emails = [...emails];
    this.shares = emails.map(() => false);
    emails.forEach((_email, place) => this.#take(place));
  }

  change(place: number, to: string | null): void {
    const alone = this.#index.remove(place);
    if (alone !== undefined) this.shares[alone] = false;
    this.shares[place] = false;
    this.emails[place] = to;
    this.#take(place);
  }

  #take(place: number): void {
    const other = this.#index.add(place);
    if (other === undefined) return;
    this.shares[place] = true;
    this.shares[other] = true;
  }

  /** Looked through one by one. */
  get expected(): boolean[] {
    const folded = this.emails.map((email) => email?.trim().toLowerCase() ?? '');
    return folded.map(
      (email, place) => email !== '' && folded.some((one, at) => at !== place && one === email),
    );
  }
}

describe('SharedEmails', () => {
  it('tells whatever comes and changes what looking through all rows tells', () => {
    fc.assert(
      fc.property(fc.array(address, { minLength: 31, maxLength: 40 }), changes, (emails, changed) => {
        const rows = new Rows(emails);
        expect(rows.shares).toEqual(rows.expected);
        for (const { place, to } of changed) {
          rows.change(place, to);
          expect(rows.shares).toEqual(rows.expected);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('grows with the rows, without losing one', () => {
    const emails = Array.from({ length: 5_000 }, (_, place) => `person${String(place % 4_900)}@x.example`);
    const rows = new Rows(emails);
    expect(rows.shares).toEqual(rows.expected);
    expect(rows.shares.filter(Boolean)).toHaveLength(200);
  });
});
