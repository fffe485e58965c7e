import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Frame, Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPage } from '../../scripts/start/demo.js';
import { isInnerFrame } from './drivers/tab.js';
import { launchChromiumWithExtension } from './support/chromium.js';
import { readSettings, startPsa, type Psa } from './support/psa.js';
import { buildSandboxExtension } from './support/sandbox-extension.js';

/** The browser's own API in the worker, where the driver runs some of these functions. */
declare const chrome: {
  runtime: { reload(): void };
  tabs: { query(filter: { active: boolean }): Promise<{ id: number }[]> };
  scripting: {
    executeScript(injection: {
      target: { tabId: number; allFrames: boolean };
      files: string[];
    }): Promise<unknown>;
  };
};

const HOST = '[data-psa-portal-admin]';
/** Pages whose words are like those of the company page. */
const NEIGHBOURS = ['ClientList', 'GlobalSettings', 'SecurityLevels'];
const COMPANY_PAGE = '/Mvc/Administration/ClientPortal.mvc/ClientDetail?accountId=';

/** An unpacked extension that reloads itself stays switched off, unless the profile is a developer's. */
async function developerProfile(): Promise<string> {
  const profile = await mkdtemp(path.join(tmpdir(), 'e2e-profile-'));
  await mkdir(path.join(profile, 'Default'));
  const preferences = { extensions: { ui: { developer_mode: true } } };
  await writeFile(path.join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

/** In the page. */
function takeOut(host: Element): boolean {
  host.remove();
  return host.isConnected;
}

/** In the page: everything beside our block is replaced by nodes of its own, and our block is gone. */
function renderAnew(host: Element): boolean {
  const container = host.parentElement;
  const others = [...(container?.children ?? [])].filter((one) => one !== host);
  container?.replaceChildren(...others.map((one) => one.cloneNode(true)));
  return host.isConnected;
}

/** The life of our scripts in pages that live longer, shorter or otherwise than they. In Chromium, which alone leaves orphans. */
describe('the life of the block', () => {
  let psa: Psa;
  let extension: Awaited<ReturnType<typeof buildSandboxExtension>>;
  let profile: string;
  let context: BrowserContext;
  let page: Page;
  let neighbours: Page[];
  const errors: string[] = [];

  beforeAll(async () => {
    psa = await startPsa();
    extension = await buildSandboxExtension('chromium', psa.url);
    profile = await developerProfile();
    context = await launchChromiumWithExtension(extension.folder, { profile });
    context.on('weberror', (error) => errors.push(error.error().message));
    page = await context.newPage();
    await page.goto(demoPage(psa.url));
    neighbours = await Promise.all(NEIGHBOURS.map(openNeighbour));
    await page.bringToFront();
    await settled();
  });

  afterAll(async () => {
    await context.close();
    await extension.remove();
    await rm(profile, { recursive: true, force: true });
    await psa.close();
  });

  const openNeighbour = async (name: string): Promise<Page> => {
    const tab = await context.newPage();
    await tab.goto(new URL(`/Mvc/Administration/ClientPortal.mvc/${name}`, psa.url).href);
    return tab;
  };
  const inner = (): Frame => {
    const frame = page.frames().find((one) => isInnerFrame(one.url()));
    if (frame === undefined) throw new Error('the shell has no inner frame');
    return frame;
  };
  const settings = () => inner().locator('portal-company-settings');
  const search = () => inner().locator('portal-contact-grid input[type="search"]');
  const firstRow = () => inner().locator('portal-contact-grid .rows .row').first();
  const settled = async (): Promise<void> => {
    await page.waitForFunction((part) => document.querySelector('iframe')?.src.includes(part), COMPANY_PAGE);
    await settings().locator('[data-setting="notifications"] input').waitFor();
    await inner().locator('portal-company-page [data-place=users]').click();
    await firstRow().waitFor();
  };
  const hosts = () => inner().locator(HOST).count();
  /** A live copy of a script answers by refusing the event, see `claimFrame`. */
  const isLive = (role: string, frame: Frame = inner()) =>
    frame.evaluate(
      (type) => !document.dispatchEvent(new Event(type, { cancelable: true })),
      `psa-portal-admin:${role}`,
    );
  const worker = async (): Promise<Worker> =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));

  it('is there once, however often its scripts are injected', async () => {
    const files = ['elements.js', 'page-agent.js', 'elements.js'];
    await page.bringToFront();
    await (
      await worker()
    ).evaluate(async (scripts) => {
      for (const { id } of await chrome.tabs.query({ active: true }))
        for (const file of scripts)
          await chrome.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [file] });
    }, files);
    // So late that a second copy would have mounted as well.
    await page.waitForTimeout(1000);
    expect(await hosts()).toBe(1);
    expect(await page.locator(HOST).count()).toBe(0);
    expect(await isLive('elements')).toBe(true);
    expect(errors).toEqual([]);
  });

  it.each([
    ['removes it', takeOut],
    ['renders its surroundings anew', renderAnew],
  ])('comes back once, with what was typed, after the PSA %s', async (_what, disturb) => {
    const documents = settings().locator('[data-setting="documents"] input');
    await documents.click();
    await search().fill('nordlicht');
    expect(await inner().locator(HOST).evaluate(disturb)).toBe(false);
    await search().waitFor();
    // Longer than a second block would take.
    await page.waitForTimeout(600);
    expect(await hosts()).toBe(1);
    expect(await search().inputValue()).toBe('nordlicht');
    expect(await settings().locator('.bar b').innerText()).toBe('1 change');
    await documents.click();
    await search().fill('');
  });

  it('follows a navigation inside the page to another company', async () => {
    await inner().evaluate((address) => history.pushState(null, '', address), `${COMPANY_PAGE}180`);
    await inner().locator('portal-contact-grid').getByText('@alpenglanz.example').first().waitFor();
    expect(await hosts()).toBe(1);
    expect(await firstRow().innerText()).not.toContain('nordlicht');
  });

  it('follows the shell, which loads another company into its frame', async () => {
    await page.evaluate((address) => {
      const frame = document.querySelector('iframe');
      if (frame !== null) frame.src = address;
    }, `${COMPANY_PAGE}175`);
    await page.waitForFunction(() =>
      document.querySelector('iframe')?.contentWindow?.location.search.includes('175'),
    );
    await inner().locator('portal-company-page [data-place=users]').click();
    await inner().locator('portal-contact-grid').getByText('@harbor-supply.example').first().waitFor();
    expect(await hosts()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('is on no page around the company page, and neither are the elements', async () => {
    // Open since the beginning, so even the agent's last look at a page that renders late is over.
    for (const tab of neighbours) {
      expect(await isLive('page-agent', tab.mainFrame())).toBe(true);
      expect(await isLive('elements', tab.mainFrame())).toBe(false);
      expect(await tab.locator(HOST).count()).toBe(0);
      await tab.close();
    }
  });

  it('says once that the extension was updated, and pretends nothing', async () => {
    const before = await readSettings(psa, 175);
    await (await worker()).evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await inner().getByText('PSA Portal Admin was updated').waitFor();
    await settings().locator('[data-setting="notifications"] input').click();
    await settings().locator('.bar .primary').click();
    await settings().locator('.bar .problem').getByText('The extension was updated').waitFor();
    await page.waitForTimeout(3500);
    expect(await inner().getByText('PSA Portal Admin was updated').count()).toBe(1);
    expect(await readSettings(psa, 175)).toEqual(before);
  });

  it('works again after the page was reloaded', async () => {
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await settled();
    expect(await hosts()).toBe(1);
    expect(errors).toEqual([]);
  });
});
