import { describe, expect, it } from 'vitest';
import { fixture, html } from '@open-wc/testing';
import { createMemoryClient, demoData } from '../../../src/clients/memory/index.js';
import type { PortalCompanySettings } from '../../../src/components/company-settings/company-settings.js';
import { settingKeys } from '../../../src/model/index.js';
import { openSettings, Stage } from './stage.js';

describe('<portal-company-settings> states', () => {
  it('shows the shape of the page while it loads', async () => {
    const admin = createMemoryClient({ latencyMs: 60_000 });
    const element = await fixture<PortalCompanySettings>(
      html`<portal-company-settings .admin=${admin} .companyId=${174}></portal-company-settings>`,
    );
    expect(new Stage(element, admin).get('.skeleton').ariaLabel).toBe('Loading the settings');
  });

  it('says what went wrong and tries again', async () => {
    const admin = createMemoryClient({ failures: [{ method: 'settings', error: { code: 'offline' } }] });
    const element = await fixture<PortalCompanySettings>(
      html`<portal-company-settings .admin=${admin} .companyId=${174}></portal-company-settings>`,
    );
    const stage = new Stage(element, admin);
    await stage.until(() => stage.has('.notice.bad'));
    expect(stage.text('.notice')).toContain('There is no connection to the PSA.');
    await stage.press('Try again');
    await stage.until(() => stage.has('.row'));
  });

  it('works without what only helps, and says so', async () => {
    const stage = await openSettings({ failures: [{ method: 'timeZones', error: { code: 'offline' } }] });
    expect(stage.text('.notice.bad')).toContain('There is no connection to the PSA.');
    await stage.flip('documents');
    expect(stage.element.isDirty).toBe(true);
  });

  it('is read-only with the reason for those without the permission', async () => {
    const stage = await openSettings({ permission: 'viewer' });
    expect(stage.text('.notice')).toContain('“Configure client portal and Taskfire”');
    for (const control of stage.root.querySelectorAll<HTMLInputElement>('[id^="setting-"]'))
      expect(control.disabled, control.id).toBe(true);
    expect(stage.row('documents')).toContain('Read-only: your permission is missing.');
  });

  it('shows unknown settings as unknown, with the reason', async () => {
    const absent = { state: 'absent', reason: 'no-api' } as const;
    const known = ['portalEnabled', 'earlyAccess'];
    const unknown = settingKeys.filter((key) => !known.includes(key));
    const stage = await openSettings({
      limits: { settings: Object.fromEntries(unknown.map((key) => [key, absent])) },
    });
    expect(stage.text('.notice')).toContain('13 of 15 settings cannot be read');
    expect(stage.row('workedTime')).toContain('Unknown The PSA has no public API for it.');
    expect(stage.has('#setting-workedTime')).toBe(false);
    expect(stage.box('portalEnabled').disabled).toBe(false);
  });

  it('shows the page even where no setting can be read at all', async () => {
    const absent = { state: 'absent', reason: 'not-connected' } as const;
    const stage = await openSettings({ limits: { operations: { settings: absent } } });
    expect(stage.text('.notice')).toContain('The settings cannot be read through this connection.');
    expect(stage.text('h2')).toBe('Käserei Oberdorf GmbH');
  });

  it('warns where the contract for Taskfire has expired', async () => {
    const seed = demoData();
    const companies = seed.companies.map((one) => {
      if (!one.taskfire.isActive || one.taskfire.billing === null) return one;
      const billing = { ...one.taskfire.billing, expiresOn: '2024-10-31' };
      return { ...one, taskfire: { ...one.taskfire, billing } };
    });
    const stage = await openSettings({ seed: { ...seed, companies } }, 175);
    expect(stage.text('.caution')).toBe('The contract expired on Oct 31, 2024: new users are not billed.');
  });

  it('finds settings by words and says when there are none', async () => {
    const stage = await openSettings();
    const find = stage.get('.find') as HTMLInputElement;
    const search = async (text: string): Promise<void> => {
      find.value = text;
      find.dispatchEvent(new Event('input', { bubbles: true }));
      await stage.element.updateComplete;
    };
    await search('factor google');
    expect(stage.root.querySelectorAll('.row')).toHaveLength(1);
    await search('invoice');
    expect(stage.text('.empty')).toContain('No setting matches “invoice”.');
    await stage.press('Show all');
    expect(stage.root.querySelectorAll('[data-setting]').length).toBeGreaterThan(10);
  });

  it('fits 360 px without scrolling sideways', async () => {
    const stage = await openSettings();
    stage.element.style.inlineSize = '360px';
    await stage.flip('documents');
    expect(stage.element.scrollWidth).toBeLessThanOrEqual(360);
    for (const row of stage.root.querySelectorAll('.row')) expect(row.scrollWidth).toBeLessThanOrEqual(360);
  });
});
