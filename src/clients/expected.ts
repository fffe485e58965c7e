import { PortalError } from '../contract/index.js';
import { changeableFields, type PortalUser, type PortalUserChange } from '../model/index.js';

/** Rejects with `validation` where somebody else gave a field of the change a third value; `null` expects nothing. */
export function refuseChangedMeanwhile(
  now: PortalUser,
  change: PortalUserChange,
  expected: PortalUser | null,
): void {
  if (expected === null) return;
  const changed = changeableFields.filter(
    (field) => change[field] !== undefined && now[field] !== expected[field] && now[field] !== change[field],
  );
  if (changed.length === 0) return;
  const problems = changed.map((field) => ({ path: [field], code: 'changed-meanwhile' }));
  throw new PortalError({ code: 'validation', problems });
}
