import * as v from 'valibot';
import {
  BillingContractSchema,
  CompanyLogosSchema,
  CompanySchema,
  ContactRowSchema,
  GlobalSettingsSchema,
  PortalLoginSchema,
  PortalUserOptionsSchema,
  RequestTypeSchema,
  SomeSettingsSchema,
  SsoEventSchema,
  TaskfireAgreementSchema,
  TaskfireBillingSchema,
  TicketOptionsSchema,
  TimeZoneSchema,
  type SomeSettings,
} from '../model/index.js';

const { entries: company } = CompanySchema;

/** An active customer without an address, unless said. */
const SeedCompanySchema = v.strictObject({
  ...company,
  isActive: v.optional(company.isActive, true),
  isCustomer: v.optional(company.isCustomer, true),
  parentId: v.optional(company.parentId, null),
  country: v.optional(company.country, null),
  region: v.optional(company.region, null),
  isTaskfireActive: v.optional(company.isTaskfireActive, false),
});

/** The schema alone writes a missing key as "may be undefined", which no setting is. */
const SeedSettingsSchema = v.pipe(
  SomeSettingsSchema,
  v.guard((settings): settings is SomeSettings => !Object.values(settings).includes(undefined)),
);

const SeedTaskfireSchema = v.variant('isActive', [
  v.strictObject({ isActive: v.literal(false), version: v.string() }),
  v.strictObject({
    isActive: v.literal(true),
    version: v.string(),
    acceptedBy: v.string(),
    acceptedAt: v.pipe(v.string(), v.isoTimestamp()),
    billing: v.nullable(TaskfireBillingSchema),
    agreement: TaskfireAgreementSchema,
  }),
]);

const SeedLoginSchema = v.omit(PortalLoginSchema, ['hasOwnLogos']);

const CompanySeedSchema = v.strictObject({
  company: SeedCompanySchema,
  settings: v.optional(SeedSettingsSchema, {}),
  portalLogin: v.optional(SeedLoginSchema, {
    url: 'https://portal.example/login',
    isFriendly: false,
    hasIdentityProvider: false,
  }),
  logos: v.optional(CompanyLogosSchema.entries.own, { login: null, header: null }),
  taskfire: v.optional(SeedTaskfireSchema, { isActive: false, version: '1' }),
  contracts: v.optional(v.array(BillingContractSchema), []),
  rows: v.optional(v.array(ContactRowSchema), []),
  signIns: v.optional(v.array(SsoEventSchema), []),
});

/** Strict where a misspelt name would otherwise be passed over in silence. */
export const SeedSchema = v.strictObject({
  companies: v.exactOptional(v.array(CompanySeedSchema)),
  provider: v.exactOptional(GlobalSettingsSchema),
  requestTypes: v.exactOptional(v.array(RequestTypeSchema)),
  agreement: v.exactOptional(TaskfireAgreementSchema),
  ticketOptions: v.exactOptional(TicketOptionsSchema),
  timeZones: v.exactOptional(v.array(TimeZoneSchema)),
  portalUserOptions: v.exactOptional(PortalUserOptionsSchema),
});
