import * as v from 'valibot';
import { IdSchema } from './ids.js';
import { QuickTicketValuesSchema } from './settings.js';
import { TimeZoneSchema } from './time-zone.js';

/** A customer as the portal administration needs it. `null` = empty in the PSA; an absent key = this backend cannot tell. */
export const CompanySchema = v.object({
  id: IdSchema,
  name: v.string(),
  isActive: v.boolean(),
  /** Company type "customer": only their contacts can have portal access (vendor help, client settings). */
  isCustomer: v.boolean(),
  parentId: v.nullable(IdSchema),
  /** ISO 3166-1 alpha-2. */
  country: v.nullable(v.string()),
  /** State or province code. */
  region: v.nullable(v.string()),
  isTaskfireActive: v.boolean(),
});
export type Company = v.InferOutput<typeof CompanySchema>;

/** S9: where the company's users sign in. */
export const PortalLoginSchema = v.object({
  url: v.pipe(v.string(), v.url()),
  /** Only the friendly URL shows custom logos (vendor help, client settings). */
  isFriendly: v.boolean(),
  hasOwnLogos: v.boolean(),
  /** With an own identity provider the login page may be bypassed. */
  hasIdentityProvider: v.boolean(),
});
export type PortalLogin = v.InferOutput<typeof PortalLoginSchema>;

/** D1: the provider's values that companies inherit. */
export const ProviderDefaultsSchema = v.object({
  twoFactor: v.picklist(['off', 'taskfire', 'all']),
  quickTicket: v.nullable(QuickTicketValuesSchema),
  headquartersTimeZone: TimeZoneSchema,
  /** "Activations" page of the PSA: without it no company has early access. */
  isEarlyAccessActivated: v.boolean(),
  genericLoginUrl: v.pipe(v.string(), v.url()),
});
export type ProviderDefaults = v.InferOutput<typeof ProviderDefaultsSchema>;
