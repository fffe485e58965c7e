import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPage } from '../../scripts/start/demo.js';
import type { ConnectionDraft } from '../../src/channel/index.js';
import { eventually } from './drivers/tab.js';
import { launchChromiumWithExtension } from './support/chromium.js';
import { startPsa, type Psa } from './support/psa.js';
import { buildSandboxExtension } from './support/sandbox-extension.js';

/** Long enough for a page agent that is there to have its elements injected. */
const TIME_TO_APPEAR_MS = 3000;

/**
 * The sandbox by a name that the manifest does not cover, in Chromium. The host is granted and taken back by the browser's
 * own page about extensions. Only the first time the extension has to ask as well, as its options page does: no driver can
 * press the buttons of the browser's question, but Chromium does not put it for a host that its own page has allowed.
 */
describe('a PSA at a host that is granted at run time', () => {
  let psa: Psa;
  let extension: Awaited<ReturnType<typeof buildSandboxExtension>>;
  let context: BrowserContext;
  let options: Page;
  let psaPage: Page;

  const localhost = () => psa.url.replace('127.0.0.1', 'localhost');
  const block = () =>
    eventually('the block', () =>
      Promise.resolve(psaPage.frames().find((frame) => frame.url().includes('/Mvc/'))),
    ).then((frame) => frame.locator('portal-company-settings'));

  beforeAll(async () => {
    psa = await startPsa();
    extension = await buildSandboxExtension('chromium', psa.url);
    context = await launchChromiumWithExtension(extension.folder);
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    options = await context.newPage();
    await options.goto(new URL('src/pages/options/options.html', worker.url()).href);
    psaPage = await context.newPage();
    await psaPage.goto(demoPage(localhost()));
  });
  afterAll(async () => {
    await context.close();
    await extension.remove();
    await psa.close();
  });

  /** What the browser's own page does when its switch for a host is used. */
  async function inBrowserSettings(does: 'addHostPermission' | 'removeHostPermission'): Promise<void> {
    const id = new URL(options.url()).host;
    const page = await context.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(`chrome.developerPrivate.${does}('${id}', 'http://localhost/*')`);
    await page.close();
  }

  function saveConnection(): Promise<unknown> {
    const payload: ConnectionDraft = {
      id: crypto.randomUUID(),
      psaOrigin: new URL(localhost()).origin,
      label: 'By name',
      keep: 'session',
      autotask: {
        user: 'api@sandbox.example',
        secret: 'sandbox-secret',
        integrationCode: 'SANDBOX',
        baseUrl: new URL('/ATServicesRest/', psa.url).href,
      },
      portalService: {
        url: new URL('/portal/v1', psa.url).href,
        access: { kind: 'token', token: 'sandbox-portal-token' },
      },
    };
    const message = JSON.stringify({ kind: 'save-connection', payload });
    return options.evaluate(`chrome.runtime.sendMessage(${message})`);
  }

  it('has nothing of ours, and cannot be connected', async () => {
    const saved = await saveConnection();
    expect(saved).toEqual({ ok: true, value: { saved: false, problem: 'host-not-permitted' } });
    await psaPage.waitForTimeout(TIME_TO_APPEAR_MS);
    expect(await (await block()).count()).toBe(0);
  });

  it('shows our block once it is granted and connected, in the page that is open', async () => {
    await inBrowserSettings('addHostPermission');
    const isGranted = await options.evaluate(
      "chrome.permissions.request({ origins: ['http://localhost/*'] })",
    );
    expect(isGranted).toBe(true);
    expect(await saveConnection()).toMatchObject({ ok: true, value: { saved: true } });
    await (await block()).locator('[data-setting="documents"]').waitFor();
  });

  it('shows it in every page loaded from then on', async () => {
    await psaPage.reload();
    await (await block()).locator('[data-setting="documents"]').waitFor();
  });

  it('says why in the open page and in the options once it is taken back', async () => {
    await inBrowserSettings('removeHostPermission');
    await (await block()).getByText('was taken back in the browser').first().waitFor();
    await options.getByText('The browser does not let the extension into http://localhost').waitFor();
  });

  it('has nothing of ours after that', async () => {
    await psaPage.reload();
    await psaPage.waitForTimeout(TIME_TO_APPEAR_MS);
    expect(await (await block()).count()).toBe(0);
  });

  it('has it back when it is granted again, without a new connection', async () => {
    await inBrowserSettings('addHostPermission');
    await (await block()).locator('[data-setting="documents"]').waitFor();
  });
});
