import type { PortalUser } from './contact.js';
import type { PortalUserChange } from './portal-user-draft.js';

/** The fields of an account that can change. */
export const changeableFields = [
  'userName',
  'isActive',
  'securityLevel',
  'dateFormat',
  'timeFormat',
  'numberFormat',
] as const satisfies (keyof PortalUserChange)[];

/** Whether there is nothing left to write. */
export function hasAlready(now: PortalUser, change: PortalUserChange): boolean {
  return changeableFields.every((field) => change[field] === undefined || now[field] === change[field]);
}

/** The fields of the change to which somebody else gave a third value since `expected`; `null` expects nothing. */
export function changedSince(
  now: PortalUser,
  change: PortalUserChange,
  expected: PortalUser | null,
): (typeof changeableFields)[number][] {
  if (expected === null) return [];
  return changeableFields.filter(
    (field) => change[field] !== undefined && now[field] !== expected[field] && now[field] !== change[field],
  );
}
