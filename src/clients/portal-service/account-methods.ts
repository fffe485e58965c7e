import * as v from 'valibot';
import {
  PortalError,
  PortalUserChangedSchema,
  type PortalAdmin,
  type PortalUserChanged,
} from '../../contract/index.js';
import {
  hasAlready,
  isSameUserName,
  namesAmong,
  PortalUserOptionsSchema,
  PortalUserSchema,
  type PortalUser,
  type PortalUserChange,
  type PortalUserDraft,
} from '../../model/index.js';
import { isAnswerLost } from '../answer-lost.js';
import { withinDeadline } from '../http/index.js';
import type { Listeners } from '../listeners.js';
import type { PortalServiceRest } from './rest.js';
import type { ReadPath } from './section-methods.js';

const TakenSchema = v.object({ taken: v.array(v.string()) });

/** What `changePortalUser` is asked for. */
interface AccountChange {
  readonly companyId: number;
  readonly portalUserId: number;
  readonly change: PortalUserChange;
  readonly expected: PortalUser | null;
}

/** Contacts' accounts. They can be created and changed, never deleted, so no write is repeated. */
export function accountMethods(
  rest: PortalServiceRest,
  get: ReadPath,
  listeners: Listeners,
): Pick<
  PortalAdmin,
  'portalUserOptions' | 'takenUserNames' | 'portalUsers' | 'createPortalUser' | 'changePortalUser'
> {
  return {
    portalUserOptions: (options) => get('portal-user-options', PortalUserOptionsSchema, options),
    takenUserNames: async (userNames, exceptPortalUserId, options) => {
      if (userNames.length === 0) return [];
      const asked = { userNames, exceptPortalUserId };
      const { taken } = await withinDeadline(options?.signal, (signal) =>
        rest.query('user-names/query', asked, TakenSchema, signal),
      );
      return namesAmong(userNames, taken);
    },
    portalUsers: (companyId, contactIds, options) =>
      withinDeadline(options?.signal, (signal) => accountsOf(rest, companyId, contactIds, signal)),
    createPortalUser: async (companyId, draft) => {
      const created = await withinDeadline(undefined, (signal) => create(rest, companyId, draft, signal));
      listeners.tell({ kind: 'portal-user', companyId, contactId: created.contactId });
      return created;
    },
    changePortalUser: async (companyId, portalUserId, change, expected) => {
      const wanted = { companyId, portalUserId, change, expected };
      const changed = await withinDeadline(undefined, (signal) => changeAccount(rest, wanted, signal));
      listeners.tell({ kind: 'portal-user', companyId, contactId: changed.after.contactId });
      return changed;
    },
  };
}

async function accountsOf(
  rest: PortalServiceRest,
  companyId: number,
  contactIds: readonly number[],
  signal: AbortSignal,
): Promise<PortalUser[]> {
  if (contactIds.length === 0) return [];
  const asked = new Set(contactIds);
  const schema = v.object({
    portalUsers: v.pipe(
      v.array(PortalUserSchema),
      v.check((users) => users.every(({ contactId }) => asked.has(contactId)), 'not asked for'),
    ),
  });
  const path = `companies/${companyId}/portal-users/query`;
  return (await rest.query(path, { contactIds }, schema, signal)).portalUsers;
}

/** Asked before, so that an account that is there after a refusal can be told to be this very one. */
async function create(
  rest: PortalServiceRest,
  companyId: number,
  draft: PortalUserDraft,
  signal: AbortSignal,
): Promise<PortalUser> {
  const look = async (): Promise<PortalUser | undefined> =>
    (await accountsOf(rest, companyId, [draft.contactId], signal))[0];
  if ((await look()) !== undefined) throw hasOneAlready();
  const schema = v.pipe(
    PortalUserSchema,
    v.check(({ contactId }) => contactId === draft.contactId, 'another contact'),
  );
  try {
    const path = `companies/${companyId}/portal-users`;
    return await rest.write({ method: 'post', path, json: draft, isCreate: true }, schema, signal);
  } catch (thrown) {
    return createdAfterAll(draft, thrown, look);
  }
}

/**
 * The answer to a create was lost, or the service refused: whether there is an account now, only the contact's account can
 * tell. A refusal can be of our own doing: where a connection breaks on which there was an answer before, Chromium sends the
 * request once more by itself, a POST too, and the second is refused. The account is ours then if it is what was asked for in
 * every field.
 */
async function createdAfterAll(
  draft: PortalUserDraft,
  thrown: unknown,
  look: () => Promise<PortalUser | undefined>,
): Promise<PortalUser> {
  const isRefused =
    thrown instanceof PortalError && ['validation', 'rate-limited'].includes(thrown.data.code);
  if (!isRefused && !isAnswerLost(thrown)) throw thrown;
  // Where even the look fails, the first failure is what the admin should hear, unless it may be of our own doing.
  const found = await look().catch(() => {
    throw isTaken(thrown) ? new PortalError({ code: 'offline' }) : thrown;
  });
  if (found === undefined) throw thrown;
  const isOurs = isRefused ? hasAlready(found, draft) : isSameUserName(found.userName, draft.userName);
  if (!isOurs) throw hasOneAlready();
  return found;
}

/** Sent once; the service itself compares with what was expected. Where the answer is lost, the account tells. */
async function changeAccount(
  rest: PortalServiceRest,
  { companyId, portalUserId, change, expected }: AccountChange,
  signal: AbortSignal,
): Promise<PortalUserChanged> {
  const path = `companies/${companyId}/portal-users/${portalUserId}`;
  const isThisOne = (user: PortalUser): boolean => user.id === portalUserId;
  const accountSchema = v.pipe(PortalUserSchema, v.check(isThisOne, 'another account'));
  const changedSchema = v.pipe(
    PortalUserChangedSchema,
    v.check(({ before, after }) => isThisOne(before) && isThisOne(after), 'another account'),
    v.check(({ after }) => hasAlready(after, change), 'not changed'),
  );
  const before = expected ?? (await rest.get(path, accountSchema, signal));
  try {
    const json = { change, expected };
    return await rest.write({ method: 'patch', path, json }, changedSchema, signal);
  } catch (thrown) {
    if (!isAnswerLost(thrown)) throw thrown;
    const now = await rest.get(path, accountSchema, signal).catch(() => undefined);
    if (now === undefined || !hasAlready(now, change)) throw thrown;
    return { before, after: now };
  }
}

/** Refused because of an account that there is, which may be the one that was asked for. */
function isTaken(thrown: unknown): boolean {
  if (!(thrown instanceof PortalError) || thrown.data.code !== 'validation') return false;
  return thrown.data.problems.some(
    ({ code }) => code === 'contact-has-portal-user' || code === 'user-name-taken',
  );
}

function hasOneAlready(): PortalError {
  const problems = [{ path: ['contactId'], code: 'contact-has-portal-user' }];
  return new PortalError({ code: 'validation', problems });
}
