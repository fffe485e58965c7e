import { PortalError, type PortalUserChanged } from '../../contract/index.js';
import {
  hasAlready,
  isSameUserName,
  namesAmong,
  type PortalUser,
  type PortalUserChange,
  type PortalUserDraft,
} from '../../model/index.js';
import { isAnswerLost } from '../answer-lost.js';
import { refuseChangedMeanwhile } from '../expected.js';
import { batchPerPriority } from './batch.js';
import { toPortalUser, type AutotaskContacts } from './contacts.js';
import { ClientPortalUsers } from './entities.js';
import { queryFor } from './filter.js';
import type { CallTerms } from './limits/scheduler.js';
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
  readonly #find = batchPerPriority((ids, terms) => this.#load(ids, terms));
  readonly #findOfContact = batchPerPriority((ids, terms) => this.contacts.accountsOf(ids, terms));

  constructor(
    private readonly rest: AutotaskRest,
    private readonly contacts: AutotaskContacts,
  ) {}

  /** One query, since there is at most one account for each name. */
  async takenUserNames(userNames: string[], exceptId: number | null, terms: CallTerms): Promise<string[]> {
    if (userNames.length === 0) return [];
    const query = queryFor(ClientPortalUsers, { op: 'in', field: 'userName', value: userNames });
    const holders = await this.rest.all(ClientPortalUsers, query, terms);
    const taken = holders.filter(({ id }) => id !== exceptId).map(({ userName }) => userName);
    return namesAmong(userNames, taken);
  }

  async create(companyId: number, draft: PortalUserDraft, terms: CallTerms): Promise<PortalUser> {
    const { contactId, isActive, password, ...same } = draft;
    const [isOwn, holder] = await Promise.all([
      this.contacts.isOwn(companyId, contactId, terms),
      this.contacts.takeVacancy(contactId) ? undefined : this.#findOfContact(contactId, terms),
    ]);
    // A wrong creation is permanent, and the vendor would not notice another company's contact.
    if (!isOwn) throw refusedContact('contact-unknown');
    // Asked before, so that an account that is there after a refusal can be told to be this very one.
    if (holder !== undefined) throw refusedContact('contact-has-portal-user');
    const values = { ...same, password, contactID: contactId, isClientPortalActive: isActive };
    try {
      const id = await this.rest.write(ClientPortalUsers, 'post', values, terms);
      return { ...same, id, contactId, isActive };
    } catch (thrown) {
      return await this.#createdAfterAll(draft, thrown, terms);
    }
  }

  /** The accounts of these contacts of the company, as they are now. */
  async ofContacts(companyId: number, contactIds: number[], terms: CallTerms): Promise<PortalUser[]> {
    const [own, accounts] = await Promise.all([
      this.contacts.ownContacts(companyId, contactIds, terms),
      this.contacts.accountsOf(contactIds, terms),
    ]);
    return [...accounts.values()].filter(({ contactId }) => own.has(contactId));
  }

  async change(
    { companyId, portalUserId, change, expected }: AccountChange,
    terms: CallTerms,
  ): Promise<PortalUserChanged> {
    const before = await this.#find(portalUserId, terms);
    if (before === undefined || !(await this.contacts.isOwn(companyId, before.contactId, terms)))
      throw new PortalError({ code: 'not-found' });
    refuseChangedMeanwhile(before, change, expected);
    if (hasAlready(before, change)) return { before, after: before };
    const { isActive, ...same } = change;
    const flag = isActive === undefined ? {} : { isClientPortalActive: isActive };
    try {
      await this.rest.write(ClientPortalUsers, 'patch', { id: portalUserId, ...same, ...flag }, terms);
      return { before, after: { ...before, ...change } };
    } catch (thrown) {
      if (!isAnswerLost(thrown)) throw thrown;
      const now = await this.#lookAgain(() => this.#find(portalUserId, terms), thrown);
      if (now === undefined || !hasAlready(now, change)) throw thrown;
      return { before, after: now };
    }
  }

  /**
   * The answer to a create was lost, or the vendor refused: whether there is an account now, only the contact's account can
   * tell. A refusal can be of our own doing: where a connection breaks on which there was an answer before, Chromium sends
   * the request once more by itself, a POST too (measured), and the vendor refuses the second. The account is ours then if
   * it is what was asked for in every field; it was not there a moment before.
   */
  async #createdAfterAll(draft: PortalUserDraft, thrown: unknown, terms: CallTerms): Promise<PortalUser> {
    // A request too many may be the browser's second one as well.
    const isRefused =
      thrown instanceof PortalError && ['validation', 'rate-limited'].includes(thrown.data.code);
    if (!isRefused && !isAnswerLost(thrown)) throw thrown;
    const found = await this.#lookAgain(() => this.#findOfContact(draft.contactId, terms), thrown);
    if (found === undefined) throw thrown;
    const isOurs = isRefused ? hasAlready(found, draft) : isSameUserName(found.userName, draft.userName);
    if (!isOurs) throw refusedContact('contact-has-portal-user');
    return found;
  }

  /** Where even the look fails, the first failure is what the admin should hear, unless it may be of our own doing. */
  async #lookAgain(
    look: () => Promise<PortalUser | undefined>,
    thrown: unknown,
  ): Promise<PortalUser | undefined> {
    try {
      return await look();
    } catch {
      throw isTaken(thrown) ? new PortalError({ code: 'offline' }) : thrown;
    }
  }

  async #load(ids: number[], terms: CallTerms): Promise<Map<number, PortalUser>> {
    const query = queryFor(ClientPortalUsers, { op: 'in', field: 'id', value: ids });
    const items = await this.rest.all(ClientPortalUsers, query, terms);
    return new Map(items.map((item) => [item.id, toPortalUser(item)]));
  }
}

/** Refused because of an account that there is, which may be the one that was asked for. */
function isTaken(thrown: unknown): boolean {
  if (!(thrown instanceof PortalError) || thrown.data.code !== 'validation') return false;
  return thrown.data.problems.some(
    ({ code }) => code === 'contact-has-portal-user' || code === 'user-name-taken',
  );
}

function refusedContact(code: string): PortalError {
  return new PortalError({ code: 'validation', problems: [{ path: ['contactId'], code }] });
}
