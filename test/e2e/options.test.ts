import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations } from './support/axe.js';
import { launchChromiumWithExtension } from './support/chromium.js';
import { startPsa, type Psa } from './support/psa.js';
import { buildSandboxExtension } from './support/sandbox-extension.js';

/** The options page of a sandbox build, on the real worker and the real sandbox. */
describe('the options page', () => {
  let psa: Psa;
  let extension: Awaited<ReturnType<typeof buildSandboxExtension>>;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    psa = await startPsa();
    extension = await buildSandboxExtension('chromium', psa.url);
    context = await launchChromiumWithExtension(extension.folder);
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    page = await context.newPage();
    await page.goto(new URL('src/pages/options/options.html', worker.url()).href);
  });

  afterAll(async () => {
    await context.close();
    await extension.remove();
    await psa.close();
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const origin = () => new URL(psa.url).origin;

  it('tests the connection by real calls and says what it may do', async () => {
    await button('Test').click();
    await page.getByText('It answers, and the credentials are accepted.').nth(1).waitFor();
    const report = await page.locator('portal-connection-report .report').innerText();
    expect(report).toMatch(/Portal users\s+available/);
    expect(report).toMatch(/Portal settings\s+read only/);
    expect(report).toMatch(/Taskfire\s+available/);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('refuses a PSA address that the extension may not use, and says why', async () => {
    await button('Add a connection').click();
    await page.getByLabel('PSA address').fill('psa.example');
    await page.getByLabel('API user name').fill('api@provider.example');
    await page.keyboard.press('Enter');
    await page.getByText('no permission for this address').waitFor();
    expect(await page.getByLabel('PSA address').getAttribute('aria-invalid')).toBe('true');
    expect(
      await page.evaluate('document.activeElement.shadowRoot.activeElement.shadowRoot.activeElement.id'),
    ).toBe('psaOrigin');
    expect(await axeViolations(page)).toEqual([]);
    await button('Cancel').click();
  });

  it('shows that wrong credentials are wrong', async () => {
    await button('Edit').click();
    await page.getByLabel('Secret').fill('S3CRET-WRONG');
    await page.getByLabel('Integration code').fill('SANDBOX');
    await button('Test').click();
    await page.getByText('does not accept the credentials').waitFor();
  });

  it('saves by keyboard and never gets the secret back', async () => {
    await page.getByLabel('Secret').fill('sandbox-secret');
    await page.keyboard.press('Enter');
    await page.getByText('stored for this browser session').waitFor();
    await button('Edit').click();
    const secret = page.getByLabel('Secret');
    expect(await secret.inputValue()).toBe('');
    expect(await secret.getAttribute('placeholder')).toContain('Stored');
    expect(await secret.getAttribute('autocomplete')).toBe('off');
    const state = await page.evaluate(
      "chrome.runtime.sendMessage({ kind: 'connection-state', payload: {} })",
    );
    expect(JSON.stringify(state)).toContain(origin());
    expect(JSON.stringify(state)).not.toMatch(/sandbox-secret|sandbox-portal-token/);
    await button('Save').click();
    await button('Test').click();
    await page.getByText('It answers, and the credentials are accepted.').nth(1).waitFor();
  });

  it('forgets only when asked twice', async () => {
    await button('Forget').click();
    await button('Keep').click();
    await button('Forget').click();
    await button('Forget').click();
    await page.getByText('built in for the sandbox').waitFor();
  });

  it('fits narrow screens and the dark', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await button('Edit').click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(await axeViolations(page)).toEqual([]);
  });
});
