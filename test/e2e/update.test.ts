import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPage } from '../../scripts/start/demo.js';
import { eventually } from './drivers/tab.js';
import { launchChromiumWithExtension } from './support/chromium.js';
import { queryRest, startPsa, type Psa } from './support/psa.js';
import {
  readStored,
  StoredProfileSchema,
  writeStored,
  type StoredData,
  type StoredProfile,
} from './support/stored-profile.js';
import { deriveVersion, NEWER } from './support/versions.js';

const FIXTURES = 'test/fixtures';
/** Every version whose stored data were recorded. */
const recorded = (await readdir(FIXTURES)).filter((name) => name.startsWith('stored-'));

async function readProfile(folder: string): Promise<StoredProfile> {
  const text = await readFile(path.join(FIXTURES, folder, 'profile.json'), 'utf8');
  return v.parse(StoredProfileSchema, JSON.parse(text));
}

/** Chromium disables an unpacked extension that reloads itself where developer mode is off. */
async function allowReloading(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await page.close();
}

function records(data: StoredData, store: string): readonly Record<string, unknown>[] {
  const found = data.databases.flatMap(({ stores }) => stores).find(({ name }) => name === store);
  return found?.records ?? [];
}

describe.each(recorded)('what a user has %s, brought up to date', (folder) => {
  let stored: StoredProfile;
  let psa: Psa;
  let extension: string;
  let context: BrowserContext;
  let page: Page;
  let base: string;

  const openPage = async (name: 'options' | 'jobs' | 'journal'): Promise<Page> => {
    const opened = await context.newPage();
    await opened.goto(`${base}${name}/${name}.html`);
    return opened;
  };
  /** The browser takes a moment, in which the extension has no pages. */
  const openUpdated = (): Promise<Page> =>
    eventually(`version ${NEWER}`, async () => {
      const opened = await openPage('options').catch(() => undefined);
      const version = await opened?.evaluate('chrome.runtime.getManifest().version').catch(() => undefined);
      if (version === NEWER) return opened;
      await opened?.close();
      return undefined;
    });

  beforeAll(async () => {
    stored = await readProfile(folder);
    psa = await startPsa();
    extension = await mkdtemp(path.join(tmpdir(), 'e2e-update-'));
    await deriveVersion(extension, 'chromium', stored.version);
    const { host } = new URL(stored.psaOrigin);
    context = await launchChromiumWithExtension(extension, {
      // The vault knows its PSA by the address that it had when it was recorded.
      args: [`--host-resolver-rules=MAP ${host} ${new URL(psa.url).host}`],
    });
    await allowReloading(context);
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    base = new URL('/src/pages/', worker.url()).href;
    page = await openPage('options');
    await writeStored(page, stored);
    await deriveVersion(extension, 'chromium', NEWER);
    // The page ends with the version it belongs to.
    await page.evaluate('chrome.runtime.reload()').catch(() => undefined);
    page = await openUpdated();
  });
  afterAll(async () => {
    await context.close();
    await psa.close();
    await rm(extension, { recursive: true, force: true });
  });

  it('runs the new version', async () => {
    expect(await page.evaluate('chrome.runtime.getManifest().version')).toBe(NEWER);
  });

  it('keeps everything that is on disk, and nothing that was for the browser session', async () => {
    const now = await readStored(page);
    expect(now.local).toEqual(stored.local);
    expect(records(now, 'journal')).toMatchObject(records(stored, 'journal'));
    expect(records(now, 'jobs').map(({ id }) => id)).toEqual(records(stored, 'jobs').map(({ id }) => id));
    expect(
      Object.keys(now.session).filter((key) => /^(secret|connection|initial-password)/.test(key)),
    ).toEqual([]);
  });

  it('shows the connection, which opens with the passphrase and works', async () => {
    await page.getByText('A connection is locked').waitFor();
    await page.getByRole('textbox', { name: 'Passphrase of the vault', exact: true }).fill(stored.passphrase);
    await page.keyboard.press('Enter');
    await page.getByText('A connection is locked').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await page.getByText('It answers, and accepts the secrets.').nth(1).waitFor();
  });

  it('goes on with the job that was not done', async () => {
    const done = async () =>
      (await queryRest(psa, 'ClientPortalUsers', 'contactID', stored.unfinishedContactIds)).map(
        ({ isClientPortalActive }) => isClientPortalActive,
      );
    await expect.poll(done, { timeout: 60_000 }).toEqual(stored.unfinishedContactIds.map(() => true));
    const jobs = await openPage('jobs');
    await expect.poll(() => jobs.locator('portal-job-card .pill', { hasText: 'Finished' }).count()).toBe(2);
  });

  it('shows the journal with the old entries', async () => {
    const journal = await openPage('journal');
    await journal.locator('tbody tr').first().waitFor();
    const rows = journal.locator('tbody tr');
    await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(records(stored, 'journal').length);
  });

  it('shows the lists as they had been arranged', async () => {
    const tab = await context.newPage();
    await tab.goto(demoPage(stored.psaOrigin));
    const frame = tab.frameLocator('iframe');
    await frame.locator('portal-company-page [data-place=users]').click();
    const headers = frame.locator('portal-contact-grid [role="columnheader"]');
    await headers.nth(1).waitFor();
    await expect.poll(async () => (await headers.allInnerTexts()).join(' ')).toMatch(/Name\s+Security level/);
    expect(await frame.locator('portal-contact-grid [aria-sort="descending"]').innerText()).toContain(
      'Security level',
    );
  });
});
