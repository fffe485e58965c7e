import * as v from 'valibot';
import type { ContactRow } from './contact.js';
import { PortalUserSchema } from './contact.js';
import { IdSchema } from './ids.js';
import { passwordProblem, type PasswordProblem } from './password.js';
import { taskfireLevelsNeedTaskfire, SecurityLevelSchema, type SecurityLevel } from './security-level.js';
import { userNameProblem, type UserNameProblem } from './user-name.js';

/** A value of a PSA pick list. */
export const OptionSchema = v.object({ value: IdSchema, label: v.string(), isDefault: v.boolean() });
export type Option = v.InferOutput<typeof OptionSchema>;

/** The values that a portal user's fields can take in this PSA; read at run time, since tenants differ. */
export const PortalUserOptionsSchema = v.object({
  securityLevels: v.array(SecurityLevelSchema),
  dateFormats: v.array(OptionSchema),
  timeFormats: v.array(OptionSchema),
  numberFormats: v.array(OptionSchema),
});
export type PortalUserOptions = v.InferOutput<typeof PortalUserOptionsSchema>;

const writable = v.omit(PortalUserSchema, ['id', 'contactId']);

/** A new account. The password can be set but never be read again. */
export const PortalUserDraftSchema = v.object({
  ...writable.entries,
  contactId: IdSchema,
  password: v.string(),
});
export type PortalUserDraft = v.InferOutput<typeof PortalUserDraftSchema>;

/** What changes about an account. The contact cannot (vendor REST help: contactID cannot be modified). */
export const PortalUserChangeSchema = v.strictObject({
  userName: v.exactOptional(writable.entries.userName),
  isActive: v.exactOptional(writable.entries.isActive),
  securityLevel: v.exactOptional(writable.entries.securityLevel),
  dateFormat: v.exactOptional(writable.entries.dateFormat),
  timeFormat: v.exactOptional(writable.entries.timeFormat),
  numberFormat: v.exactOptional(writable.entries.numberFormat),
});
export type PortalUserChange = v.InferOutput<typeof PortalUserChangeSchema>;

export type PortalUserProblem =
  UserNameProblem | PasswordProblem | 'level-unknown' | 'level-needs-taskfire' | 'contact-inactive';

/** A field that is wrong, and why. */
export interface DraftProblem {
  readonly field: keyof PortalUserDraft;
  readonly code: PortalUserProblem;
}

export interface DraftContext {
  readonly row: ContactRow;
  readonly levels: readonly SecurityLevel[];
  readonly isTaskfireActive: boolean;
}

/** Everything that speaks against giving a contact this account, checked before the backend is asked. */
export function draftProblems(draft: PortalUserDraft, context: DraftContext): DraftProblem[] {
  const password = context.row.portalUser === null ? passwordProblem(draft.password) : undefined;
  const found: { field: DraftProblem['field']; code: PortalUserProblem | undefined }[] = [
    { field: 'contactId', code: context.row.contact.isActive ? undefined : 'contact-inactive' },
    { field: 'userName', code: userNameProblem(draft.userName) },
    { field: 'securityLevel', code: levelProblem(draft.securityLevel, context) },
    { field: 'password', code: password },
  ];
  return found.flatMap(({ field, code }) => (code === undefined ? [] : [{ field, code }]));
}

function levelProblem(id: number, context: DraftContext): PortalUserProblem | undefined {
  const level = context.levels.find((candidate) => candidate.id === id && candidate.isActive);
  if (level === undefined) return 'level-unknown';
  return taskfireLevelsNeedTaskfire(level, context.isTaskfireActive) ? undefined : 'level-needs-taskfire';
}
