import { describe, expect, it } from 'vitest';
import { createMemoryClient, demoData, type MemoryData } from '../../../src/clients/memory/index.js';
import type { CompanySettings, SettingKey } from '../../../src/model/index.js';
import { DAIRY, openSettings, type Stage } from './stage.js';

/** The choices that are a value each, as requirements name them; the last one is what a new customer has. */
const choices: readonly (readonly [id: string, key: SettingKey, values: readonly string[]])[] = [
  ['S2', 'resourceNames', ['neutral', 'hidden', 'name']],
  ['S3', 'workedTime', ['billed', 'worked', 'none']],
  ['S11', 'relatedTickets', ['taskfire', 'taskfire-and-portal', 'no']],
  ['S12', 'twoFactor', ['off', 'taskfire', 'all', 'global']],
];

const switches: readonly (readonly [id: string, key: SettingKey])[] = [
  ['S1', 'portalEnabled'],
  ['S4', 'notifications'],
  ['S5', 'knowledgeBase'],
  ['S6', 'documents'],
  ['S7', 'ticketDueDates'],
  ['E1', 'earlyAccess'],
];

async function saved<K extends SettingKey>(stage: Stage, key: K): Promise<CompanySettings[K] | undefined> {
  return (await stage.admin.settings(DAIRY)).settings[key];
}

describe('<portal-company-settings>, setting by setting', () => {
  for (const [id, key, values] of choices) {
    it(`offers exactly its values and saves each: ${key} (${id})`, async () => {
      const stage = await openSettings();
      const offered = [...stage.select(key).options].map(({ value }) => value);
      expect([...offered].sort()).toEqual([...values].sort());
      for (const value of values) {
        await stage.choose(key, value);
        if (stage.element.isDirty) await stage.save();
        expect(await saved(stage, key)).toBe(value);
      }
    });
  }

  for (const [id, key] of switches) {
    it(`is switched and saved: ${key} (${id})`, async () => {
      const stage = await openSettings();
      const before = stage.box(key).checked;
      for (const wanted of [!before, before]) {
        await stage.flip(key);
        await stage.save();
        expect(await saved(stage, key)).toBe(wanted);
      }
    });
  }

  it('prevents the legacy portal, which decides what users meet first (E2, E3)', async () => {
    const stage = await openSettings();
    if (!stage.box('earlyAccess').checked) await stage.flip('earlyAccess');
    await stage.choose('firstExperience', 'legacy');
    await stage.flip('preventLegacyPortal');
    expect(stage.select('firstExperience').disabled).toBe(true);
    expect(stage.select('firstExperience').value).toBe('early-access');
    await stage.save();
    expect(await saved(stage, 'preventLegacyPortal')).toBe(true);
    expect(await saved(stage, 'firstExperience')).toBe('early-access');
  });

  it('has no early access where the provider has not activated it (E1)', async () => {
    const data = demoData();
    const seed: MemoryData = { ...data, provider: { ...data.provider, isEarlyAccessActivated: false } };
    const stage = await openSettings({ seed });
    const row = stage.root.querySelector('[data-setting="earlyAccess"]');
    expect(row?.querySelector('input:not(:disabled)') ?? null).toBeNull();
  });

  it('shows the address of the login page, opens it in a window of its own and copies it (S9)', async () => {
    const stage = await openSettings();
    const link = stage.get('.login-url');
    const { url } = await createMemoryClient().portalLogin(DAIRY);
    expect(link.getAttribute('href')).toBe(url);
    expect(link.getAttribute('target')).toBe('_blank');
    expect(stage.has('[aria-label="Copy portal login address"]')).toBe(true);
  });

  it('lets nobody without the permission change anything (S15)', async () => {
    const stage = await openSettings({ permission: 'viewer' });
    const controls = stage.root.querySelectorAll('[data-setting] :is(input, select)');
    expect(controls.length).toBeGreaterThan(10);
    expect([...controls].filter((control) => !control.matches(':disabled'))).toEqual([]);
  });
});
