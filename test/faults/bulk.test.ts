import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job } from '../../src/contract/index.js';
import type { PortalUser } from '../../src/model/index.js';
import { buildSandboxExtension } from '../e2e/support/sandbox-extension.js';
import {
  accountsNow,
  csvFile,
  forecasts,
  INACTIVE,
  REFUSED,
  shapeOf,
  SIZE,
  type Forecast,
} from './support/bulk-file.js';
import { companyPage, openFaultBrowser, type FaultBrowser } from './support/fault-browser.js';
import { startFaultPsa, type FaultPsa } from './support/fault-psa.js';

const MINUTES = 60_000;

/** A thousand contacts from a spreadsheet, by hand, through a worker that dies and a tab that is closed. */
describe('a change of 1,000 contacts by CSV', () => {
  let psa: FaultPsa;
  let extension: Awaited<ReturnType<typeof buildSandboxExtension>>;
  let browser: FaultBrowser;
  let page: Page;
  let before: Map<number, PortalUser>;
  let forecast: Map<number, Forecast>;

  beforeAll(async () => {
    psa = await startFaultPsa(SIZE, shapeOf);
    extension = await buildSandboxExtension('chromium', psa.url);
    browser = await openFaultBrowser(extension.folder, psa.url);
    await browser.leaveCompany();
    before = await accountsNow(psa);
  });
  afterAll(async () => {
    await browser.close();
    await extension.remove();
    await psa.close();
  });

  async function openTab(): Promise<FrameLocator> {
    page = await browser.context.newPage();
    await companyPage(browser.context, page, psa.url);
    return page.frameLocator('iframe');
  }

  async function job(): Promise<Job | undefined> {
    return (await browser.askAsPage('jobs', {}))[0];
  }

  const done = async (): Promise<number> => (await job())?.counts.done ?? 0;
  const isDone = (count: number) =>
    expect.poll(done, { timeout: 5 * MINUTES, interval: 500 }).toBeGreaterThanOrEqual(count);
  const hasFinished = () =>
    expect.poll(async () => (await job())?.state, { timeout: 8 * MINUTES, interval: 1000 }).toBe('finished');

  let frame: FrameLocator;

  it('says beforehand what becomes of each contact', { timeout: 3 * MINUTES }, async () => {
    frame = await openTab();
    await frame.locator('[data-bulk=csv]').click();
    const file = { name: 'Kontakte.csv', mimeType: 'text/csv', buffer: csvFile(psa.people) };
    await frame.locator('portal-csv-import input[type=file]').setInputFiles(file);
    await frame.getByText('Kontakte.csv').first().waitFor();
    await frame.getByRole('button', { name: 'Continue' }).click();
    await frame.getByRole('button', { name: 'Check what will happen' }).click();
    const dryRun = frame.locator('portal-dry-run');
    await dryRun.locator('.rows .row').first().waitFor();
    expect(await dryRun.locator('.counts .chip').allInnerTexts()).toEqual([
      'All 1,000',
      `New login ${SIZE - REFUSED - INACTIVE}`,
      `Activated again ${INACTIVE}`,
      `Refused ${REFUSED}`,
    ]);
    const reasons = (await dryRun.locator('.reasons').innerText()).replace(/^Refused: |\.$/g, '').split(', ');
    expect(reasons.sort()).toEqual([
      '5 active already',
      '5 contact inactive',
      '5 no e-mail address',
      '5 security level needs Taskfire',
      '5 security level unknown',
      '5 user name taken',
      '5 user name twice in the selection',
      '5 user name with forbidden characters',
    ]);
    const saving = page.waitForEvent('download');
    await dryRun.getByRole('button', { name: 'Export' }).click();
    await dryRun.getByRole('button', { name: 'CSV of all columns, hidden ones too' }).click();
    forecast = forecasts(await readFile(await (await saving).path(), 'utf8'));
    expect([...forecast.keys()].sort((a, b) => a - b)).toEqual(psa.people.map(({ id }) => id));
    expect(await accountsNow(psa)).toEqual(before);
  });

  it('does so, though the worker dies twice and the tab is closed', { timeout: 15 * MINUTES }, async () => {
    await frame.locator('.consent input').check();
    await frame.getByRole('button', { name: `Activate ${SIZE - REFUSED} contacts` }).click();
    await isDone(20);
    await browser.killWorker();
    await isDone((await done()) + 50);
    await page.close();
    await browser.killWorker();
    expect(await job()).toMatchObject({ state: 'running', counts: { failed: 0 } });
    await hasFinished();
    expect((await job())?.counts).toEqual({
      ...{ planned: 0, running: 0, failed: 0, cancelled: 0 },
      ...{ done: SIZE - REFUSED, refused: REFUSED },
    });
  });

  it('has ended exactly as it was said, says the PSA itself', async () => {
    const levels: Readonly<Record<string, number>> = { Basic: 1, Manager: 3 };
    const after = await accountsNow(psa);
    const expected = new Map<number, unknown>();
    for (const [contactId, { outcome, userName, level, why }] of forecast) {
      const account = before.get(contactId);
      if (outcome === 'New login')
        expected.set(
          contactId,
          expect.objectContaining({ userName, securityLevel: levels[level], isActive: true }),
        );
      else if (outcome === 'Activated again') expected.set(contactId, { ...(account ?? {}), isActive: true });
      else if (account !== undefined) expected.set(contactId, account);
      expect(why === '').toBe(outcome !== 'Refused');
    }
    expect(after.size).toBe(expected.size);
    for (const [contactId, account] of expected) expect(after.get(contactId)).toEqual(account);
  });

  it('goes back to the start as far as there is a way', { timeout: 15 * MINUTES }, async () => {
    const made = await accountsNow(psa);
    frame = await openTab();
    const card = frame.locator('portal-job-card').first();
    await card.getByRole('button', { name: 'Undo …' }).click();
    await card.getByText(`${SIZE - REFUSED - INACTIVE} logins that it created are deactivated`).waitFor();
    await card.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(async () => (await browser.askAsPage('jobs', {})).length, { timeout: MINUTES }).toBe(2);
    await hasFinished();
    const after = await accountsNow(psa);
    for (const { id } of psa.people) {
      const account = made.get(id);
      const start = before.get(id) ?? (account && { ...account, isActive: false });
      expect(after.get(id)).toEqual(start);
    }
  });
});
