import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPage } from '../../scripts/start/demo.js';
import { firefoxTab, IDLE_MS } from '../e2e/drivers/firefox.js';
import { backgroundState, launchFirefoxWithExtension } from '../e2e/support/firefox.js';
import { buildSandboxExtension } from '../e2e/support/sandbox-extension.js';
import { COMPANY, startFaultPsa, type FaultPsa } from './support/fault-psa.js';

const SIZE = 40;
const GRID = 'portal-contact-grid';
/** An alarm comes within half a minute, and Firefox ends the page again meanwhile, more than once. */
const PATIENCE = { timeout: 240_000, interval: 500 };

/** Firefox ends an idle background page by itself, also in the middle of a job. */
describe('a job in Firefox', () => {
  let psa: FaultPsa;
  let extension: Awaited<ReturnType<typeof buildSandboxExtension>>;
  let browser: Browser;

  beforeAll(async () => {
    psa = await startFaultPsa(SIZE);
    extension = await buildSandboxExtension('firefox', psa.url);
    browser = await launchFirefoxWithExtension(extension.folder, {
      hasSystemAccess: true,
      preferences: { 'extensions.background.idle.timeout': IDLE_MS },
    });
  });
  afterAll(async () => {
    await browser.close();
    await extension.remove();
    await psa.close();
  });

  it(
    'is finished by the alarm after the background page died of idleness',
    { timeout: 400_000 },
    async () => {
      const tab = await firefoxTab(browser);
      await tab.goto(demoPage(psa.url, { companyId: COMPANY.id }));
      await tab.at('portal-company-page', '[data-place="users"]').click();
      await tab.at(GRID, 'portal-data-grid', '[role="columnheader"] input').click();
      await tab.at(GRID, '[data-bulk="activate"]').click();
      const dialog = [GRID, 'portal-bulk-change'];
      await tab.at(...dialog, '.check-plan').click();
      await tab.at(...dialog, '.consent input').click();
      await psa.setFaults({ latencyMs: 1500 });
      await tab.at(...dialog, '.start').click();
      await expect.poll(() => psa.added(), PATIENCE).toBeGreaterThan(0);
      // Each account is one too many, says the PSA: the job waits longer than an idle page lives.
      await psa.setFaults({ rules: [{ match: 'POST /ClientPortalUsers', status: 429, retryAfter: 10 }] });
      // With nobody looking, nothing but the job itself keeps the background page busy.
      await tab.close();
      await expect.poll(() => backgroundState(browser), PATIENCE).toBe('stopped');
      // Counted while nothing can be added: an alarm may wake the page at any moment.
      expect((await psa.accounts()).length).toBeLessThan(SIZE);
      await psa.clearFaults();
      await expect.poll(async () => (await psa.accounts()).length, PATIENCE).toBe(SIZE);
      const contacts = (await psa.accounts()).map(({ contactId }) => contactId);
      expect(new Set(contacts).size).toBe(SIZE);
      expect(contacts.sort((a, b) => a - b)).toEqual(psa.people.map(({ id }) => id));
    },
  );
});
