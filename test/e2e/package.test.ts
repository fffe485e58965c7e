import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPackage } from '../../scripts/build/package.js';
import { ensureBrowser } from '../../scripts/setup/install-browsers.js';
import { serveFolder } from './support/storybook.js';

/** An app that embeds the elements, as the README shows it: only the package's public entries. */
const APP = `
  import { createMemoryClient } from 'psa-portal-admin';
  import { setPortalLocale } from 'psa-portal-admin/locales';
  import 'psa-portal-admin/components';
  await setPortalLocale('de');
  const admin = createMemoryClient();
  for (const tag of ['portal-company-settings', 'portal-contact-grid']) {
    const element = document.createElement(tag);
    element.admin = admin;
    element.companyId = 174;
    document.body.append(element);
  }
`;

let folder: string;
let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  await buildPackage();
  // Below the project, so that the package's own dependencies are found as in an app's node_modules.
  folder = await mkdtemp(path.resolve('dist/embedding-app-'));
  await writeFile(
    path.join(folder, 'index.html'),
    '<!doctype html><title>App</title><script type="module" src="./app.js"></script>',
  );
  await writeFile(path.join(folder, 'app.js'), APP);
  await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    build: { target: 'esnext' },
  });
  server = await serveFolder(path.join(folder, 'dist'));
  browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

it('works in an app that knows nothing but the package', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(server.url);
  await page.locator('portal-company-settings [data-setting="workedTime"] select').waitFor();
  await page.locator('portal-contact-grid [role="grid"] .row').first().waitFor();
  await page.getByText('Zwei-Faktor-Authentisierung (2FA)', { exact: true }).first().waitFor();
  expect(errors).toEqual([]);
  await page.close();
});

it('carries types, and nothing of the extension', async () => {
  const types = await readFile('dist/package/components/index.d.ts', 'utf8');
  expect(types).toContain('company-settings');
  await expect(readFile('dist/package/background/main.js', 'utf8')).rejects.toThrow('ENOENT');
});
