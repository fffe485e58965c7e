import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoConnection, demoPage, type DemoUser } from '../../scripts/start/demo.js';
import { openChromium } from './drivers/chromium.js';
import { openFirefox } from './drivers/firefox.js';
import type { BrowserWithExtension, Tab } from './drivers/tab.js';
import { readSettings, requestsSeen, startPsa, type Psa } from './support/psa.js';
import { buildSandboxExtension } from './support/sandbox-extension.js';

const COMPANY = 174;
const SETTINGS = 'portal-company-settings';
const PAGE = 'portal-company-page';
const GRID = 'portal-contact-grid';

const browsers = { chromium: openChromium, firefox: openFirefox } as const;

/**
 * Whose page it is, and whose rights the extension has: the lesser of both counts. Where the connection is the lesser
 * one it is the backends that say so, so one browser is enough for that.
 */
const cases: readonly { target: keyof typeof browsers; page: DemoUser; connection: DemoUser }[] = [
  { target: 'chromium', page: 'viewer', connection: 'admin' },
  { target: 'chromium', page: 'admin', connection: 'viewer' },
  { target: 'firefox', page: 'viewer', connection: 'admin' },
];

/** Requests that change something. Queries are sent as POST too. */
const writes = async (psa: Psa) =>
  (await requestsSeen(psa)).filter((request) => !/^GET |^POST \S+\/query(\/count)? /i.test(request));

/** The controls of the settings, whichever shadow root they are in, without what leads elsewhere; runs in the page. */
function settingControls(): { count: number; enabled: string[] } {
  const inside = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [
      one,
      ...(one.shadowRoot ? inside(one.shadowRoot) : []),
    ]);
  const controls = inside(document).filter((one) =>
    one.matches('[data-setting] :is(input, select, textarea, button:not(.link-button))'),
  );
  const enabled = controls.filter((one) => !one.matches(':disabled'));
  return { count: controls.length, enabled: enabled.map((one) => one.outerHTML) };
}

describe.each(cases)('$page’s page over $connection’s connection, in $target', (one) => {
  let psa: Psa;
  let extension: Awaited<ReturnType<typeof buildSandboxExtension>>;
  let browser: BrowserWithExtension;
  let tab: Tab;

  beforeAll(async () => {
    psa = await startPsa();
    extension = await buildSandboxExtension(one.target, psa.url, one.connection);
    browser = await browsers[one.target]({ extension: extension.folder });
    tab = await browser.newTab();
    await tab.goto(demoPage(psa.url, { user: one.page, companyId: COMPANY }));
  });
  afterAll(async () => {
    await browser.close();
    await psa.close();
    await extension.remove();
  });

  it('shows the settings, says why they cannot be changed, and has no control that could', async () => {
    await tab.at(SETTINGS, '[data-setting="workedTime"] select').appears();
    expect(await tab.at(SETTINGS, '.notice').text()).toMatch(
      /^You can look, but not change\..*lacks the permission/,
    );
    const { count, enabled } = await tab.inPage(settingControls);
    expect(enabled).toEqual([]);
    expect(count).toBeGreaterThan(15);
  });

  it('shows the contacts, says why logins cannot be changed, and blocks each way to do it', async () => {
    await tab.at(PAGE, '[data-place="users"]').click();
    await tab.at(GRID, '[role="grid"] .more').appears();
    expect(await tab.at(GRID, '.notices').text()).toMatch(
      /You can look, but not change logins\..*lacks the permission/,
    );
    expect(await tab.at(GRID, '[role="grid"]').text()).not.toContain('Activate portal login');
    await tab.at(GRID, '[role="grid"] .more').click();
    const item = tab.at(GRID, '[role="menuitem"]');
    expect(await item.text()).toMatch(/portal login[^]*You may only look\./);
    expect(await item.isDisabled()).toBe(true);
  });

  it('wrote nothing', async () => {
    expect(await writes(psa)).toEqual([]);
  });
});

describe('the PSA itself', () => {
  let psa: Psa;
  beforeAll(async () => {
    psa = await startPsa();
  });
  afterAll(() => psa.close());

  it('refuses the viewer’s settings', async () => {
    const before = await readSettings(psa, COMPANY);
    const url = new URL(`/portal/v1/companies/${COMPANY}/settings`, psa.url);
    const { token } = demoConnection(psa.url, 'viewer').portalService;
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const current = await fetch(url, { headers });
    const answer = await fetch(url, {
      method: 'PATCH',
      headers: { ...headers, 'If-Match': current.headers.get('ETag') ?? '' },
      body: JSON.stringify({ notifications: false }),
    });
    expect([current.status, answer.status]).toEqual([200, 403]);
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json');
    expect(await readSettings(psa, COMPANY)).toEqual(before);
  });

  it.each(['POST', 'PATCH', 'PUT'])('refuses the viewer’s %s of a portal login', async (method) => {
    const { user, secret, integrationCode } = demoConnection(psa.url, 'viewer').autotask;
    const answer = await fetch(new URL('/ATServicesRest/V1.0/ClientPortalUsers', psa.url), {
      method,
      headers: { UserName: user, Secret: secret, ApiIntegrationCode: integrationCode },
      body: JSON.stringify({ id: 40201, isClientPortalActive: false }),
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual({ errors: [expect.stringContaining('adequate permissions')] });
  });
});
