import type { Company, ProviderDefaults } from './company.js';
import type { CompanySettings, QuickTicketValues } from './settings.js';
import { defaultTimeZone } from './time-zone.js';

/** D2: where a value comes from. `company` = set here; the others name what it is inherited from. */
export type Origin = 'company' | 'global-settings' | 'company-address' | 'headquarters';

/** A value that is in force, and where it comes from. */
export interface Effective<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** S8: the zone in force: the company's own, else the default that its address or the headquarters gives. */
export function effectiveTimeZone(
  timeZone: CompanySettings['timeZone'],
  company: Pick<Company, 'country' | 'region'>,
  provider: Pick<ProviderDefaults, 'headquartersTimeZone'>,
): Effective<string> {
  if (timeZone !== null) return { value: timeZone, origin: 'company' };
  const { zone, origin } = defaultTimeZone(company, provider.headquartersTimeZone);
  return { value: zone, origin };
}

/** S12: the two-factor policy in force. */
export function effectiveTwoFactor(
  twoFactor: CompanySettings['twoFactor'],
  provider: Pick<ProviderDefaults, 'twoFactor'>,
): Effective<ProviderDefaults['twoFactor']> {
  return twoFactor === 'global'
    ? { value: provider.twoFactor, origin: 'global-settings' }
    : { value: twoFactor, origin: 'company' };
}

/** S10: the quick-ticket values in force, or null where there is no quick ticket. Global ones are for companies without Taskfire. */
export function effectiveQuickTicket(
  quickTicket: CompanySettings['quickTicket'],
  provider: Pick<ProviderDefaults, 'quickTicket'>,
  isTaskfireActive: boolean,
): Effective<QuickTicketValues | null> {
  switch (quickTicket.mode) {
    case 'disabled':
      return { value: null, origin: 'company' };
    case 'custom': {
      const { requestTypeId, priority, queueId, titleEditable } = quickTicket;
      return { value: { requestTypeId, priority, queueId, titleEditable }, origin: 'company' };
    }
    case 'global':
      return { value: isTaskfireActive ? null : provider.quickTicket, origin: 'global-settings' };
  }
}
