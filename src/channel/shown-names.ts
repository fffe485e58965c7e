import * as v from 'valibot';
import { sortName, type Company, type Contact, type ContactRow } from '../model/index.js';

/** Longer than any name that the PSA takes. */
const LONGEST = 300;
const NameSchema = v.nullable(v.pipe(v.string(), v.maxLength(LONGEST)));

/** What a write is about, as the page shows it: for the journal only, and null where the page shows no name. */
export const ShownNamesSchema = v.strictObject({ company: NameSchema, contact: NameSchema });
export type ShownNames = v.InferOutput<typeof ShownNamesSchema>;

/**
 * The names that have come to the page. The contacts are those of the list that was read last, as it was given: a list of
 * 100,000 costs nothing more here, and a write can afford to search it.
 */
export class NamesInPage {
  readonly #companies = new Map<number, string>();
  #contacts: (readonly Pick<ContactRow, 'contact'>[])[] = [];

  keepCompany(company: Company): Company {
    this.#companies.set(company.id, company.name);
    return company;
  }

  keepContacts<Page extends { readonly rows: readonly ContactRow[] }>(
    cursor: string | null,
    page: Page,
  ): Page {
    if (cursor === null) this.#contacts = [];
    this.#contacts.push(page.rows);
    return page;
  }

  keepContact(contact: Contact): Contact {
    this.#contacts.push([{ contact }]);
    return contact;
  }

  of(companyId: number, contactId: number | null = null): ShownNames {
    const company = this.#companies.get(companyId);
    const contact = contactId === null ? null : this.#contact(contactId);
    return { company: company?.slice(0, LONGEST) ?? null, contact: contact?.slice(0, LONGEST) ?? null };
  }

  #contact(contactId: number): string | null {
    for (const rows of this.#contacts) {
      const row = rows.find(({ contact }) => contact.id === contactId);
      if (row !== undefined) return sortName(row.contact);
    }
    return null;
  }
}
