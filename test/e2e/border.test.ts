import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPage } from '../../scripts/start/demo.js';
import { openChromium } from './drivers/chromium.js';
import { openFirefox } from './drivers/firefox.js';
import { eventually, type BrowserWithExtension, type Tab } from './drivers/tab.js';
import { launchChromiumWithExtension } from './support/chromium.js';
import { openContentWorld, type ContentWorld } from './support/content-world.js';
import { readSettings, requestsSeen, startPsa, type Psa } from './support/psa.js';
import { buildSandboxExtension } from './support/sandbox-extension.js';

const SHOWN = 174;
const OTHER = 175;
const SETTINGS = 'portal-company-settings';
const DUE_DATES = '[data-setting="ticketDueDates"] input';
const POLL = { timeout: 15_000 };
/** ms. After a navigation our script looks at the page for some seconds more; what changes later it does not see. */
const SETTLED = 7000;
const otherCompany = { ok: false, error: { code: 'forbidden', reason: 'other-company' } };

const writes = async (psa: Psa) =>
  (await requestsSeen(psa)).filter(
    (request) => /^(PATCH|PUT|POST) /.test(request) && !request.includes('/query'),
  );

/** Has the page keep its company in a hidden field, as pages of the PSA do, instead of in its address. In the page. */
function hideCompany(): void {
  const field = document.createElement('input');
  Object.assign(field, { type: 'hidden', name: 'companyId', value: '174' });
  document.body.append(field);
  history.replaceState(null, '', location.pathname);
}
/** In the page. */
function turnTo175(): void {
  document.querySelector('input[name="companyId"]')?.setAttribute('value', '175');
}
/** In the page. */
function turnTo174(): void {
  document.querySelector('input[name="companyId"]')?.setAttribute('value', '174');
}

const browsers = [
  { target: 'chromium', open: openChromium },
  { target: 'firefox', open: openFirefox },
] as const;

describe.each(browsers)('a page that changes its company under an open element, in $target', (one) => {
  let psa: Psa;
  let extension: Awaited<ReturnType<typeof buildSandboxExtension>>;
  let browser: BrowserWithExtension;
  let tab: Tab;

  beforeAll(async () => {
    psa = await startPsa();
    extension = await buildSandboxExtension(one.target, psa.url);
    browser = await one.open({ extension: extension.folder });
    tab = await browser.newTab();
    await tab.goto(demoPage(psa.url, { companyId: SHOWN }));
  });
  afterAll(async () => {
    await browser.close();
    await psa.close();
    await extension.remove();
  });

  it('is refused before anything is written', async () => {
    const before = [await readSettings(psa, SHOWN), await readSettings(psa, OTHER)];
    await tab.at(SETTINGS, DUE_DATES).appears();
    await tab.inPage(hideCompany);
    await new Promise((resolve) => setTimeout(resolve, SETTLED));
    await tab.at(SETTINGS, DUE_DATES).click();
    await tab.inPage(turnTo175);
    await tab.at(SETTINGS, '.bar .primary').click();
    await expect
      .poll(() => tab.at(SETTINGS, '.bar .problem').text(), POLL)
      .toContain('This page shows another company by now.');
    expect([await readSettings(psa, SHOWN), await readSettings(psa, OTHER)]).toEqual(before);
    expect(await writes(psa)).toEqual([]);
  });

  it('goes on with what was entered once it shows the company again', async () => {
    const before = await readSettings(psa, SHOWN);
    await tab.inPage(turnTo174);
    await tab.at(SETTINGS, '.bar .primary').click();
    await expect.poll(() => readSettings(psa, SHOWN), POLL).not.toEqual(before);
  });
});

/** In Chromium only: no driver gets into a content script's world in Firefox. */
describe('a frame that shows company 174', () => {
  let psa: Psa;
  let extension: Awaited<ReturnType<typeof buildSandboxExtension>>;
  let context: BrowserContext;
  let world: ContentWorld;

  const call = (method: string, ...args: unknown[]) =>
    world.send({ kind: 'call', payload: { id: crypto.randomUUID(), method, args } });
  const pong = () => world.send({ kind: 'ping', payload: {} });

  beforeAll(async () => {
    psa = await startPsa();
    extension = await buildSandboxExtension('chromium', psa.url);
    context = await launchChromiumWithExtension(extension.folder);
    const page = await context.newPage();
    world = await openContentWorld(context, page);
    await page.goto(demoPage(psa.url, { companyId: SHOWN }));
    // Until the page agent has told the worker.
    await eventually('settings of the company that is shown', async () => {
      const answer = await call('settings', SHOWN);
      return JSON.stringify(answer).startsWith('{"ok":true') ? answer : undefined;
    });
  });
  afterAll(async () => {
    await context.close();
    await psa.close();
    await extension.remove();
  });

  it('can neither read nor write for 175, whatever is sent from its content script’s world', async () => {
    const before = await readSettings(psa, OTHER);
    const count = (await pong()) as { value: { refused: number } };
    expect(await call('settings', OTHER)).toEqual(otherCompany);
    expect(await call('saveSettings', OTHER, { notifications: false }, 'v')).toEqual(otherCompany);
    expect(await call('changePortalUser', OTHER, 1, { isActive: false }, null)).toEqual(otherCompany);
    expect(await pong()).toMatchObject({ value: { refused: count.value.refused + 3 } });
    expect(await readSettings(psa, OTHER)).toEqual(before);
    expect(await writes(psa)).toEqual([]);
  });

  it('cannot write for 174 either while its page shows 175', async () => {
    await world.run((address: string) => {
      history.replaceState(null, '', address);
    }, '?accountId=175');
    expect(await call('saveSettings', SHOWN, { notifications: false }, 'v')).toEqual(otherCompany);
    expect(await writes(psa)).toEqual([]);
  });

  it('cannot do what only the extension’s own pages may', async () => {
    for (const kind of ['connections', 'vault-state', 'purge-journal'])
      expect(await world.send({ kind, payload: {} })).toMatchObject({ error: { code: 'forbidden' } });
  });
});
