import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPage } from '../../scripts/start/demo.js';
import { axeViolations } from './support/axe.js';
import { launchChromiumWithExtension } from './support/chromium.js';
import { startPsa, type Psa } from './support/psa.js';
import { buildSandboxExtension } from './support/sandbox-extension.js';

const PASSPHRASE = 'lorry violin seldom quartz';

/** The options page of a sandbox build, on the real worker and the real sandbox, in one profile that outlives the browser. */
describe('the options page', () => {
  let psa: Psa;
  let extension: Awaited<ReturnType<typeof buildSandboxExtension>>;
  let profile: string;
  let context: BrowserContext;
  let page: Page;

  async function start(): Promise<void> {
    context = await launchChromiumWithExtension(extension.folder, { profile });
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    page = await context.newPage();
    await page.goto(new URL('src/pages/options/options.html', worker.url()).href);
  }

  beforeAll(async () => {
    psa = await startPsa();
    extension = await buildSandboxExtension('chromium', psa.url);
    profile = await mkdtemp(path.join(tmpdir(), 'e2e-options-'));
    await start();
  });

  afterAll(async () => {
    await context.close();
    await extension.remove();
    await psa.close();
    await rm(profile, { recursive: true, force: true });
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  /** Only what is shown: forms of other parts of the page stay where they are. */
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  const origin = () => new URL(psa.url).origin;
  const connectionsAsTold = () =>
    page.evaluate("chrome.runtime.sendMessage({ kind: 'connections', payload: {} })");

  it('tests the connection by real calls and says what it may do', async () => {
    await button('Test').click();
    await page.getByText('It answers, and accepts the secrets.').nth(1).waitFor();
    const text = (selector: string) => page.locator(selector).innerText();
    expect(await text('portal-connection-report .report')).toMatch(/available\s+Companies, Contacts/);
    expect(await text('portal-rights-table table')).toMatch(/Client portal users\s+yes\s+yes\s+yes/);
    expect(await text('portal-threshold-meter p')).toMatch(/[\d,]+ of [\d,]+ requests used in this hour/);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('says at the field what is missing', async () => {
    await button('Add a connection').click();
    await field('PSA address').fill('psa.example');
    await field('API user name').fill('api@provider.example');
    await page.keyboard.press('Enter');
    await page.getByText('Enter the address of the API').waitFor();
    expect(await field('API address').getAttribute('aria-invalid')).toBe('true');
    expect(await axeViolations(page)).toEqual([]);
    await button('Cancel').click();
  });

  it('shows that wrong credentials are wrong', async () => {
    await button('Edit').click();
    await field('Secret').fill('S3CRET-WRONG');
    await field('Integration code').fill('SANDBOX');
    await button('Test').click();
    await page.getByText('does not accept the secrets').waitFor();
  });

  it('creates the vault on the way, keeps the connection in it and never gives the secret back', async () => {
    await field('Secret').fill('sandbox-secret');
    await page.getByLabel('Remembered, protected by your passphrase').check();
    await field('New passphrase').fill(PASSPHRASE);
    await field('The same once more').fill(PASSPHRASE);
    await button('Create the vault').click();
    await field('New passphrase').waitFor({ state: 'detached' });
    await button('Save').click();
    await page.locator('dd', { hasText: 'remembered, protected by your passphrase' }).waitFor();
    await button('Edit').click();
    const secret = field('Secret');
    expect(await secret.inputValue()).toBe('');
    expect(await secret.getAttribute('placeholder')).toContain('Stored');
    const told = JSON.stringify(await connectionsAsTold());
    expect(told).toContain(origin());
    expect(told).not.toMatch(/sandbox-secret|sandbox-portal-token/);
    await button('Cancel').click();
  });

  it('is locked when the browser starts again, and works once it is unlocked', async () => {
    await context.close();
    await start();
    await page.getByText('A connection is locked').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await field('Passphrase of the vault').fill('not the passphrase');
    await page.keyboard.press('Enter');
    await page.getByText('This is not the passphrase.').first().waitFor();
    await field('Passphrase of the vault').fill(PASSPHRASE);
    // The wait after a wrong one; the button says when it is over.
    await page.locator('portal-vault-unlock:visible button:not([aria-disabled])').click();
    await page.getByText('A connection is locked').waitFor({ state: 'detached' });
    await button('Test').click();
    await page.getByText('It answers, and accepts the secrets.').nth(1).waitFor();
  });

  it('signs in to the portal service at its real authorization server, and out again', async () => {
    await button('Edit').click();
    await page.getByLabel('Sign in with your own account (recommended)').check();
    await button('Save').click();
    const opened = context.waitForEvent('page');
    await button('Sign in').click();
    await signInAt(await opened);
    await page.getByText('You are signed in').first().waitFor();
    await button('Test').click();
    await page.getByText('It answers, and accepts the secrets.').nth(1).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await button('Sign out').click();
    await button('Sign in').waitFor();
  });

  /** What a person does in the window that has opened. */
  async function signInAt(service: Page): Promise<void> {
    await service.locator('input[name="name"]').fill('admin');
    await service.locator('input[name="password"]').fill('admin');
    await service.keyboard.press('Enter');
    await service.locator('button[value="allow"]').click();
  }

  it('notices that the sign-in window was closed', async () => {
    const opened = context.waitForEvent('page');
    await button('Sign in').click();
    const service = await opened;
    await page.getByText('This page waits.').waitFor();
    await service.close();
    await page.getByText('The sign-in was cancelled.').first().waitFor();
  });

  it('shows pages of the PSA as locked once the vault is, and works on when it opens', async () => {
    const psaPage = await context.newPage();
    await psaPage.goto(demoPage(psa.url));
    const frame = psaPage.frameLocator('iframe');
    await frame.locator('portal-company-page [data-place=users]').click();
    await frame.locator('portal-contact-grid [role="row"]').nth(1).waitFor();
    await page.bringToFront();
    await page.getByRole('link', { name: 'Vault' }).click();
    await button('Lock now').click();
    await frame.getByText('The vault is locked.').first().waitFor();
    await field('Passphrase of the vault').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await frame.locator('portal-contact-grid [role="row"]').nth(1).waitFor();
    await psaPage.close();
  });

  it('forgets only when asked twice', async () => {
    await page.getByRole('link', { name: 'Connections' }).click();
    await button('Forget').click();
    await button('Keep').click();
    await button('Forget').click();
    await page.locator('.question').getByRole('button', { name: 'Forget' }).click();
    await page.getByText('built in for the sandbox').waitFor();
  });

  it('fits narrow screens and the dark', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await button('Edit').click();
    for (const name of ['Connections', 'Vault', 'What is stored']) {
      await page.getByRole('link', { name, exact: true }).first().click();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      expect(await axeViolations(page)).toEqual([]);
    }
  });
});
