import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPage, type DemoUser } from '../../scripts/start/demo.js';
import { openChromium } from './drivers/chromium.js';
import { openFirefox } from './drivers/firefox.js';
import type { BrowserWithExtension, Tab } from './drivers/tab.js';
import { readSettings, requestsSeen, startPsa, type Psa } from './support/psa.js';
import { buildSandboxExtension } from './support/sandbox-extension.js';

const COMPANY = 175;
const PAGE = 'portal-company-page';
const SETTINGS = 'portal-company-settings';
const SEARCH = 'portal-page-search';
const NEWS = 'portal-company-news';

const browsers = [
  { target: 'chromium', open: openChromium },
  { target: 'firefox', open: openFirefox },
] as const;

/** The company page whole, in the PSA's page. */
describe.each(browsers)('the company page, in $target', ({ target, open }) => {
  let psa: Psa;
  let extension: Awaited<ReturnType<typeof buildSandboxExtension>>;
  let browser: BrowserWithExtension;
  let tab: Tab;

  beforeAll(async () => {
    psa = await startPsa();
    extension = await buildSandboxExtension(target, psa.url);
    browser = await open({ extension: extension.folder });
    tab = await browser.newTab();
  });
  afterAll(async () => {
    await browser.close();
    await psa.close();
    await extension.remove();
  });

  /** In a tab of its own, as people come back. */
  async function visit(user: DemoUser): Promise<void> {
    const before = tab;
    tab = await browser.newTab();
    await before.close();
    await tab.goto(demoPage(psa.url, { user, companyId: COMPANY }));
    await tab.at(SETTINGS, '[data-setting="workedTime"] select').appears();
  }

  it('is there with its sections, and loads no contact before somebody comes near', async () => {
    await visit('viewer');
    for (const place of [
      'settings/sign-in',
      'settings/tickets',
      'taskfire',
      'logos',
      'users',
      'jobs',
      'sso-log',
    ])
      await tab.at(PAGE, `[data-place="${place}"]`).appears();
    const asked = () =>
      requestsSeen(psa).then((seen) => seen.filter((one) => one.includes('Contacts/query')));
    expect(await asked()).toEqual([]);
    await tab.at(PAGE, '[data-place="users"]').click();
    await tab.at('portal-contact-grid', '[role="grid"] .row').appears();
    expect(await asked()).not.toEqual([]);
  });

  it('leads from a word in either language to the control that is meant', async () => {
    await visit('admin');
    for (const [text, key] of [
      ['2fa', 'twoFactor'],
      ['zeitzone', 'timeZone'],
    ] as const) {
      await tab.at(SEARCH, 'input').fill(text);
      await tab.at(SEARCH, `[role="option"]#setting-${key}[aria-selected="true"]`).appears();
      await tab.press('Enter');
      await tab.at(SETTINGS, `#setting-${key}:focus`).appears();
    }
  });

  it('leaves the address of the PSA’s page alone', async () => {
    const hash = await tab.inPage(() => location.hash);
    await tab.at(PAGE, '[data-place="settings/tickets"]').click();
    await tab.at(SETTINGS, '#section-tickets:focus').appears();
    expect(await tab.inPage(() => location.hash)).toBe(hash);
  });

  it('says to who was here before what somebody else has changed since', async () => {
    await visit('admin');
    await tab.at(SETTINGS, '[data-setting="workedTime"] select').choose('billed');
    await tab.at(SETTINGS, '.bar .primary').click();
    await expect
      .poll(() => readSettings(psa, COMPANY), { timeout: 15_000 })
      .toMatchObject({ settings: { workedTime: 'billed' } });
    // Who changed it knows.
    await visit('admin');
    await tab.at(PAGE, '[data-place="users"]').click();
    await tab.at('portal-contact-grid', '[role="grid"] .row').appears();
    expect(await tab.at(NEWS).text()).toBe('');

    await visit('viewer');
    expect(await tab.at(NEWS, 'summary').text()).toMatch(/^\s*1 change since your last visit at /);
    await tab.at(NEWS, 'summary').click();
    const change = await tab.at(NEWS, 'li').text();
    for (const part of ['Worked time', 'Not shown', 'Billed hours only', 'Alva Nordwind'])
      expect(change).toContain(part);
    await tab.at(NEWS, '.button').click();
    await visit('viewer');
    await tab.at(PAGE, '[data-place="users"]').click();
    await tab.at('portal-contact-grid', '[role="grid"] .row').appears();
    expect(await tab.at(NEWS).text()).toBe('');
  });
});
