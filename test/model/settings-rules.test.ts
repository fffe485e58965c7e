import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  CompanySettingsSchema,
  SomeSettingsSchema,
  defaultSettings,
  deactivatedChoices,
  forceEarlyAccess,
  lockOf,
  offeredRequestTypes,
  settingKeys,
  settingProblems,
  settingSchemas,
} from '../../src/model/index.js';
import { anySettings, settings } from './arbitraries.js';

const provider = { isEarlyAccessActivated: true };
const open = {
  isTaskfireActive: false,
  provider,
  requestTypes: [{ id: 1, name: 'Onboarding', isActive: true, group: null }],
};

describe('the vocabulary', () => {
  it('names every setting once, in one order', () => {
    expect([...settingKeys].sort()).toEqual(Object.keys(settingSchemas).sort());
    expect(Object.keys(defaultSettings).sort()).toEqual([...settingKeys].sort());
  });

  it('takes the defaults and refuses what it does not know', () => {
    expect(v.is(CompanySettingsSchema, defaultSettings)).toBe(true);
    expect(v.is(SomeSettingsSchema, { portalEnabled: 'yes' })).toBe(false);
    expect(v.is(SomeSettingsSchema, { portalEnabld: true })).toBe(false);
    expect(v.is(SomeSettingsSchema, { timeZone: 'Europe/Atlantis' })).toBe(false);
    expect(v.is(SomeSettingsSchema, { timeZone: '+01:00' })).toBe(false);
  });
});

describe('early access (E1-E3)', () => {
  it('forces the first experience while the legacy portal is prevented', () => {
    const forced = forceEarlyAccess(settings({ earlyAccess: true, preventLegacyPortal: true }));
    expect(forced.firstExperience).toBe('early-access');
  });

  it('lets nothing prevent the only portal there is', () => {
    expect(forceEarlyAccess(settings({ preventLegacyPortal: true })).preventLegacyPortal).toBe(false);
  });

  it('holds for any settings, and a second time changes nothing', () => {
    fc.assert(
      fc.property(anySettings, (any) => {
        const forced = forceEarlyAccess(any);
        expect(forceEarlyAccess(forced)).toEqual(forced);
        if (forced.preventLegacyPortal) {
          expect(forced).toMatchObject({ earlyAccess: true, firstExperience: 'early-access' });
        }
      }),
    );
  });
});

describe('locks', () => {
  it('keeps the portal switch while Taskfire is active (S1)', () => {
    expect(lockOf('portalEnabled', settings(), { ...open, isTaskfireActive: true })).toBe('taskfire-active');
    expect(lockOf('portalEnabled', settings(), open)).toBeUndefined();
  });

  it('opens early access step by step', () => {
    const closed = { ...open, provider: { isEarlyAccessActivated: false } };
    expect(lockOf('earlyAccess', settings(), closed)).toBe('early-access-not-activated');
    expect(lockOf('firstExperience', settings(), open)).toBe('early-access-off');
    expect(lockOf('firstExperience', settings({ earlyAccess: true }), open)).toBeUndefined();
    const prevented = settings({ earlyAccess: true, preventLegacyPortal: true });
    expect(lockOf('firstExperience', prevented, open)).toBe('legacy-prevented');
    expect(lockOf('preventLegacyPortal', prevented, open)).toBeUndefined();
  });

  it('locks nothing about what the backend cannot tell', () => {
    expect(lockOf('firstExperience', {}, { isTaskfireActive: false, provider: undefined })).toBeUndefined();
  });
});

describe('problems that stop a save', () => {
  it('refuses to change a locked setting, but not to keep it', () => {
    const locked = { ...open, isTaskfireActive: true };
    const off = settings({ portalEnabled: false });
    expect(settingProblems(settings(), off, locked)).toEqual([
      { key: 'portalEnabled', code: 'setting-locked' },
    ]);
    expect(settingProblems(off, { ...off, notifications: false }, locked)).toEqual([]);
  });

  it('wants at least one known request type in an own choice (R2)', () => {
    const custom = (ids: number[]) => settings({ requestTypes: { mode: 'custom', ids } });
    const codes = (ids: number[]) => settingProblems(settings(), custom(ids), open).map(({ code }) => code);
    expect(codes([])).toEqual(['request-types-need-one']);
    expect(codes([99])).toEqual(['request-type-unknown']);
    expect(codes([1])).toEqual([]);
  });

  it('allows what a rule itself forced', () => {
    const before = settings({ earlyAccess: true });
    const after = forceEarlyAccess({ ...before, preventLegacyPortal: true });
    expect(settingProblems(before, after, open)).toEqual([]);
  });
});

describe('request types (R1-R3)', () => {
  const types = [
    { id: 1, name: 'Onboarding', isActive: true, group: null },
    { id: 2, name: 'Fax repair', isActive: false, group: null },
  ];

  it('offers active types only, and keeps a deactivated choice visible', () => {
    const choice = { mode: 'custom' as const, ids: [1, 2] };
    expect(offeredRequestTypes({ mode: 'all' }, types).map(({ id }) => id)).toEqual([1]);
    expect(offeredRequestTypes(choice, types).map(({ id }) => id)).toEqual([1]);
    expect(deactivatedChoices(choice, types).map(({ id }) => id)).toEqual([2]);
    expect(deactivatedChoices({ mode: 'all' }, types)).toEqual([]);
  });
});
