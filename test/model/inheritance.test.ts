import { describe, expect, it } from 'vitest';
import {
  billedLicences,
  defaultTimeZone,
  effectiveQuickTicket,
  effectiveTimeZone,
  effectiveTwoFactor,
  isBillingContractExpired,
  isProviderCompany,
} from '../../src/model/index.js';

const quick = { requestTypeId: 1, priority: 2, queueId: 5, titleEditable: true };
const provider = {
  headquartersTimeZone: 'Europe/Berlin',
  twoFactor: 'taskfire' as const,
  quickTicket: quick,
};

describe('the default time zone (S8)', () => {
  it.each([
    ['US', 'NY', 'America/New_York', 'company-address'],
    ['us', 'ca', 'America/Los_Angeles', 'company-address'],
    ['CA', 'QC', 'America/Toronto', 'company-address'],
    ['MX', 'SON', 'America/Hermosillo', 'company-address'],
    ['US', null, 'Europe/Berlin', 'headquarters'],
    ['DE', 'NY', 'Europe/Berlin', 'headquarters'],
    [null, null, 'Europe/Berlin', 'headquarters'],
  ])('%s %s: %s, from the %s', (country, region, zone, origin) => {
    expect(defaultTimeZone({ country, region }, 'Europe/Berlin')).toEqual({ zone, origin });
  });
});

describe('values that are inherited say where they come from (D2)', () => {
  const german = { country: 'DE', region: null };

  it('time zone', () => {
    expect(effectiveTimeZone(null, german, provider)).toEqual({
      value: 'Europe/Berlin',
      origin: 'headquarters',
    });
    expect(effectiveTimeZone('Asia/Tokyo', german, provider)).toEqual({
      value: 'Asia/Tokyo',
      origin: 'company',
    });
  });

  it('two-factor policy', () => {
    expect(effectiveTwoFactor('global', provider)).toEqual({ value: 'taskfire', origin: 'global-settings' });
    expect(effectiveTwoFactor('off', provider)).toEqual({ value: 'off', origin: 'company' });
  });

  it('quick ticket; the global one is for companies without Taskfire (S10)', () => {
    expect(effectiveQuickTicket({ mode: 'global' }, provider, false).value).toEqual(quick);
    expect(effectiveQuickTicket({ mode: 'global' }, provider, true).value).toBeNull();
    expect(effectiveQuickTicket({ mode: 'disabled' }, provider, false)).toEqual({
      value: null,
      origin: 'company',
    });
    expect(effectiveQuickTicket({ mode: 'custom', ...quick }, provider, true)).toEqual({
      value: quick,
      origin: 'company',
    });
  });
});

describe('Taskfire (T)', () => {
  const billing = {
    contractId: 3,
    contractName: 'Care',
    serviceId: 9,
    serviceName: 'Licences',
    expiresOn: '2026-10-31',
  };
  const active = {
    isActive: true as const,
    version: '1',
    levelsInUse: [],
    licences: 2,
    acceptedBy: 'Ida Voss',
    acceptedAt: '2025-03-01T08:00:00Z',
    billing,
  };

  it('bills no licence for company 0, which is a valid company (T4)', () => {
    expect([billedLicences(0, 4), billedLicences(174, 4)]).toEqual([0, 4]);
    expect([isProviderCompany(0), isProviderCompany(174)]).toEqual([true, false]);
  });

  it('notices an expired billing contract the day after its last (T2)', () => {
    expect(isBillingContractExpired(active, '2026-10-31')).toBe(false);
    expect(isBillingContractExpired(active, '2026-11-01')).toBe(true);
    expect(isBillingContractExpired({ ...active, billing: null }, '2026-11-01')).toBe(false);
    expect(isBillingContractExpired({ isActive: false, version: '1' }, '2026-11-01')).toBe(false);
  });
});
