import { MOST_CONTACTS, PortalError, type PortalAdmin, type PortalErrorData } from '../../contract/index.js';
import {
  hasAlready,
  generatePassword,
  inverseStep,
  type PlannedAccount,
  type PlannedStep,
  type PortalUser,
} from '../../model/index.js';
import type { MemoryJob } from './memory-job.js';

/** Does one step, or finds it done already; resolves with the account after it. Rejects with a `PortalError`. */
export async function doStep(admin: PortalAdmin, job: MemoryJob, index: number): Promise<PortalUser> {
  const { companyId } = job.draft;
  const planned = job.steps[index]?.planned;
  if (planned?.action === 'create') return create(admin, job, index, planned.account);
  if (planned?.action !== 'change') throw new PortalError({ code: 'not-found' });
  const { before, change } = planned;
  const { after } = await admin.changePortalUser(companyId, before.id, change, before);
  return after;
}

/** Never blindly a second time: where the answer to an earlier try was lost, it looks first whether the account is there. */
async function create(
  admin: PortalAdmin,
  job: MemoryJob,
  index: number,
  account: PlannedAccount,
): Promise<PortalUser> {
  const { companyId } = job.draft;
  const drafted = job.drafted.get(index);
  const [found] = drafted === undefined ? [] : await admin.portalUsers(companyId, [account.contactId]);
  if (found?.userName === account.userName) return found;
  const password = drafted ?? generatePassword();
  job.drafted.set(index, password);
  return admin.createPortalUser(companyId, { ...account, password });
}

/** What takes back what a job did; accounts of which others changed the same fields since are refused. */
export async function inverseSteps(admin: PortalAdmin, job: MemoryJob): Promise<PlannedStep[]> {
  const done = job.steps.filter(({ state }) => state === 'done');
  const contactIds = done.map(({ planned }) => planned.contactId);
  const accounts = await accountsOf(admin, job.draft.companyId, contactIds);
  return done.flatMap(({ planned, after }) => {
    const inverse = after === null ? undefined : inverseStep(planned, after);
    if (after === null || inverse === undefined) return [];
    const now = accounts.get(planned.contactId);
    const isUntouched = now !== undefined && hasAlready(now, writtenBy(planned));
    return [isUntouched ? inverse : refusedStep(planned)];
  });
}

function writtenBy(planned: PlannedStep): Partial<PortalUser> {
  return planned.action === 'change' ? planned.change : { isActive: true };
}

/** `changed-meanwhile` is also the code of the problem with which a change of such an account is refused. */
function refusedStep({ contactId, contactName }: PlannedStep): PlannedStep {
  return { action: 'refused', contactId, contactName, reason: 'changed-meanwhile' };
}

async function accountsOf(
  admin: PortalAdmin,
  companyId: number,
  contactIds: readonly number[],
): Promise<Map<number, PortalUser>> {
  const accounts = new Map<number, PortalUser>();
  for (let at = 0; at < contactIds.length; at += MOST_CONTACTS)
    for (const one of await admin.portalUsers(companyId, contactIds.slice(at, at + MOST_CONTACTS)))
      accounts.set(one.contactId, one);
  return accounts;
}

/** Until when nothing can be done after this error (null: until somebody acts), or undefined where the step itself failed. */
export function waitAfter(
  error: PortalErrorData,
  now: Date,
  retryAfterMs: number,
): string | null | undefined {
  switch (error.code) {
    case 'rate-limited':
      return error.retryAt;
    case 'offline':
    case 'worker-restarted':
      return new Date(now.getTime() + retryAfterMs).toISOString();
    case 'auth':
    case 'locked':
    case 'permission-missing':
    case 'storage-full':
      return null;
    default:
      return undefined;
  }
}
