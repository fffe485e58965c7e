import * as v from 'valibot';
import { IdSchema, InstantSchema } from './ids.js';

/** A day as ISO 8601 text, for example `2026-10-31`. */
export const DaySchema = v.pipe(v.string(), v.isoDate());

/** T2: the contract to which the monthly fee of each Taskfire user is added, and the service in it that carries the fee. */
export const TaskfireBillingSchema = v.object({
  contractId: IdSchema,
  contractName: v.string(),
  serviceId: IdSchema,
  serviceName: v.string(),
  /** The contract's last day; null = open-ended. */
  expiresOn: v.nullable(DaySchema),
});
export type TaskfireBilling = v.InferOutput<typeof TaskfireBillingSchema>;

/** T2: a recurring contract of the company, with the services that could carry the fee. */
export const BillingContractSchema = v.object({
  id: IdSchema,
  name: v.string(),
  expiresOn: v.nullable(DaySchema),
  services: v.array(v.object({ id: IdSchema, name: v.string() })),
});
export type BillingContract = v.InferOutput<typeof BillingContractSchema>;

/** T3: a Taskfire level that accounts of the company have, and how many: switched-off ones too, since they keep it. */
export const LevelInUseSchema = v.object({
  id: IdSchema,
  name: v.string(),
  users: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
export type LevelInUse = v.InferOutput<typeof LevelInUseSchema>;

/** Opaque; goes back with a change so that the backend can tell whether someone changed it in between. */
const VersionSchema = v.string();

/** T: Taskfire of one company. Who accepted the agreement and when is kept as long as it is active. */
export const TaskfireSchema = v.variant('isActive', [
  v.object({ isActive: v.literal(false), version: VersionSchema }),
  v.object({
    isActive: v.literal(true),
    version: VersionSchema,
    acceptedBy: v.string(),
    acceptedAt: InstantSchema,
    /** T4: accounts with a Taskfire level that are switched on. */
    licences: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    levelsInUse: v.array(LevelInUseSchema),
    billing: v.nullable(TaskfireBillingSchema),
  }),
]);
export type Taskfire = v.InferOutput<typeof TaskfireSchema>;
export type ActiveTaskfire = Extract<Taskfire, { isActive: true }>;

/** T1: what has to be agreed to, in the backend's own words. Each of the confirmations is ticked by itself. */
export const TaskfireAgreementSchema = v.object({
  version: v.string(),
  /** BCP 47, of the texts. */
  language: v.string(),
  title: v.string(),
  paragraphs: v.array(v.string()),
  confirmations: v.pipe(v.array(v.object({ id: v.string(), text: v.string() })), v.minLength(1)),
});
export type TaskfireAgreement = v.InferOutput<typeof TaskfireAgreementSchema>;

/** T1: the agreement as somebody accepted it: which text, and what was ticked. */
export const AgreementAcceptanceSchema = v.strictObject({
  agreementVersion: v.string(),
  /** The ids of the confirmations that were ticked. */
  confirmed: v.array(v.string()),
});
export type AgreementAcceptance = v.InferOutput<typeof AgreementAcceptanceSchema>;

/** T3: which portal level the users of a Taskfire level get when Taskfire is disabled. */
export const LevelMoveSchema = v.strictObject({ from: IdSchema, to: IdSchema });
export type LevelMove = v.InferOutput<typeof LevelMoveSchema>;

/** T3: somebody whose level was changed when Taskfire was disabled. */
export const MovedUserSchema = v.object({
  contactId: IdSchema,
  /** As lists show it: "Last, First". */
  contactName: v.string(),
  /** Ids of levels. */
  from: IdSchema,
  to: IdSchema,
});
export type MovedUser = v.InferOutput<typeof MovedUserSchema>;

/** T3: Taskfire after it was disabled, and who has another level by that. */
export const TaskfireDisabledSchema = v.object({ taskfire: TaskfireSchema, moved: v.array(MovedUserSchema) });
export type TaskfireDisabled = v.InferOutput<typeof TaskfireDisabledSchema>;

/** T2: the choice of where the licence fee goes. Null = no automation. */
export const BillingChoiceSchema = v.nullable(v.strictObject({ contractId: IdSchema, serviceId: IdSchema }));
export type BillingChoice = v.InferOutput<typeof BillingChoiceSchema>;
