import { describe, expect, it } from 'vitest';
import { elementUpdated } from '@open-wc/testing';
import { createMemoryClient, demoData } from '../../../src/clients/memory/index.js';
import {
  DAIRY,
  FLORIST_WITH_TASKFIRE,
  LOGISTICS_WITH_EARLY_ACCESS,
  openSettings,
  openWith,
  type Stage,
} from './stage.js';

function search(stage: Stage, selector: string, text: string): Promise<unknown> {
  const field = stage.get(selector);
  if (field instanceof HTMLInputElement) field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return elementUpdated(stage.element);
}

describe('<portal-company-settings> and what a company inherits', () => {
  it('shows the global quick ticket by its values, also beside an own one (S10, D2)', async () => {
    const stage = await openSettings();
    expect(stage.row('quickTicket')).toContain(
      'Global: Incident, priority Medium, queue Monitoring Alert, title can be edited.',
    );
    await stage.choose('quickTicket', 'custom');
    expect(stage.row('quickTicket')).toContain('Set for this company. Global: Incident');
  });

  it('says that global quick tickets are for companies without Taskfire (S10)', async () => {
    const stage = await openSettings({}, FLORIST_WITH_TASKFIRE);
    expect(stage.row('quickTicket')).toContain('Global quick tickets are for companies without Taskfire');
  });

  it('says what the default zone would be, why, and leads back to it (S8)', async () => {
    const stage = await openSettings({}, LOGISTICS_WITH_EARLY_ACCESS);
    await stage.choose('timeZone', 'Asia/Tokyo');
    await stage.save();
    expect(stage.row('timeZone')).toContain(
      'The default is America/Los_Angeles, from the company’s address (WA, US).',
    );
    await stage.press('Back to the default');
    expect(stage.select('timeZone').value).toBe('');
  });

  it('finds a zone by its name or offset, and keeps what is set in sight (S8)', async () => {
    const stage = await openSettings();
    await stage.choose('timeZone', 'Europe/Zurich');
    await search(stage, '.zone-search', 'new yo');
    expect([...stage.select('timeZone').options].map(({ value }) => value)).toEqual([
      '',
      'America/New_York',
      'Europe/Zurich',
    ]);
    expect(stage.row('timeZone')).toContain('1 zone fits.');
    expect(stage.select('timeZone').value).toBe('Europe/Zurich');
    await stage.choose('timeZone', 'America/New_York');
    await search(stage, '.zone-search', 'gmt+9');
    expect([...stage.select('timeZone').options].map(({ value }) => value)).toContain('Asia/Tokyo');
    expect(stage.select('timeZone').value).toBe('America/New_York');
    await search(stage, '.zone-search', 'nowhere');
    expect(stage.row('timeZone')).toContain('No zone fits.');
  });

  it('chooses the zone that is shown, also where some have no continent (S8)', async () => {
    const timeZones = ['UTC', 'Europe/Berlin', 'CET', 'America/New_York', 'EST', 'Pacific/Apia'];
    const stage = await openSettings({ seed: { ...demoData(), timeZones } });
    const { options } = stage.select('timeZone');
    for (const { value } of [...options].filter((one) => one.value !== '')) {
      await stage.choose('timeZone', value);
      await stage.save();
      expect((await stage.admin.settings(DAIRY)).settings.timeZone).toBe(value);
    }
  });

  it('says whom a second factor concerns without Taskfire (S12)', async () => {
    const stage = await openSettings();
    expect(stage.row('twoFactor')).toContain('Without Taskfire nobody at this company has to enter');
    await stage.choose('twoFactor', 'all');
    expect(stage.row('twoFactor')).not.toContain('Without Taskfire');
    const other = await openSettings({}, FLORIST_WITH_TASKFIRE);
    expect(other.row('twoFactor')).not.toContain('Without Taskfire');
  });

  it('opens what all companies inherit, and shows here what was changed there (D1, D2)', async () => {
    const stage = await openSettings();
    await stage.press('Change it for all companies: Two-factor authentication');
    const globals = stage.get('portal-global-settings');
    const root = globals.shadowRoot;
    if (root === null) throw new Error('closed');
    await stage.until(() => root.querySelector('select') !== null);
    const select = root.querySelector<HTMLSelectElement>('#global-twoFactor');
    if (select !== null) select.value = 'all';
    select?.dispatchEvent(new Event('change', { bubbles: true }));
    await stage.until(() => root.querySelector('.bar .primary') !== null);
    expect(stage.element.isDirty).toBe(false);
    root.querySelector<HTMLElement>('.bar .primary')?.click();
    await stage.until(() => stage.row('twoFactor').includes('Global policy: required for all users.'));
    await stage.press('Close', 'portal-dialog');
    await stage.until(() => !stage.has('portal-global-settings'));
  });

  it('asks before it closes over unsaved global settings, and tells nobody that the company has changed', async () => {
    const stage = await openSettings();
    let dirty = 0;
    stage.element.addEventListener('portal-dirty-changed', () => (dirty += 1));
    await stage.press('Change it for all companies: Quick ticket');
    const { shadowRoot: root } = stage.get('portal-global-settings');
    await stage.until(() => root?.querySelector('select') !== null);
    const select = root?.querySelector<HTMLSelectElement>('#global-quickTicket');
    if (select !== undefined && select !== null) select.value = 'none';
    select?.dispatchEvent(new Event('change', { bubbles: true }));
    await stage.until(() => stage.has('portal-dialog[has-unsaved]'));
    await stage.press('Close', 'portal-dialog');
    expect(stage.has('portal-global-settings')).toBe(true);
    expect(dirty).toBe(0);
  });

  it('lets whoever embeds it show the global settings elsewhere', async () => {
    const stage = await openSettings();
    const asked: unknown[] = [];
    stage.element.addEventListener('portal-open-global-settings', (event) => {
      event.preventDefault();
      asked.push(event.detail);
    });
    await stage.press('See the global settings: Time zone');
    expect(asked).toEqual([{ companyId: DAIRY, key: 'headquartersTimeZone' }]);
    expect(stage.has('portal-global-settings')).toBe(false);
  });

  it('offers no way to global settings that no backend has', async () => {
    const limits = { operations: { globalSettings: { state: 'absent', reason: 'no-api' } } } as const;
    const stage = await openSettings({ limits });
    expect(stage.root.textContent).not.toContain('Change it for all companies');
    expect(stage.row('twoFactor')).toContain('Global policy: required for Taskfire users.');
  });

  it('lets whoever may change nothing look at them, and promises no more (S15, D2)', async () => {
    const stage = await openSettings({ permission: 'viewer' });
    expect(stage.row('twoFactor')).toContain('See the global settings');
    expect(stage.root.textContent).not.toContain('Change it for all companies');
  });

  const addresses = [
    [{ isFriendly: true, hasOwnLogos: true }, 'instead of your generic one'],
    [{ isFriendly: true, hasOwnLogos: false }, 'The address where this company’s users log in.'],
    [{ isFriendly: false, hasOwnLogos: false }, 'shows the vendor’s logo, not your own'],
    [{ isFriendly: false, hasOwnLogos: true }, 'appear at a friendly address only'],
    [{ hasIdentityProvider: true }, 'may never see this page'],
  ] as const;
  for (const [login, words] of addresses)
    it(`says of a login page with ${JSON.stringify(login)} what one must know (S9)`, async () => {
      const admin = createMemoryClient();
      const portalLogin = admin.portalLogin.bind(admin);
      admin.portalLogin = async (...args) => ({ ...(await portalLogin(...args)), ...login });
      const stage = await openWith(admin);
      expect(stage.text('[data-section="sign-in"] .row:last-child')).toContain(words);
    });
});
