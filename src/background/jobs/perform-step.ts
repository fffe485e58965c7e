import { MOST_CONTACTS, PortalError, type PortalAdmin } from '../../contract/index.js';
import type { PortalUser } from '../../model/index.js';
import type { StepRecord } from '../database/index.js';

/** People who wait for an answer go first. */
const inBackground = { priority: 'background' } as const;

/** Carries out one step. `password` is a new account's. Rejects with a `PortalError`. */
export async function performStep(
  client: PortalAdmin,
  companyId: number,
  { planned }: StepRecord,
  password: string | undefined,
): Promise<PortalUser> {
  if (planned.action === 'change') {
    const { before, change } = planned;
    return (await client.changePortalUser(companyId, before.id, change, before, inBackground)).after;
  }
  if (planned.action === 'refused' || password === undefined)
    throw new PortalError({ code: 'unknown', detail: 'a step that cannot be done was claimed' });
  return client.createPortalUser(companyId, { ...planned.account, password }, inBackground);
}

/** The accounts that these steps are about, by contact, as the backend has them now. */
export async function accountsOf(
  client: PortalAdmin,
  companyId: number,
  contactIds: readonly number[],
): Promise<ReadonlyMap<number, PortalUser>> {
  const accounts = new Map<number, PortalUser>();
  for (let from = 0; from < contactIds.length; from += MOST_CONTACTS) {
    const ids = contactIds.slice(from, from + MOST_CONTACTS);
    for (const account of await client.portalUsers(companyId, ids, inBackground))
      accounts.set(account.contactId, account);
  }
  return accounts;
}
