import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { demoPage } from '../../scripts/start/demo.js';
import {
  base64Of,
  bytesOfBase64,
  CompanyLogosSchema,
  demoLogo,
  type CompanyLogos,
} from '../../src/model/index.js';
import { jpeg, exif, pngText, png } from '../model/logo-files/pictures.js';
import { openChromium } from './drivers/chromium.js';
import { openFirefox } from './drivers/firefox.js';
import type { BrowserWithExtension, Tab } from './drivers/tab.js';
import { startPsa, type Psa } from './support/psa.js';
import { buildSandboxExtension } from './support/sandbox-extension.js';

/** Harbor Supply Co. has an own logo on its login page and the provider's in the header. */
const COMPANY = 175;
const MANAGER = 'portal-logo-manager';
const POLL = { timeout: 15_000 };

const browsers = [
  { target: 'chromium', open: openChromium },
  { target: 'firefox', open: openFirefox },
] as const;

async function logosOf(psa: Psa): Promise<CompanyLogos> {
  const headers = { Authorization: 'Bearer sandbox-portal-token' };
  const answer = await fetch(new URL(`portal/v1/companies/${COMPANY}/logos`, psa.url), { headers });
  return v.parse(CompanyLogosSchema, await answer.json());
}

const inSlot = (tab: Tab, slot: 'login' | 'header', ...inside: string[]) =>
  tab.at(MANAGER, `[data-slot="${slot}"] ${inside[0] ?? ''}`, ...inside.slice(1));

describe.each(browsers)('logos in the PSA’s page (G1, G2, G3), in $target', ({ target, open }) => {
  const wave = demoLogo('wave', 50, [120, 40, 160]);
  let psa: Psa;
  let extension: Awaited<ReturnType<typeof buildSandboxExtension>>;
  let browser: BrowserWithExtension;
  let tab: Tab;
  let folder: string;
  const made = async (name: string, bytes: Uint8Array | string): Promise<string> => {
    const file = path.join(folder, name);
    await writeFile(file, bytes);
    return file;
  };

  /** In a tab of its own: Firefox's driver misses the end of a way from one shell to the next. */
  const showLogos = async (): Promise<void> => {
    await tab.close();
    tab = await browser.newTab();
    await tab.goto(demoPage(psa.url, { companyId: COMPANY }));
    await tab.at('portal-company-page', '[data-place="logos"]').click();
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'e2e-logos-'));
    psa = await startPsa();
    extension = await buildSandboxExtension(target, psa.url);
    browser = await open({ extension: extension.folder });
    tab = await browser.newTab();
    await showLogos();
  });
  afterAll(async () => {
    await browser.close();
    await psa.close();
    await extension.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('draws what is in force, under the page’s own policy', async () => {
    const { own } = await logosOf(psa);
    const canvas = inSlot(tab, 'login', 'portal-logo-picture', 'canvas');
    await canvas.appears();
    await expect.poll(() => canvas.attribute('width'), POLL).toBe(String(own.login?.width));
  });

  it('refuses a drawing that calls itself a PNG, and the old logo stays', async () => {
    const before = await logosOf(psa);
    const file = await made(
      'logo.png',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    );
    await inSlot(tab, 'login', 'input[type="file"]').giveFile(file);
    expect(await inSlot(tab, 'login', '.notice.bad').text()).toContain('logo.png: SVG is not taken.');
    expect(await logosOf(psa)).toEqual(before);
  });

  it('shows a file before it is saved, saves it, and the PSA itself has it', async () => {
    const bytes = bytesOfBase64(wave.data) ?? new Uint8Array(0);
    await inSlot(tab, 'header', 'input[type="file"]').giveFile(await made('wave.png', bytes));
    await inSlot(tab, 'header', '[data-act="set"]').click();
    await expect.poll(async () => (await logosOf(psa)).own.header, POLL).toEqual(wave);
    await inSlot(tab, 'header', '[data-undo]').appears();
  });

  it('sends no place along that a photo carries', async () => {
    const photo = jpeg({ before: [exif(6)] });
    await inSlot(tab, 'header', 'input[type="file"]').giveFile(await made('photo.jpg', photo));
    await inSlot(tab, 'header', '[data-act="set"]').click();
    await expect
      .poll(async () => (await logosOf(psa)).own.header, POLL)
      .toMatchObject({ type: 'image/jpeg', width: 9, height: 20 });
    expect(atob((await logosOf(psa)).own.header?.data ?? '')).not.toContain('54.3233');
  });

  it('brings the earlier one back', async () => {
    await inSlot(tab, 'header', '[data-undo]').click();
    await expect.poll(async () => (await logosOf(psa)).own.header, POLL).toEqual(wave);
  });

  it('goes back to the provider’s', async () => {
    await inSlot(tab, 'login', '[data-act="remove"]').click();
    await expect.poll(async () => (await logosOf(psa)).own.login, POLL).toBeNull();
  });

  it('shows what the PSA’s own form set, which checks the same', async () => {
    await tab.goto(new URL(`Mvc/Administration/ClientPortal.mvc/Logos?accountId=${COMPANY}`, psa.url).href);
    const form = '.Logo[data-slot="login"]';
    await tab
      .at(`${form} input[type="file"]`)
      .giveFile(await made('own.png', png({ before: [pngText('x')] })));
    await tab.at(`${form} button[value="upload"]`).click();
    await expect.poll(async () => (await logosOf(psa)).own.login?.data, POLL).toBe(base64Of(png()));
    expect(await tab.at('.Logo[data-slot="header"] img').attribute('width')).toBe(String(wave.width));
    await showLogos();
    const canvas = inSlot(tab, 'login', 'portal-logo-picture', 'canvas');
    await expect.poll(() => canvas.attribute('width'), POLL).toBe('12');
  });
});
