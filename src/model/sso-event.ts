import * as v from 'valibot';
import { IdSchema, InstantSchema } from './ids.js';

/** L2: what came of one sign-in through an identity provider, in the order of the requirements. */
export const ssoEventTypes = [
  'success',
  'saml-validation-error',
  'user-does-not-exist',
  'contact-does-not-exist',
  'saml-certificate-expired',
  'saml-response-expired',
  'too-many-contacts-match',
  'user-access-denied',
] as const;
export const SsoEventTypeSchema = v.picklist(ssoEventTypes);
export type SsoEventType = (typeof ssoEventTypes)[number];

/** L1: the log goes back so many days, never more. */
export const SSO_LOG_DAYS = 30;

/** L1: one sign-in, or the attempt at one. Whom it was about is null where the backend could not tell. */
export const SsoEventSchema = v.object({
  id: IdSchema,
  at: InstantSchema,
  contactId: v.nullable(IdSchema),
  contactName: v.nullable(v.string()),
  /** The level's name as it was then. */
  securityLevel: v.nullable(v.string()),
  userName: v.nullable(v.string()),
  identityProvider: v.string(),
  type: SsoEventTypeSchema,
  /** The identity provider's or the PSA's own words; empty where there are none. */
  detail: v.string(),
});
export type SsoEvent = v.InferOutput<typeof SsoEventSchema>;
