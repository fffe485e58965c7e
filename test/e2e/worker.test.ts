import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from './drivers/chromium.js';
import type { BrowserWithExtension, Tab } from './drivers/tab.js';
import { startPsa, type Psa } from './support/psa.js';
import { buildSandboxExtension } from './support/sandbox-extension.js';

const OPTIONS = 'src/pages/options/options.html';

/** The browser's own API in the extension's page, where the driver runs these functions. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<Answered> } };
interface Answered {
  readonly ok: boolean;
  readonly value: { readonly workerId: string; readonly refused: number };
}

const ping = (tab: Tab) => tab.inPage(() => chrome.runtime.sendMessage({ kind: 'ping', payload: {} }));

/** In Chromium only: Firefox lets no driver into an extension's page, and what shows in the PSA's page is tested there. */
describe('the worker', () => {
  let psa: Psa;
  let extension: Awaited<ReturnType<typeof buildSandboxExtension>>;
  let browser: BrowserWithExtension;
  let tab: Tab;

  beforeAll(async () => {
    psa = await startPsa();
    extension = await buildSandboxExtension('chromium', psa.url);
    browser = await openChromium({ extension: extension.folder });
    tab = await browser.newTab();
    await tab.goto(await browser.extensionUrl(OPTIONS));
  });

  afterAll(async () => {
    await browser.close();
    await extension.remove();
    await psa.close();
  });

  const card = (...inside: string[]) => tab.at('portal-options', 'portal-connection-card', ...inside);

  it('answers the page, which shows the connection', async () => {
    expect(await card('h3').text()).toBe('api@sandbox.example');
    expect(await ping(tab)).toMatchObject({ ok: true, value: { refused: 0 } });
  });

  it('refuses and counts what it does not know, and goes on', async () => {
    const refused = await tab.inPage(() => chrome.runtime.sendMessage({ kind: 'steal', payload: {} }));
    expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await ping(tab)).toMatchObject({ ok: true, value: { refused: 1 } });
  });

  it('can end at any time: the next click just works', async () => {
    const before = await ping(tab);
    await browser.killWorker();
    await card('button').click();
    await tab.at('portal-options', 'portal-connection-report', '.pill.good').appears();
    const after = await ping(tab);
    expect(after.value.workerId).not.toBe(before.value.workerId);
  });

  it('can end while it is asked: the answer comes all the same', async () => {
    await fetch(new URL('/_sandbox/faults', psa.url), {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ latencyMs: 400, rules: [] }),
    });
    const testing = card('button').click();
    await Promise.all([testing, browser.killWorker()]);
    await tab.at('portal-options', 'portal-connection-report', '.pill.good').appears();
    await fetch(new URL('/_sandbox/faults', psa.url), { method: 'DELETE' });
  });
});
