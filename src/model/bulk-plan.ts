import * as v from 'valibot';
import { PortalUserSchema } from './contact.js';
import { IdSchema } from './ids.js';
import { PortalUserChangeSchema, PortalUserDraftSchema, type PortalUserChange } from './portal-user-draft.js';

/** A new account without its initial password: that is generated when the step runs, so that no plan holds one. */
export const PlannedAccountSchema = v.omit(PortalUserDraftSchema, ['password']);
export type PlannedAccount = v.InferOutput<typeof PlannedAccountSchema>;

/** Who the step is about, in the words that the admin saw when they agreed to it. */
const who = { contactId: IdSchema, contactName: v.string() };

/** Why nothing becomes of a contact. Codes, since a plan outlives the language in which it was made. */
export const RefusalReasonSchema = v.picklist([
  'contact-inactive',
  /** The user name or the rules need an address. */
  'email-missing',
  'user-name-missing',
  'user-name-too-long',
  'user-name-characters',
  /** Another contact of the same plan gets it. */
  'user-name-doubled',
  /** Another account has it. */
  'user-name-taken',
  /** No rule gives a level, or the one that is given is none of this PSA. */
  'level-missing',
  'level-unknown',
  /** T5. */
  'level-needs-taskfire',
  'option-unknown',
  'already-active',
  'already-inactive',
  /** The account has all the values already. */
  'has-already',
  /** There is no account that could be changed. */
  'account-missing',
  /** The file says two things about the contact. */
  'csv-contradictory',
  /** Somebody else has changed the account since; for an undo. */
  'changed-meanwhile',
]);
export type RefusalReason = v.InferOutput<typeof RefusalReasonSchema>;

/**
 * What is to become of one contact's account. `change` names the account as the plan saw it: somebody else's later
 * change makes the step fail instead of being overwritten. A refused one is kept with the reason, for the result, and with
 * the `value` that it is about where there is one: a user name, or a level or format as a file names it.
 */
export const PlannedStepSchema = v.variant('action', [
  v.strictObject({ action: v.literal('create'), ...who, account: PlannedAccountSchema }),
  v.strictObject({
    action: v.literal('change'),
    ...who,
    before: PortalUserSchema,
    change: PortalUserChangeSchema,
  }),
  v.strictObject({
    action: v.literal('refused'),
    ...who,
    reason: RefusalReasonSchema,
    value: v.exactOptional(v.string()),
  }),
]);
export type PlannedStep =
  | { action: 'create'; contactId: number; contactName: string; account: PlannedAccount }
  | {
      action: 'change';
      contactId: number;
      contactName: string;
      before: v.InferOutput<typeof PortalUserSchema>;
      change: PortalUserChange;
    }
  | { action: 'refused'; contactId: number; contactName: string; reason: RefusalReason; value?: string };
