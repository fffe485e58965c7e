import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { AppFolder } from '../../scripts/examples/app-folder.js';
import { EXAMPLES, installExample, serveExample } from '../../scripts/examples/examples.js';
import { ensureBrowser } from '../../scripts/setup/install-browsers.js';
import { readSettings, startPsa, type Psa } from '../e2e/support/psa.js';
import { untilSaid } from '../e2e/support/until-said.js';
import { complaintsOf } from './support/complaints.js';

/** The company that the examples show. */
const COMPANY = 174;
const isLong = process.env.TEST_LONG !== undefined;
const POLL = { timeout: 15_000 };

/** `--portal-line-strong` and `--portal-radius` of `src/themes/plain.css`. */
const PLAIN = { light: 'rgb(127, 127, 127)', dark: 'rgb(133, 133, 133)', radius: '0px' };

let psa: Psa;
let browser: Browser;
beforeAll(async () => {
  psa = await startPsa();
  browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser.close();
  await psa.close();
});

describe.each(EXAMPLES)('the example %s', (name) => {
  let app: AppFolder;
  let server: Awaited<ReturnType<typeof serveExample>>;
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    app = await installExample(name, inject('packageFolder'), psa.url);
    server = await serveExample(name, app);
    page = await browser.newPage({ viewport: { width: 1180, height: 900 }, colorScheme: 'light' });
    page.setDefaultTimeout(15_000);
    complaints = complaintsOf(page);
    await page.goto(server.url);
  });
  afterAll(async () => {
    await page.close();
    await server.close();
    await app.remove();
  });

  const setting = (key: string, control: string) =>
    page.locator(`portal-company-settings [data-setting="${key}"] ${control}`);
  const save = () => page.locator('portal-company-settings .bar .primary').click();

  it('saves a setting, which the service then has', async () => {
    const choice = setting('workedTime', 'select');
    const wanted = (await choice.inputValue()) === 'billed' ? 'worked' : 'billed';
    await choice.selectOption(wanted);
    await save();
    await expect
      .poll(() => readSettings(psa, COMPANY), POLL)
      .toMatchObject({ settings: { workedTime: wanted } });
  });

  it.runIf(name === 'vue')('wears the theme that it imports, in light and in dark', async () => {
    const edge = () =>
      setting('workedTime', 'select').evaluate((control) => {
        const { borderTopColor, borderRadius } = getComputedStyle(control);
        return { borderTopColor, borderRadius };
      });
    const light = await edge();
    expect(light).toEqual({ borderTopColor: PLAIN.light, borderRadius: PLAIN.radius });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await edge()).toEqual({ borderTopColor: PLAIN.dark, borderRadius: PLAIN.radius });
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('lists the contacts, and opens its own page for one of them', async () => {
    const row = page.locator('portal-contact-grid .rows .row', { hasText: 'Hübner, Jürgen' });
    await page.locator('portal-contact-grid input[type=search]').fill('Hübner, Jürgen');
    await row.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Edit contact' }).click();
    await page.locator('dialog', { hasText: 'Jürgen Hübner' }).getByRole('button', { name: 'Close' }).click();
    await page.locator('dialog', { hasText: 'Jürgen Hübner' }).waitFor({ state: 'hidden' });
    // Closed is closed: it can be opened again.
    await row.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Edit contact' }).click();
    await page.locator('dialog', { hasText: 'Jürgen Hübner' }).getByRole('button', { name: 'Close' }).click();
  });

  it('saves nothing during its change freeze, loses nothing, and saves afterwards', async () => {
    const before = await readSettings(psa, COMPANY);
    const box = setting('knowledgeBase', 'input');
    const isChecked = !(await box.isChecked());
    await page.getByLabel('Change freeze').check();
    await box.setChecked(isChecked);
    await save();
    await page.locator('portal-company-settings .bar', { hasText: 'There is a change freeze.' }).waitFor();
    expect(await readSettings(psa, COMPANY)).toEqual(before);
    expect(await box.isChecked()).toBe(isChecked);
    await page.getByLabel('Change freeze').uncheck();
    await save();
    await expect
      .poll(() => readSettings(psa, COMPANY), POLL)
      .toMatchObject({ settings: { knowledgeBase: isChecked } });
  });

  it('switches language and colours', async () => {
    await page.getByLabel('Language').selectOption('de');
    await page.getByText('Zugewiesener Mitarbeiter', { exact: true }).first().waitFor();
    const colour = () =>
      page.locator('portal-company-settings').evaluate((element) => getComputedStyle(element).color);
    const light = await colour();
    await page.getByLabel('Colours').selectOption('dark');
    await expect.poll(colour).not.toBe(light);
  });

  // Fresh apps have the compilers try the package's types in the short run too, see `fresh-apps.test.ts`.
  it.runIf(isLong && name !== 'html')('has right types', () => {
    const compiler = name === 'vue' ? 'vue-tsc/bin/vue-tsc.js' : 'typescript/bin/tsc';
    const { stdout } = spawnSync(process.execPath, [app.file(`node_modules/${compiler}`), '--noEmit'], {
      cwd: app.folder,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });

  it('has nothing in the console', () => {
    expect(complaints).toEqual([]);
  });
});

it('one command shows an example on the sandbox', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'example-'));
  const child = spawn(
    process.execPath,
    ['scripts/run.mjs', 'scripts/examples/example.ts', 'strict-csp', '--port', '0', '--keep'],
    { env: { ...process.env, PORT: '0', SANDBOX_DB: path.join(folder, 'psa.db') } },
  );
  const ended = once(child, 'exit');
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const address = (): string => /is at (http:\S+)/.exec(said)?.[1] ?? '';
  await expect.poll(address, { timeout: 60_000 }).not.toBe('');
  const page = await browser.newPage();
  await page.goto(address());
  await page.locator('portal-contact-grid .rows .row').first().waitFor();
  await page.close();
  child.kill('SIGINT');
  expect((await ended)[0]).toBe(0);
  await rm(folder, { recursive: true, force: true });
});

it('is built, served and given a backend by one command', async ({ signal }) => {
  await untilSaid({
    args: ['run', 'example', '--', 'html', '--keep', '--port', '0'],
    env: { PORT: '0', SANDBOX_DB: path.join(tmpdir(), `example-${process.pid}.db`) },
    says: /The example "html" is at http/,
    signal,
  });
  await rm(path.join(tmpdir(), `example-${process.pid}.db`), { force: true });
});
