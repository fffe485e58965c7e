import { PortalError, type PortalUserChanged } from '../../contract/index.js';
import {
  isSameUserName,
  type PortalUser,
  type PortalUserChange,
  type PortalUserDraft,
} from '../../model/index.js';
import { hasAlready, refuseChangedMeanwhile } from '../expected.js';
import { toPortalUser, type AutotaskContacts } from './contacts.js';
import { ClientPortalUsers } from './entities.js';
import { queryFor } from './filter.js';
import type { AutotaskRest } from './rest.js';

/** What `changePortalUser` is asked for. */
interface AccountChange {
  readonly companyId: number;
  readonly portalUserId: number;
  readonly change: PortalUserChange;
  readonly expected: PortalUser | null;
}

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

  /** The accounts of these contacts of the company, as they are now. */
  async ofContacts(companyId: number, contactIds: number[], signal: AbortSignal): Promise<PortalUser[]> {
    const [own, accounts] = await Promise.all([
      this.contacts.ownContacts(companyId, contactIds, signal),
      this.contacts.accountsOf(contactIds, signal),
    ]);
    return [...accounts.values()].filter(({ contactId }) => own.has(contactId));
  }

  async change(
    { companyId, portalUserId, change, expected }: AccountChange,
    signal: AbortSignal,
  ): Promise<PortalUserChanged> {
    const before = await this.#find(portalUserId, signal);
    const owner = before === null ? null : await this.contacts.contactOf(companyId, before.contactId, signal);
    if (before === null || owner === null) throw new PortalError({ code: 'not-found' });
    refuseChangedMeanwhile(before, change, expected);
    if (hasAlready(before, change)) return { before, after: before };
    const { isActive, ...same } = change;
    const flag = isActive === undefined ? {} : { isClientPortalActive: isActive };
    try {
      await this.rest.write(ClientPortalUsers, 'patch', { id: portalUserId, ...same, ...flag }, signal);
      return { before, after: { ...before, ...change } };
    } catch (thrown) {
      if (!isAnswerLost(thrown)) throw thrown;
      const now = await this.#lookAgain(() => this.#find(portalUserId, signal), thrown);
      if (now === null || !hasAlready(now, change)) throw thrown;
      return { before, after: now };
    }
  }

  /**
   * The answer to a create was lost, or the vendor refused: whether there is an account now, only the contact's account can
   * tell. After a refusal it is somebody else's, whatever its name and whatever the vendor's reason.
   */
  async #createdAfterAll(draft: PortalUserDraft, thrown: unknown, signal: AbortSignal): Promise<PortalUser> {
    const isRefused = thrown instanceof PortalError && thrown.data.code === 'validation';
    if (!isRefused && !isAnswerLost(thrown)) throw thrown;
    const found = await this.#lookAgain(() => this.#ofContact(draft.contactId, signal), thrown);
    if (found === null) throw thrown;
    if (isRefused || !isSameUserName(found.userName, draft.userName))
      throw refusedContact('contact-has-portal-user');
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

function refusedContact(code: string): PortalError {
  return new PortalError({ code: 'validation', problems: [{ path: ['contactId'], code }] });
}
