import type { PlannedStep } from './bulk-plan.js';
import type { PortalUser } from './contact.js';
import type { PortalUserChange } from './portal-user-draft.js';

/**
 * The step that takes another one back, given the account as that one left it. An account that was created can only
 * be deactivated: there is no way to delete one (vendor REST help, ClientPortalUsers). Undefined for a refused one.
 */
export function inverseStep(planned: PlannedStep, after: PortalUser): PlannedStep | undefined {
  const { contactId, contactName } = planned;
  const take = (change: PortalUserChange): PlannedStep => ({
    action: 'change',
    contactId,
    contactName,
    before: after,
    change,
  });
  if (planned.action === 'create') return take({ isActive: false });
  return planned.action === 'change' ? take(valuesBefore(planned.before, planned.change)) : undefined;
}

/** What the changed fields were. */
function valuesBefore(before: PortalUser, change: PortalUserChange): PortalUserChange {
  const values: PortalUserChange = {};
  if (change.userName !== undefined) values.userName = before.userName;
  if (change.isActive !== undefined) values.isActive = before.isActive;
  if (change.securityLevel !== undefined) values.securityLevel = before.securityLevel;
  if (change.dateFormat !== undefined) values.dateFormat = before.dateFormat;
  if (change.timeFormat !== undefined) values.timeFormat = before.timeFormat;
  if (change.numberFormat !== undefined) values.numberFormat = before.numberFormat;
  return values;
}
