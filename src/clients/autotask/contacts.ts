import { PortalError, type ContactPage } from '../../contract/index.js';
import {
  isAsDrafted,
  tidyContact,
  type Contact,
  type ContactDraft,
  type ContactRow,
  type PortalUser,
} from '../../model/index.js';
import { isAnswerLost } from '../answer-lost.js';
import { refuseWrongContact } from '../expected.js';
import { batchPerPriority } from './batch.js';
import type { AutotaskCompanies } from './companies.js';
import { ClientPortalUsers, Contacts, type ItemOf } from './entities.js';
import { queryFor } from './filter.js';
import type { CallTerms } from './limits/scheduler.js';
import { Recent } from './recent.js';
import type { AutotaskRest } from './rest.js';

/** A contact stays with its company (the PSA offers no way to move one), so this may be relied on for a while. */
const OWNER_KEPT_MS = 2 * 60_000;
/** Whoever gets an account meanwhile makes the vendor refuse a second one, so this only spares looks. */
const VACANCY_KEPT_MS = 2 * 60_000;

/** Contacts with their accounts: the vendor keeps them apart, and only the account points to the contact. */
export class AutotaskContacts {
  readonly #owners = new Recent<number>(OWNER_KEPT_MS);
  readonly #vacancies = new Recent<true>(VACANCY_KEPT_MS);
  readonly #findOwner = batchPerPriority((ids, terms) => this.#ownersOf(ids, terms));

  constructor(
    private readonly rest: AutotaskRest,
    private readonly companies: AutotaskCompanies,
  ) {}

  /** 500 contacts and the accounts that belong to them: two calls, on the first of several pages a third that counts. */
  async page(companyId: number, cursor: string | null, terms: CallTerms): Promise<ContactPage> {
    const query = queryFor(Contacts, { op: 'eq', field: 'companyID', value: companyId });
    const { items, next } = await this.rest.page(Contacts, query, cursor, terms);
    refuseForeign(companyId, items);
    if (items.length === 0 && cursor === null) await this.companies.mustExist(companyId, terms);
    const count = async (): Promise<number | null> => {
      if (cursor !== null) return null;
      return next === null ? items.length : this.rest.count(Contacts, query, terms);
    };
    const ids = items.map((item) => item.id);
    const [accounts, total] = await Promise.all([this.accountsOf(ids, terms), count()]);
    return { rows: items.map((item) => toRow(item, accounts.get(item.id) ?? null)), next, total };
  }

  /**
   * The vendor keeps no two contacts apart: the same one sent twice is there twice. So it is sent once, and where the answer
   * is lost, the contact is ours that has the same name, was not there before, and is what was drafted.
   */
  async create(companyId: number, draft: ContactDraft, terms: CallTerms): Promise<Contact> {
    refuseWrongContact(draft);
    const wanted = tidyContact(draft);
    const [before] = await Promise.all([
      this.#namesakes(companyId, wanted, terms),
      this.companies.mustExist(companyId, terms),
    ]);
    const { email, ...same } = wanted;
    const values = { ...same, emailAddress: email, companyID: companyId, isActive: 1 };
    try {
      const id = await this.rest.write(Contacts, 'post', values, terms, `Companies/${String(companyId)}/`);
      this.#owners.remember(id, companyId);
      return { ...wanted, id, companyId, isActive: true };
    } catch (thrown) {
      // A request too many may be the second one of a browser that sends a broken one again.
      const isRefused = thrown instanceof PortalError && thrown.data.code === 'rate-limited';
      if (!isRefused && !isAnswerLost(thrown)) throw thrown;
      const known = new Set(before.map(({ id }) => id));
      const now = await this.#namesakes(companyId, wanted, terms).catch(() => []);
      const made = now.find((contact) => !known.has(contact.id) && isAsDrafted(contact, wanted));
      if (made === undefined) throw thrown;
      return made;
    }
  }

  /** The company's contacts of this name. */
  async #namesakes(
    companyId: number,
    { firstName, lastName }: ContactDraft,
    terms: CallTerms,
  ): Promise<Contact[]> {
    const query = queryFor(
      Contacts,
      { op: 'eq', field: 'companyID', value: companyId },
      { op: 'eq', field: 'firstName', value: firstName },
      { op: 'eq', field: 'lastName', value: lastName },
    );
    return refuseForeign(companyId, await this.rest.all(Contacts, query, terms)).map(toContact);
  }

  /** Whether the contact belongs to this company: known from the last minutes, else asked together with others. */
  async isOwn(companyId: number, contactId: number, terms: CallTerms): Promise<boolean> {
    const owner = this.#owners.get(contactId) ?? (await this.#findOwner(contactId, terms));
    return owner === companyId;
  }

  /** Which of these contacts (at most 500) belong to the company. Asks only about those that were not read lately. */
  async ownContacts(companyId: number, ids: number[], terms: CallTerms): Promise<Set<number>> {
    const unknown = ids.filter((id) => this.#owners.get(id) === undefined);
    const owners = await this.#ownersOf(unknown, terms);
    return new Set(ids.filter((id) => (owners.get(id) ?? this.#owners.get(id)) === companyId));
  }

  async #ownersOf(ids: number[], terms: CallTerms): Promise<Map<number, number>> {
    if (ids.length === 0) return new Map();
    const query = queryFor(Contacts, { op: 'in', field: 'id', value: ids });
    const items = await this.rest.all(Contacts, query, terms);
    for (const { id, companyID } of items) this.#owners.remember(id, companyID);
    return new Map(items.map(({ id, companyID }) => [id, companyID]));
  }

  /** The accounts by contact (at most 500). */
  async accountsOf(contactIds: number[], terms: CallTerms): Promise<Map<number, PortalUser>> {
    if (contactIds.length === 0) return new Map();
    const query = queryFor(ClientPortalUsers, { op: 'in', field: 'contactID', value: contactIds });
    const items = await this.rest.all(ClientPortalUsers, query, terms);
    const accounts = new Map(items.map((item) => [item.contactID, toPortalUser(item)]));
    for (const id of contactIds)
      if (accounts.has(id)) this.#vacancies.forget(id);
      else this.#vacancies.remember(id, true);
    return accounts;
  }

  /** Whether a look in the last minutes found no account of this contact. Asked for once: it is about to get one. */
  takeVacancy(contactId: number): boolean {
    const isVacant = this.#vacancies.get(contactId) === true;
    this.#vacancies.forget(contactId);
    return isVacant;
  }
}

/** Rejects an answer with other companies' contacts: the vendor ignores a filter that it does not understand. */
function refuseForeign(companyId: number, items: ItemOf<typeof Contacts>[]): ItemOf<typeof Contacts>[] {
  if (items.some((item) => item.companyID !== companyId))
    throw new PortalError({ code: 'unknown', detail: "The answer holds other companies' contacts." });
  return items;
}

export function toPortalUser(item: ItemOf<typeof ClientPortalUsers>): PortalUser {
  const { contactID, isClientPortalActive, ...same } = item;
  return { ...same, contactId: contactID, isActive: isClientPortalActive };
}

function toRow(item: ItemOf<typeof Contacts>, portalUser: PortalUser | null): ContactRow {
  return { contact: toContact(item), portalUser };
}

function toContact(item: ItemOf<typeof Contacts>): Contact {
  const { id, companyID, firstName, lastName, emailAddress, phone, title, isActive } = item;
  return {
    id,
    companyId: companyID,
    firstName,
    lastName,
    email: emailAddress,
    phone,
    title,
    isActive: isActive === 1,
  };
}
