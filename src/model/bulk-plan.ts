import * as v from 'valibot';
import { PortalUserSchema } from './contact.js';
import { IdSchema } from './ids.js';
import { PortalUserChangeSchema, PortalUserDraftSchema, type PortalUserChange } from './portal-user-draft.js';

/** A new account without its initial password: that is generated when the step runs, so that no plan holds one. */
export const PlannedAccountSchema = v.omit(PortalUserDraftSchema, ['password']);
export type PlannedAccount = v.InferOutput<typeof PlannedAccountSchema>;

/** Who the step is about, in the words that the admin saw when they agreed to it. */
const who = { contactId: IdSchema, contactName: v.string() };

/**
 * What is to become of one contact's account. `change` names the account as the plan saw it: somebody else's later
 * change makes the step fail instead of being overwritten. A refused one is kept with the reason, for the result.
 */
export const PlannedStepSchema = v.variant('action', [
  v.strictObject({ action: v.literal('create'), ...who, account: PlannedAccountSchema }),
  v.strictObject({
    action: v.literal('change'),
    ...who,
    before: PortalUserSchema,
    change: PortalUserChangeSchema,
  }),
  v.strictObject({ action: v.literal('refused'), ...who, reason: v.string() }),
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
  | { action: 'refused'; contactId: number; contactName: string; reason: string };
