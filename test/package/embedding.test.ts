import { chromium, type Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/setup/install-browsers.js';
import { serveFolder } from '../e2e/support/storybook.js';
import { createApp, type App } from './support/app.js';

/** An app that embeds the elements, as the README shows it: only the package's public entries. */
const APP = `
  import { memoryJobs, memoryPortal } from 'psa-portal-admin';
  import { setPortalLocale } from 'psa-portal-admin/locales';
  import { GridRows } from 'psa-portal-admin/components';
  await setPortalLocale('de');
  const admin = memoryPortal();
  const jobs = memoryJobs(admin);
  const parts = ['portal-company-settings', 'portal-job-list', 'portal-contact-grid'];
  for (const tag of location.hash === '' ? parts : ['portal-company-page'])
    document.body.append(
      Object.assign(document.createElement(tag), { admin, jobs, companyId: 174, hashLinks: 'portal/' }),
    );
  const rows = new GridRows({
    key: ({ id }) => id,
    columns: [{ id: 'city', kind: 'text', label: () => 'City', width: 200, isRowHeader: true, text: ({ city }) => city }],
    locale: 'de',
  });
  rows.add([{ id: 1, city: 'Wien' }, { id: 2, city: 'Hamburg' }]);
  rows.arrange({ sort: [{ id: 'city', isDescending: false }] });
  document.body.append(Object.assign(document.createElement('portal-data-grid'), { rows, label: 'Cities' }));
`;

let app: App;
let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  app = await createApp({
    'index.html': '<!doctype html><title>App</title><script type="module" src="./app.js"></script>',
    'app.js': APP,
  });
  await build({ configFile: false, root: app.folder, logLevel: 'error', build: { target: 'esnext' } });
  server = await serveFolder(app.file('dist'));
  browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await app.remove();
});

it('works in an app that knows nothing but the package', async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(server.url);
  await page.locator('portal-company-settings [data-setting="workedTime"] select').waitFor();
  await page.locator('portal-contact-grid [role="grid"] .row').first().waitFor();
  await page.getByText('Zwei-Faktor-Authentisierung (2FA)', { exact: true }).first().waitFor();
  const cities = page.locator('body > portal-data-grid .rows [role=rowheader]');
  expect(await cities.allInnerTexts()).toEqual(['Hamburg', 'Wien']);
  await page.locator('portal-contact-grid .head .box input').check();
  await page.locator('portal-contact-grid [data-bulk=deactivate]').click();
  await page.locator('portal-bulk-change .start').click();
  await page.locator('portal-job-list portal-job-card').first().waitFor();
  expect(errors).toEqual([]);
  await page.close();
});

it('tries again to load a dialog that the network did not bring', async () => {
  const page = await browser.newPage();
  let isDown = true;
  await page.route(/\/new-contact-[^/]*\.js$/, async (route) => {
    if (isDown) await route.abort('connectionreset');
    else await route.continue();
  });
  await page.goto(server.url);
  const grid = page.locator('portal-contact-grid');
  await grid.getByRole('button', { name: 'Neuer Kontakt' }).click();
  const alert = grid.locator('[role=alert]');
  await alert.getByText('Dieser Teil der Seite konnte nicht geladen werden.').waitFor();
  isDown = false;
  await alert.getByRole('button', { name: 'Erneut versuchen' }).click();
  await grid.locator('portal-new-contact input').first().waitFor();
  expect(await alert.count()).toBe(0);
  await page.close();
});

it('leads to what the address names, and names where one goes, as an app’s links need it', async () => {
  const page = await browser.newPage();
  await page.goto(new URL('#portal/settings/twoFactor', server.url).href);
  await page.locator('portal-company-settings #setting-twoFactor:focus').waitFor();
  await page.locator('portal-company-page [data-place=users]').click();
  await page.locator('portal-contact-grid [role="grid"] .row').first().waitFor();
  expect(new URL(page.url()).hash).toBe('#portal/users');
  await page.goBack();
  await page.locator('portal-company-settings #setting-twoFactor:focus').waitFor();
  await page.close();
});
