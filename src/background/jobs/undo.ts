import type { JobDraft, PortalAdmin } from '../../contract/index.js';
import {
  hasAlready,
  inverseStep,
  type PlannedStep,
  type PortalUser,
  type PortalUserChange,
} from '../../model/index.js';
import type { JobRecord, StepRecord } from '../database/index.js';
import { accountsOf } from './perform-step.js';

const inverseKinds = { activate: 'deactivate', deactivate: 'activate', change: 'change' } as const;

/**
 * The job that takes back what another has done, as far as it can be: an account that was made is switched off, since none
 * can be deleted; changed fields get their old values. What others have changed since is refused, here where it shows
 * already, and by the step itself where it happens later. Undefined where there is nothing to take back.
 */
export async function inverseDraft(
  client: PortalAdmin,
  job: JobRecord,
  done: readonly StepRecord[],
  id: string,
): Promise<JobDraft | undefined> {
  const contactIds = done.map(({ planned }) => planned.contactId);
  const accounts = await accountsOf(client, job.companyId, contactIds);
  const steps = done.flatMap((step) => inverseOf(step, accounts.get(step.planned.contactId)) ?? []);
  const { companyId, companyName } = job;
  return steps.length === 0 ? undefined : { id, companyId, companyName, kind: inverseKinds[job.kind], steps };
}

function inverseOf({ planned, after }: StepRecord, now: PortalUser | undefined): PlannedStep | undefined {
  const inverse = after === null ? undefined : inverseStep(planned, after);
  if (after === null || inverse === undefined) return undefined;
  if (now?.id === after.id && hasAlready(now, writtenBy(planned, after))) return inverse;
  const { contactId, contactName } = planned;
  return { action: 'refused', contactId, contactName, reason: 'changed-meanwhile' };
}

/** The fields that the step has set, and that must be untouched to be set back. */
function writtenBy(planned: PlannedStep, { isActive }: PortalUser): PortalUserChange {
  return planned.action === 'change' ? planned.change : { isActive };
}
