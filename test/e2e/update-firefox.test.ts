import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { demoConnection, demoPage } from '../../scripts/start/demo.js';
import { COMPANY, startFaultPsa, type FaultPsa } from '../faults/support/fault-psa.js';
import { firefoxTab } from './drivers/firefox.js';
import type { Tab } from './drivers/tab.js';
import { installedVersion, launchFirefoxWithExtension } from './support/firefox.js';
import { deriveVersion, NEWER } from './support/versions.js';

const SIZE = 3;
const GRID = 'portal-contact-grid';
const POLL = { timeout: 30_000 };

/** Firefox lets no driver into an extension's pages, so what is stored is left behind, and seen again, in the PSA's page. */
describe('an update in Firefox', () => {
  let psa: FaultPsa;
  let folder: string;
  let browser: Browser;
  let tab: Tab;

  const derive = (name: string, version: string) =>
    deriveVersion(path.join(folder, name), 'firefox', version, {
      connectionPreset: demoConnection(psa.url),
    });
  const showUsers = async (): Promise<void> => {
    await tab.goto(demoPage(psa.url, { companyId: COMPANY.id }));
    await tab.at('portal-company-page', '[data-place="users"]').click();
    await tab.at(GRID, 'portal-data-grid', '[role="columnheader"]').appears();
  };
  const sortedBy = () => tab.at(GRID, 'portal-data-grid', '[aria-sort="descending"]').text();

  beforeAll(async () => {
    psa = await startFaultPsa(SIZE);
    folder = await mkdtemp(path.join(tmpdir(), 'e2e-update-firefox-'));
    await derive('old', packageJson.version);
    await derive('new', NEWER);
    browser = await launchFirefoxWithExtension(path.join(folder, 'old'), { hasSystemAccess: true });
    tab = await firefoxTab(browser);
  });
  afterAll(async () => {
    await browser.close();
    await psa.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('takes the place of the version before', async () => {
    await showUsers();
    await tab.at(GRID, 'portal-data-grid', '[aria-sort] button').click();
    await tab.at(GRID, 'portal-data-grid', '[aria-sort="descending"] button').appears();
    await tab.at(GRID, 'portal-data-grid', '[role="columnheader"] input').click();
    await tab.at(GRID, '[data-bulk="activate"]').click();
    await tab.at(GRID, 'portal-bulk-change', '.check-plan').click();
    await tab.at(GRID, 'portal-bulk-change', '.consent input').click();
    await tab.at(GRID, 'portal-bulk-change', '.start').click();
    await expect.poll(async () => (await psa.accounts()).length, POLL).toBe(SIZE);
    expect(await installedVersion(browser)).toBe(packageJson.version);
    await browser.installExtension(path.join(folder, 'new'));
    await expect.poll(() => installedVersion(browser), POLL).toBe(NEWER);
  });

  it('keeps how lists were arranged', async () => {
    // The old page may ask before it is left.
    tab = await firefoxTab(browser);
    await showUsers();
    expect(await sortedBy()).not.toBe('');
  });

  it('keeps the jobs', async () => {
    await tab.at('portal-company-page', '[data-place="jobs"]').click();
    expect(await tab.at('portal-job-list', 'portal-job-card', 'h3').text()).toMatch(
      /^Activate \d+ contacts$/,
    );
  });
});
