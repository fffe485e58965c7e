import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import * as v from 'valibot';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/setup/install-browsers.js';
import { serveFolder } from '../e2e/support/storybook.js';
import { createApp, type App } from './support/app.js';

/** The same package once more, as an app gets it where two of its parts want two versions. */
const OTHER = 'psa-portal-admin-99';

/**
 * An app that has two versions and localizes its own elements too. The hash says which copy comes first: that one brings
 * the provider, the other one everything else. `wrong` are the elements that are not whose they should be.
 */
const APP = `
  import { configureLocalization } from '@lit/localize';
  configureLocalization({ sourceLocale: 'en', targetLocales: ['fr'], loadLocale: async () => ({ templates: {} }) });
  const copies = [
    {
      data: () => import('psa-portal-admin'),
      provider: () => import('psa-portal-admin/components/provider'),
      components: () => import('psa-portal-admin/components'),
      locales: () => import('psa-portal-admin/locales'),
    },
    {
      data: () => import('${OTHER}'),
      provider: () => import('${OTHER}/components/provider'),
      components: () => import('${OTHER}/components'),
      locales: () => import('${OTHER}/locales'),
    },
  ];
  const [first, second] = location.hash === '#reversed' ? copies.toReversed() : copies;
  const { PortalProvider } = await first.provider();
  const { PortalCompanySettings } = await second.components();
  await first.components();
  const { memoryPortal } = await first.data();
  const provider = document.createElement('portal-provider');
  provider.admin = memoryPortal();
  provider.innerHTML = '<portal-company-settings company-id="174"></portal-company-settings>';
  document.body.append(provider);
  const { setPortalLocale } = await first.locales();
  await setPortalLocale('de');
  document.title = [provider instanceof PortalProvider, provider.firstChild instanceof PortalCompanySettings].join();
`;

/** A page without a bundler: a version of the script, and then perhaps another. */
const scriptPage = (scripts: string): string => `<!doctype html>
  <title>Page</title>
  <portal-provider><portal-company-settings company-id="174"></portal-company-settings></portal-provider>
  ${scripts}
  <script type="module">
    document.querySelector('portal-provider').admin = PortalAdmin.memoryPortal();
    await PortalAdmin.setPortalLocale(PortalAdmin.localeFor('de-AT'));
  </script>`;

let app: App;
let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  const classic = '<script src="./node_modules/psa-portal-admin/script.js"></script>';
  const module = `<script type="module" src="./node_modules/${OTHER}/script.js"></script>`;
  app = await createApp(
    {
      'index.html': '<!doctype html><title>App</title><script type="module" src="./app.js"></script>',
      'app.js': APP,
      'classic.html': scriptPage(classic),
      'module.html': scriptPage(module),
      'both.html': scriptPage(classic + module),
    },
    ['@lit/localize'],
  );
  await addOtherVersion(app);
  await build({
    configFile: false,
    root: app.folder,
    base: './',
    logLevel: 'error',
    build: { target: 'esnext' },
  });
  server = await serveFolder(app.folder);
  browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await app.remove();
});

it.each([
  ['the one that comes first', ''],
  ['the one that comes second', '#reversed'],
])('lets two versions and an app that localizes share a page; provider of %s', async (_, hash) => {
  const { page, errors } = await open(`dist/index.html${hash}`);
  await germanSettings(page);
  await page.waitForFunction(() => document.title !== 'App');
  expect(await page.title()).toBe('true,true');
  expect(errors).toEqual([]);
  await page.close();
});

it.each(['classic', 'module', 'both'])('works without a bundler: %s script', async (name) => {
  const { page, errors } = await open(`${name}.html`);
  await germanSettings(page);
  expect(errors).toEqual([]);
  await page.close();
});

async function open(address: string): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(new URL(address, server.url).href);
  return { page, errors };
}

async function germanSettings(page: Page): Promise<void> {
  await page.locator('portal-company-settings [data-setting="workedTime"] select').waitFor();
  await page.getByText('Zwei-Faktor-Authentisierung (2FA)', { exact: true }).first().waitFor();
}

async function addOtherVersion({ folder }: App): Promise<void> {
  await cp(path.join(folder, 'node_modules/psa-portal-admin'), path.join(folder, 'node_modules', OTHER), {
    recursive: true,
  });
  const manifestFile = path.join(folder, 'node_modules', OTHER, 'package.json');
  const manifest = v.parse(v.looseObject({}), JSON.parse(await readFile(manifestFile, 'utf8')));
  await writeFile(manifestFile, JSON.stringify({ ...manifest, name: OTHER, version: '99.0.0' }));
}
