import { PortalError } from '../../contract/index.js';
import {
  isSameUserName,
  type PortalUser,
  type PortalUserChange,
  type PortalUserDraft,
} from '../../model/index.js';
import { toPortalUser, type AutotaskContacts } from './contacts.js';
import { ClientPortalUsers } from './entities.js';
import { queryFor } from './filter.js';
import type { AutotaskRest } from './rest.js';

/** Contacts' accounts. They can be created and changed, never deleted, so every write is checked and none repeated. */
export class AutotaskPortalUsers {
  constructor(
    private readonly rest: AutotaskRest,
    private readonly contacts: AutotaskContacts,
  ) {}

  async isUserNameFree(userName: string, exceptId: number | null, signal: AbortSignal): Promise<boolean> {
    const query = queryFor(ClientPortalUsers, { op: 'eq', field: 'userName', value: userName });
    const holders = await this.rest.all(ClientPortalUsers, query, signal);
    return holders.every((holder) => holder.id === exceptId);
  }

  async create(companyId: number, draft: PortalUserDraft, signal: AbortSignal): Promise<PortalUser> {
    const { contactId, isActive, password, ...same } = draft;
    // A wrong creation is permanent, and the vendor would not notice another company's contact.
    if ((await this.contacts.contactOf(companyId, contactId, signal)) === null)
      throw refusedContact('contact-unknown');
    const values = { ...same, password, contactID: contactId, isClientPortalActive: isActive };
    try {
      const id = await this.rest.write(ClientPortalUsers, 'post', values, signal);
      return { ...same, id, contactId, isActive };
    } catch (thrown) {
      return await this.#createdAfterAll(draft, thrown, signal);
    }
  }

  async change(
    companyId: number,
    portalUserId: number,
    change: PortalUserChange,
    signal: AbortSignal,
  ): Promise<PortalUser> {
    const before = await this.#find(portalUserId, signal);
    const owner = before === null ? null : await this.contacts.contactOf(companyId, before.contactId, signal);
    if (before === null || owner === null) throw new PortalError({ code: 'not-found' });
    const { isActive, ...same } = change;
    const flag = isActive === undefined ? {} : { isClientPortalActive: isActive };
    try {
      await this.rest.write(ClientPortalUsers, 'patch', { id: portalUserId, ...same, ...flag }, signal);
      return { ...before, ...change };
    } catch (thrown) {
      if (!isAnswerLost(thrown)) throw thrown;
      const now = await this.#lookAgain(() => this.#find(portalUserId, signal), thrown);
      if (now === null || !hasAlready(now, change)) throw thrown;
      return now;
    }
  }

  /** The answer to a create was lost: whether it was carried out, only the contact's account can tell. */
  async #createdAfterAll(draft: PortalUserDraft, thrown: unknown, signal: AbortSignal): Promise<PortalUser> {
    if (!isAnswerLost(thrown)) throw thrown;
    const found = await this.#lookAgain(() => this.#ofContact(draft.contactId, signal), thrown);
    if (found === null) throw thrown;
    if (!isSameUserName(found.userName, draft.userName)) throw refusedContact('contact-has-portal-user');
    return found;
  }

  /** Where even the look fails, the first failure is what the admin should hear. */
  async #lookAgain(look: () => Promise<PortalUser | null>, thrown: unknown): Promise<PortalUser | null> {
    try {
      return await look();
    } catch {
      throw thrown;
    }
  }

  async #find(portalUserId: number, signal: AbortSignal): Promise<PortalUser | null> {
    const item = await this.rest.find(ClientPortalUsers, portalUserId, signal);
    return item === null ? null : toPortalUser(item);
  }

  async #ofContact(contactId: number, signal: AbortSignal): Promise<PortalUser | null> {
    const query = queryFor(ClientPortalUsers, { op: 'eq', field: 'contactID', value: contactId });
    const [item] = await this.rest.all(ClientPortalUsers, query, signal);
    return item === undefined ? null : toPortalUser(item);
  }
}

function isAnswerLost(thrown: unknown): boolean {
  return thrown instanceof PortalError && (thrown.data.code === 'offline' || thrown.data.code === 'unknown');
}

function hasAlready(now: PortalUser, change: PortalUserChange): boolean {
  // The keys keep their order, so equal texts are equal values.
  return JSON.stringify({ ...now, ...change }) === JSON.stringify(now);
}

function refusedContact(code: string): PortalError {
  return new PortalError({ code: 'validation', problems: [{ path: ['contactId'], code }] });
}
