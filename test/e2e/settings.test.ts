import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPage } from '../../scripts/start/demo.js';
import { openChromium } from './drivers/chromium.js';
import { openFirefox } from './drivers/firefox.js';
import type { BrowserWithExtension, Tab } from './drivers/tab.js';
import {
  changeGlobals,
  changeSettings,
  readGlobals,
  readSettings,
  startPsa,
  type Psa,
} from './support/psa.js';
import { buildSandboxExtension } from './support/sandbox-extension.js';

/** Harbor Supply Co., New York, without Taskfire; nobody has touched its settings. */
const COMPANY = 175;
const SETTINGS = 'portal-company-settings';
const GLOBALS = 'portal-global-settings';
const CONFLICT = 'portal-settings-conflict';
const GLOBAL_PAGE = '/Mvc/Administration/ClientPortal.mvc/GlobalSettings';
const POLL = { timeout: 15_000 };

const browsers = [
  { target: 'chromium', open: openChromium },
  { target: 'firefox', open: openFirefox },
] as const;

const row = (tab: Tab, key: string, control: string) =>
  tab.at(SETTINGS, `[data-setting="${key}"] ${control}`);
const save = (tab: Tab) => tab.at(SETTINGS, '.bar .primary').click();

describe.each(browsers)('every section of the settings, in $target', ({ target, open }) => {
  let psa: Psa;
  let extension: Awaited<ReturnType<typeof buildSandboxExtension>>;
  let browser: BrowserWithExtension;
  let tab: Tab;

  beforeAll(async () => {
    psa = await startPsa();
    extension = await buildSandboxExtension(target, psa.url);
    browser = await open({ extension: extension.folder });
    tab = await browser.newTab();
    await tab.goto(demoPage(psa.url, { companyId: COMPANY }));
    await row(tab, 'workedTime', 'select').appears();
  });
  afterAll(async () => {
    await browser.close();
    await psa.close();
    await extension.remove();
  });

  /** Until the form has heard that it is saved too, it asks before the page is left. */
  async function heardOf(...form: string[]): Promise<void> {
    await expect.poll(() => tab.at(...form, '[aria-live]').text(), POLL).toContain('Saved');
  }

  /** Saves, and looks for what came of it over the API and in the PSA's own form. */
  async function becomes(
    settings: Readonly<Record<string, unknown>>,
    native: Readonly<Record<string, string>>,
  ): Promise<void> {
    await save(tab);
    await expect.poll(() => readSettings(psa, COMPANY), POLL).toMatchObject({ settings });
    await heardOf(SETTINGS);
    await tab.reload();
    await row(tab, 'workedTime', 'select').appears();
    for (const [name, value] of Object.entries(native))
      expect(await tab.at(`input[name="${name}"]`).attribute('value'), name).toBe(value);
  }

  it('saves sign-in (S1, S9, S12)', async () => {
    expect(await tab.at(SETTINGS, '.login-url').text()).toContain('clientportal.sandbox.example');
    await row(tab, 'portalEnabled', 'input').click();
    await row(tab, 'twoFactor', 'select').choose('off');
    await becomes({ portalEnabled: false, twoFactor: 'off' }, { portalEnabled: 'false', twoFactor: 'off' });
  });

  it('saves what users see (S2, S3, S5, S6, S8)', async () => {
    // One click a save: the bar that comes with the first change floats over what is at the lower edge.
    await row(tab, 'knowledgeBase', 'input').click();
    await becomes({ knowledgeBase: false }, { knowledgeBase: 'false' });
    await row(tab, 'documents', 'input').click();
    await row(tab, 'resourceNames', 'select').choose('neutral');
    await row(tab, 'workedTime', 'select').choose('worked');
    await row(tab, 'timeZone', '.zone-search').fill('tokyo');
    await row(tab, 'timeZone', 'select').choose('Asia/Tokyo');
    const seen = { resourceNames: 'neutral', workedTime: 'worked', timeZone: 'Asia/Tokyo' };
    await becomes(
      { ...seen, knowledgeBase: false, documents: false },
      { ...seen, knowledgeBase: 'false', documents: 'false' },
    );
    await row(tab, 'timeZone', '.notes .link-button').click();
    await becomes({ timeZone: null }, { timeZone: '' });
  });

  it('saves tickets (S4, S7, S10, S11)', async () => {
    await row(tab, 'notifications', 'input').click();
    await becomes({ notifications: false }, { notifications: 'false' });
    await row(tab, 'ticketDueDates', 'input').click();
    await row(tab, 'relatedTickets', 'select').choose('taskfire-and-portal');
    await row(tab, 'quickTicket', '#setting-quickTicket').choose('custom');
    await row(tab, 'quickTicket', '#quick-ticket-type').choose('3');
    const tickets = { relatedTickets: 'taskfire-and-portal' };
    const own = { mode: 'custom', requestTypeId: 3, priority: 2, queueId: 5 };
    await becomes(
      { ...tickets, ticketDueDates: true, quickTicket: { ...own, titleEditable: true } },
      { ...tickets, ticketDueDates: 'true', quickTicket: 'custom', requestTypeId: '3' },
    );
    await row(tab, 'quickTicket', '#quick-ticket-title').click();
    await becomes({ quickTicket: { ...own, titleEditable: false } }, { titleEditable: 'false' });
  });

  it('saves request types (R1, R2)', async () => {
    await row(tab, 'requestTypes', 'select').choose('custom');
    await row(tab, 'requestTypes', '.type input').click();
    await becomes(
      { requestTypes: { mode: 'custom', ids: [2, 3, 4, 5] } },
      { requestTypes: 'custom', 'requestType.1': 'false', 'requestType.2': 'true' },
    );
  });

  it('saves early access, and what it forces (E1, E2, E3)', async () => {
    await row(tab, 'earlyAccess', 'input').click();
    await row(tab, 'preventLegacyPortal', 'input').click();
    expect(await row(tab, 'firstExperience', 'select').isDisabled()).toBe(true);
    await becomes(
      { earlyAccess: true, preventLegacyPortal: true, firstExperience: 'early-access' },
      { earlyAccess: 'true', preventLegacyPortal: 'true' },
    );
  });

  it('shows theirs beside mine where somebody saves in between, and overwrites nothing unasked', async () => {
    await row(tab, 'twoFactor', 'select').choose('all');
    await row(tab, 'documents', 'input').click();
    await changeSettings(psa, COMPANY, { twoFactor: 'taskfire', workedTime: 'billed' });
    await save(tab);
    await tab.at(SETTINGS, CONFLICT, 'input[name="twoFactor"][value="mine"]').click();
    expect(await readSettings(psa, COMPANY)).toMatchObject({ settings: { twoFactor: 'taskfire' } });
    await tab.at(SETTINGS, CONFLICT, 'button[type="submit"]').click();
    await expect
      .poll(() => readSettings(psa, COMPANY), POLL)
      .toMatchObject({ settings: { twoFactor: 'all', workedTime: 'billed', documents: true } });
    await heardOf(SETTINGS);
  });

  it('changes what all companies inherit, from the page of one (D1, D2)', async () => {
    await tab.reload();
    await row(tab, 'twoFactor', 'select').appears();
    await row(tab, 'twoFactor', '[aria-label^="Change it for all"]').click();
    await tab.at(SETTINGS, GLOBALS, '#global-twoFactor').choose('off');
    await tab.at(SETTINGS, GLOBALS, '#global-ticketsFrom').choose('from');
    expect(await tab.at(SETTINGS, GLOBALS, '.bar').text()).toContain('companies');
    await tab.at(SETTINGS, GLOBALS, '.bar .primary').click();
    await expect.poll(() => readGlobals(psa), POLL).toMatchObject({ settings: { twoFactor: 'off' } });
  });

  it('shows theirs beside mine of the global settings too, and the PSA has it in its own form (D1)', async () => {
    await tab.at(SETTINGS, GLOBALS, '#global-twoFactor').choose('all');
    await changeGlobals(psa, { twoFactor: 'taskfire', ticketsFrom: '2025-01-31' });
    await tab.at(SETTINGS, GLOBALS, '.bar .primary').click();
    await tab.at(SETTINGS, GLOBALS, CONFLICT, 'input[name="twoFactor"][value="mine"]').click();
    await tab.at(SETTINGS, GLOBALS, CONFLICT, 'button[type="submit"]').click();
    await expect
      .poll(() => readGlobals(psa), POLL)
      .toMatchObject({ settings: { twoFactor: 'all', ticketsFrom: '2025-01-31' } });
    await heardOf(SETTINGS, GLOBALS);
    await tab.goto(new URL(GLOBAL_PAGE, psa.url).href);
    expect(await tab.at('input[name="twoFactor"]').attribute('value')).toBe('all');
    expect(await tab.at('input[name="ticketsFrom"]').attribute('value')).toBe('2025-01-31');
  });
});
