import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPage } from '../../scripts/start/demo.js';
import { openChromium } from './drivers/chromium.js';
import { openFirefox } from './drivers/firefox.js';
import type { BrowserWithExtension, Tab } from './drivers/tab.js';
import { queryRest, readSettings, startPsa, type Psa } from './support/psa.js';
import { buildSandboxExtension } from './support/sandbox-extension.js';

/** Harbor Supply Co.: nobody can log in there yet. */
const COMPANY = 175;
const SETTINGS = 'portal-company-settings';
const PAGE = 'portal-company-page';
const GRID = 'portal-contact-grid';

const browsers = [
  { target: 'chromium', open: openChromium },
  { target: 'firefox', open: openFirefox },
] as const;

const row = (tab: Tab, key: string, control: string) =>
  tab.at(SETTINGS, `[data-setting="${key}"] ${control}`);
/** What the PSA has is asked until it is there: a note such as "Saved." goes by itself, perhaps before one looks. */
const POLL = { timeout: 15_000 };

const save = (tab: Tab) => tab.at(SETTINGS, '.bar .primary').click();
const native = (tab: Tab, name: string) => tab.at(`input[name="${name}"]`).attribute('value');

describe.each(browsers)('one line through every room, in $target', ({ target, open }) => {
  const userName = `line.${target}@harbor.example`;
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

  it('signs in to the PSA, opens a company, and both elements are there', async () => {
    await tab.goto(psa.url);
    await tab.at('input[name="name"]').fill('admin');
    await tab.at('input[name="password"]').fill('admin');
    await tab.at('button[type="submit"]').click();
    await tab.at(`a[href*="accountId=${COMPANY}"]`).click();
    await row(tab, 'workedTime', 'select').appears();
    await tab.at(PAGE, '[data-place="users"]').click();
    await tab.at(GRID, '[role="grid"] .link-button').appears();
  });

  it('changes three settings and saves them in one step', async () => {
    await row(tab, 'workedTime', 'select').choose('billed');
    await row(tab, 'twoFactor', 'select').choose('all');
    await row(tab, 'notifications', 'input').click();
    expect(await tab.at(SETTINGS, '.bar b').text()).toBe('3 changes');
    await save(tab);
    await expect
      .poll(() => readSettings(psa, COMPANY), POLL)
      .toMatchObject({
        settings: { workedTime: 'billed', twoFactor: 'all', notifications: false },
      });
  });

  it('activates one contact, and the PSA itself has the account', async () => {
    await tab.at(GRID, '[role="grid"] .link-button').click();
    const dialog = [GRID, 'portal-activation-dialog'];
    await tab.at(...dialog, '#userName').fill(userName);
    await tab.at(...dialog, 'button[type="submit"]').click();
    await expect
      .poll(() => queryRest(psa, 'ClientPortalUsers', 'userName', userName), POLL)
      .toMatchObject([{ userName, isClientPortalActive: true, password: null }]);
  });

  it("shows in the PSA's own form after a reload", async () => {
    await tab.reload();
    await row(tab, 'workedTime', 'select').appears();
    expect([await native(tab, 'workedTime'), await native(tab, 'twoFactor')]).toEqual(['billed', 'all']);
    expect(await native(tab, 'notifications')).toBe('false');
  });

  it('goes on after the worker has died', async () => {
    await browser.killWorker();
    await row(tab, 'documents', 'input').click();
    await save(tab);
    await expect
      .poll(() => readSettings(psa, COMPANY), POLL)
      .toMatchObject({ settings: { documents: false } });
  });

  it('finds it all again after the PSA and the browser were restarted', async () => {
    await browser.close();
    await psa.restart();
    browser = await open({ extension: extension.folder });
    tab = await browser.newTab();
    await tab.goto(demoPage(psa.url, { companyId: COMPANY }));
    await row(tab, 'documents', 'input').appears();
    expect(await row(tab, 'documents', 'input').isChecked()).toBe(false);
    await tab.at(PAGE, '[data-place="users"]').click();
    await tab.at(GRID, 'input[type="search"]').fill(userName);
    await expect.poll(() => tab.at(GRID, '[role="grid"]').text(), POLL).toContain(userName);
  });
});
