import { PortalError } from '../contract/index.js';
import type { PortalUser, PortalUserChange } from '../model/index.js';

const changeable = [
  'userName',
  'isActive',
  'securityLevel',
  'dateFormat',
  'timeFormat',
  'numberFormat',
] as const satisfies (keyof PortalUserChange)[];

/** Whether there is nothing left to write. */
export function hasAlready(now: PortalUser, change: PortalUserChange): boolean {
  return changeable.every((field) => change[field] === undefined || now[field] === change[field]);
}

/** Rejects with `validation` where somebody else gave a field of the change a third value; `null` expects nothing. */
export function refuseChangedMeanwhile(
  now: PortalUser,
  change: PortalUserChange,
  expected: PortalUser | null,
): void {
  if (expected === null) return;
  const changed = changeable.filter(
    (field) => change[field] !== undefined && now[field] !== expected[field] && now[field] !== change[field],
  );
  if (changed.length === 0) return;
  const problems = changed.map((field) => ({ path: [field], code: 'changed-meanwhile' }));
  throw new PortalError({ code: 'validation', problems });
}
