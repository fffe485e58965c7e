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
