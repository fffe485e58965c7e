import type { SsoEventType } from './sso-event.js';

/** One thing that an admin can do about a sign-in that failed. */
export type SsoStep =
  | 'renew-certificate'
  | 'upload-certificate'
  | 'try-again'
  | 'check-clocks'
  | 'compare-attributes'
  | 'check-issuer'
  | 'add-to-provider'
  | 'use-login-page'
  | 'create-contact'
  | 'let-create-contacts'
  | 'correct-email'
  | 'one-contact-per-email'
  | 'check-conditions'
  | 'ask-provider-admin';

/** What to do about each outcome, the most likely remedy first (vendor help, single sign-on log: what each one means). */
const steps: Readonly<Record<SsoEventType, readonly SsoStep[]>> = {
  success: [],
  'saml-validation-error': ['compare-attributes', 'check-issuer', 'try-again'],
  'user-does-not-exist': ['add-to-provider', 'use-login-page'],
  'contact-does-not-exist': ['create-contact', 'correct-email', 'let-create-contacts'],
  'saml-certificate-expired': ['renew-certificate', 'upload-certificate'],
  'saml-response-expired': ['try-again', 'check-clocks'],
  'too-many-contacts-match': ['one-contact-per-email', 'try-again'],
  'user-access-denied': ['check-conditions', 'ask-provider-admin'],
};

/** What to do about a sign-in that ended like this, in order; nothing after a success. */
export function ssoSteps(type: SsoEventType): readonly SsoStep[] {
  return steps[type];
}
