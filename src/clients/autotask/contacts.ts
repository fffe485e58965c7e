import { PortalError, type ContactPage } from '../../contract/index.js';
import type { Contact, ContactRow, PortalUser } from '../../model/index.js';
import type { AutotaskCompanies } from './companies.js';
import { ClientPortalUsers, Contacts, type ItemOf } from './entities.js';
import { queryFor } from './filter.js';
import type { AutotaskRest } from './rest.js';

/** Contacts with their accounts: the vendor keeps them apart, and only the account points to the contact. */
export class AutotaskContacts {
  constructor(
    private readonly rest: AutotaskRest,
    private readonly companies: AutotaskCompanies,
  ) {}

  /** 500 contacts and the accounts that belong to them: two calls, on the first of several pages a third that counts. */
  async page(companyId: number, cursor: string | null, signal: AbortSignal): Promise<ContactPage> {
    const query = queryFor(Contacts, { op: 'eq', field: 'companyID', value: companyId });
    const { items, next } = await this.rest.page(Contacts, query, cursor, signal);
    if (items.some((item) => item.companyID !== companyId))
      throw new PortalError({ code: 'unknown', detail: "The answer holds other companies' contacts." });
    if (items.length === 0 && cursor === null) await this.companies.mustExist(companyId, signal);
    const count = async (): Promise<number | null> => {
      if (cursor !== null) return null;
      return next === null ? items.length : this.rest.count(Contacts, query, signal);
    };
    const ids = items.map((item) => item.id);
    const [accounts, total] = await Promise.all([this.accountsOf(ids, signal), count()]);
    return { rows: items.map((item) => toRow(item, accounts.get(item.id) ?? null)), next, total };
  }

  /** The contact, if it belongs to this company. */
  async contactOf(companyId: number, contactId: number, signal: AbortSignal): Promise<Contact | null> {
    const item = await this.rest.find(Contacts, contactId, signal);
    return item?.companyID === companyId ? toContact(item) : null;
  }

  /** Which of these contacts (at most 500) belong to the company. */
  async ownContacts(companyId: number, ids: number[], signal: AbortSignal): Promise<Set<number>> {
    if (ids.length === 0) return new Set();
    const query = queryFor(Contacts, { op: 'in', field: 'id', value: ids });
    const items = await this.rest.all(Contacts, query, signal);
    return new Set(items.filter(({ companyID }) => companyID === companyId).map(({ id }) => id));
  }

  /** The accounts by contact (at most 500). */
  async accountsOf(contactIds: number[], signal: AbortSignal): Promise<Map<number, PortalUser>> {
    if (contactIds.length === 0) return new Map();
    const query = queryFor(ClientPortalUsers, { op: 'in', field: 'contactID', value: contactIds });
    const items = await this.rest.all(ClientPortalUsers, query, signal);
    return new Map(items.map((item) => [item.contactID, toPortalUser(item)]));
  }
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
