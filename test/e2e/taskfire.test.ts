import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPage } from '../../scripts/start/demo.js';
import { openChromium } from './drivers/chromium.js';
import { openFirefox } from './drivers/firefox.js';
import type { BrowserWithExtension, Tab } from './drivers/tab.js';
import { patchRest, queryRest, readTaskfire, startPsa, type Psa } from './support/psa.js';
import { buildSandboxExtension } from './support/sandbox-extension.js';

/** Harbor Supply Co. has no Taskfire; its contract "Managed services" has no end. */
const COMPANY = 175;
const CONTRACT = 11_750;
const SERVICE = 117_500;
/** The account that is given a Taskfire level. */
const USER = 40_400;
const RESOURCE = 4;
const ADVANCED = 2;

const PAGE = 'portal-company-page';
const TASKFIRE = 'portal-taskfire';
const AGREEMENT = [TASKFIRE, 'portal-taskfire-agreement'];
const DISABLE = [TASKFIRE, 'portal-taskfire-disable'];
const POLL = { timeout: 15_000 };

const browsers = [
  { target: 'chromium', open: openChromium },
  { target: 'firefox', open: openFirefox },
] as const;

/** The PSA's own section says it in its own words. */
const nativeSection = (tab: Tab): Promise<string> =>
  tab.inPage(() =>
    [...document.querySelectorAll('.ReadOnlyData')].map(({ textContent }) => textContent.trim()).join('\n'),
  );

describe.each(browsers)('Taskfire through the extension, in $target (T1, T2, T3, T4)', ({ target, open }) => {
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

  const showTaskfire = async (): Promise<void> => {
    await tab.at(PAGE, '[data-place="taskfire"]').click();
    await tab.at(TASKFIRE, '.card').appears();
  };

  it('is enabled by accepting the agreement', async () => {
    await tab.goto(demoPage(psa.url, { companyId: COMPANY }));
    await showTaskfire();
    await tab.at(TASKFIRE, '.enable').click();
    await tab.at(...AGREEMENT, 'input[name="fees"]').click();
    expect(await tab.at(...AGREEMENT, '.accept').attribute('aria-disabled')).toBe('true');
    await tab.at(...AGREEMENT, 'input[name="authority"]').click();
    await tab.at(...AGREEMENT, '.accept').click();
    await expect
      .poll(() => readTaskfire(psa, COMPANY), POLL)
      .toMatchObject({ isActive: true, acceptedBy: 'Alva Nordwind', billing: null });
    await expect
      .poll(() => queryRest(psa, 'Companies', 'id', COMPANY), POLL)
      .toMatchObject([{ isTaskFireActive: true }]);
  });

  it('is billed through a contract', async () => {
    await tab.at(TASKFIRE, '#contract').choose(String(CONTRACT));
    await tab.at(TASKFIRE, '#service').choose(String(SERVICE));
    await tab.at(TASKFIRE, '.billing .primary').click();
    await expect
      .poll(() => readTaskfire(psa, COMPANY), POLL)
      .toMatchObject({ billing: { contractId: CONTRACT, serviceId: SERVICE } });
    // Until the answer is there, leaving the page would ask whether the choice may be lost.
    await tab.at(TASKFIRE, '.done').appears();
  });

  it('counts who has a Taskfire level, and shows in the PSA’s own form after a reload', async () => {
    await patchRest(psa, 'ClientPortalUsers', {
      ...{ id: USER, securityLevel: RESOURCE, isClientPortalActive: true },
    });
    await tab.reload();
    await showTaskfire();
    expect(await tab.at(TASKFIRE, '.licences').text()).toBe('1 licence');
    const native = await nativeSection(tab);
    for (const words of ['Enabled', 'Alva Nordwind', 'Managed services', 'Taskfire licence'])
      expect(native).toContain(words);
  });

  it('is disabled with the level moved in the same step', async () => {
    await tab.at(TASKFIRE, '.disable').click();
    await tab.at(...DISABLE, `#move-${RESOURCE}`).choose(String(ADVANCED));
    await tab.at(...DISABLE, '.primary.danger').click();
    await expect.poll(() => readTaskfire(psa, COMPANY), POLL).toMatchObject({ isActive: false });
    await tab.at(TASKFIRE, '.done').appears();
    expect(await queryRest(psa, 'ClientPortalUsers', 'id', USER)).toMatchObject([
      { securityLevel: ADVANCED, isClientPortalActive: true },
    ]);
    await tab.reload();
    await showTaskfire();
    await tab.at(TASKFIRE, '.enable').appears();
    expect(await nativeSection(tab)).toContain('Not enabled');
  });
});
