import type { SsoEvent } from '../../../src/model/index.js';

/** A sign-in that comes while somebody looks at the log. */
export const lateArrival: Omit<SsoEvent, 'id' | 'at'> = {
  contactId: 201,
  contactName: 'Arrival, Late',
  securityLevel: 'Basic',
  userName: 'late.arrival',
  identityProvider: 'Okta',
  type: 'user-access-denied',
  detail: 'A condition that denies access was met.',
};
