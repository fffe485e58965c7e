import * as v from 'valibot';
import { IdSchema } from './ids.js';
import { TimeZoneSchema } from './time-zone.js';

/** S2: how the provider's people appear to portal users. */
export const ResourceNamesSchema = v.picklist(['name', 'neutral', 'hidden']);
/** S3: which hours Taskfire users see. */
export const WorkedTimeSchema = v.picklist(['none', 'billed', 'worked']);
/** S11: who at a sub-company may work on tickets of the parent and the sister companies. */
export const RelatedTicketsSchema = v.picklist(['no', 'taskfire', 'taskfire-and-portal']);
/** S12: who must use a second factor; `global` follows the provider's policy. */
export const TwoFactorSchema = v.picklist(['global', 'off', 'taskfire', 'all']);
/** E3: which portal a user meets first; each user may still choose. */
export const FirstExperienceSchema = v.picklist(['legacy', 'early-access']);

/** S10, `custom`: what a quick ticket of this company starts with. `priority` and `queueId` are values of `TicketOptions`. */
export const QuickTicketValuesSchema = v.object({
  requestTypeId: IdSchema,
  priority: IdSchema,
  queueId: IdSchema,
  titleEditable: v.boolean(),
});
/** S10: `global` uses the provider's values. */
export const QuickTicketSchema = v.variant('mode', [
  v.object({ mode: v.literal('global') }),
  v.object({ mode: v.literal('disabled') }),
  v.object({ mode: v.literal('custom'), ...QuickTicketValuesSchema.entries }),
]);
/** R1-R3: every active request type, or an own choice of at least one. */
export const RequestTypeChoiceSchema = v.variant('mode', [
  v.object({ mode: v.literal('all') }),
  v.object({ mode: v.literal('custom'), ids: v.array(IdSchema) }),
]);

/** Each setting of a company and the shape of its value (requirements S, R and E). */
export const settingSchemas = {
  /** S1 */ portalEnabled: v.boolean(),
  /** S2 */ resourceNames: ResourceNamesSchema,
  /** S3 */ workedTime: WorkedTimeSchema,
  /** S4 */ notifications: v.boolean(),
  /** S5 */ knowledgeBase: v.boolean(),
  /** S6 */ documents: v.boolean(),
  /** S7 */ ticketDueDates: v.boolean(),
  /** S8; `null` = the default that the rules derive */ timeZone: v.nullable(TimeZoneSchema),
  /** S10 */ quickTicket: QuickTicketSchema,
  /** S11 */ relatedTickets: RelatedTicketsSchema,
  /** S12 */ twoFactor: TwoFactorSchema,
  /** R */ requestTypes: RequestTypeChoiceSchema,
  /** E1 */ earlyAccess: v.boolean(),
  /** E2 */ preventLegacyPortal: v.boolean(),
  /** E3 */ firstExperience: FirstExperienceSchema,
};

/** All settings of one company. */
export const CompanySettingsSchema = v.object(settingSchemas);
/** Some settings: what a backend can tell, or what a change sets. An absent key is unknown or unchanged, never a default. */
export const SomeSettingsSchema = v.partial(v.strictObject(settingSchemas));

export type CompanySettings = v.InferOutput<typeof CompanySettingsSchema>;
export type SettingKey = keyof CompanySettings;
export type SomeSettings = { [K in SettingKey]?: CompanySettings[K] };
export type QuickTicket = CompanySettings['quickTicket'];
export type QuickTicketValues = v.InferOutput<typeof QuickTicketValuesSchema>;
export type RequestTypeChoice = CompanySettings['requestTypes'];

/** Every setting's key, in the order of the requirements. */
export const settingKeys: readonly SettingKey[] = [
  'portalEnabled',
  'resourceNames',
  'workedTime',
  'notifications',
  'knowledgeBase',
  'documents',
  'ticketDueDates',
  'timeZone',
  'quickTicket',
  'relatedTickets',
  'twoFactor',
  'requestTypes',
  'earlyAccess',
  'preventLegacyPortal',
  'firstExperience',
];

/** What an active customer has that nobody has touched (requirements, column "default"). */
export const defaultSettings: CompanySettings = {
  portalEnabled: true,
  resourceNames: 'name',
  workedTime: 'none',
  notifications: true,
  knowledgeBase: true,
  documents: true,
  ticketDueDates: false,
  timeZone: null,
  quickTicket: { mode: 'global' },
  relatedTickets: 'no',
  twoFactor: 'global',
  requestTypes: { mode: 'all' },
  earlyAccess: false,
  preventLegacyPortal: false,
  firstExperience: 'legacy',
};
