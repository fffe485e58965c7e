import { PortalError } from '../contract/index.js';
import {
  changedSince,
  contactProblems,
  type ContactDraft,
  type PortalUser,
  type PortalUserChange,
} from '../model/index.js';

/** Rejects with `validation` where somebody else gave a field of the change a third value; `null` expects nothing. */
export function refuseChangedMeanwhile(
  now: PortalUser,
  change: PortalUserChange,
  expected: PortalUser | null,
): void {
  const changed = changedSince(now, change, expected);
  if (changed.length === 0) return;
  const problems = changed.map((field) => ({ path: [field], code: 'changed-meanwhile' }));
  throw new PortalError({ code: 'validation', problems });
}

/** Rejects with `validation` where a contact must not be added like this: nothing says that the backend looks as closely. */
export function refuseWrongContact(draft: ContactDraft): void {
  const problems = contactProblems(draft).map(({ field, code }) => ({ path: [field], code }));
  if (problems.length > 0) throw new PortalError({ code: 'validation', problems });
}
