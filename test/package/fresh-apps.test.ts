import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildApp } from '../../scripts/examples/examples.js';
import { ensureBrowser } from '../../scripts/setup/install-browsers.js';
import { readSettings, startPsa, type Psa } from '../e2e/support/psa.js';
import { serveFolder } from '../e2e/support/storybook.js';
import { complaintsOf } from './support/complaints.js';
import { FRESH_APPS } from './support/fresh-apps.js';

const COMPANY = 175;
const PACKAGES = ['react', 'react-dom', '@types/react', '@types/react-dom', '@vitejs/plugin-react', 'vue'];
const TOOLS = ['@vitejs/plugin-vue', 'vue-tsc', 'typescript', 'vite'];
const NamesSchema = v.object({ devDependencies: v.record(v.string(), v.string()) });

let folder: string;
let psa: Psa;
let browser: Browser;

/** From an empty folder: our tarball and the frameworks from npm, once for both apps. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fresh-'));
  const { devDependencies } = v.parse(NamesSchema, JSON.parse(await readFile('package.json', 'utf8')));
  const others = [...PACKAGES, ...TOOLS].map((name) => `${name}@${devDependencies[name] ?? 'latest'}`);
  await writeFile(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  const options = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel', 'error'];
  expect(run('npm', ['install', ...options, inject('packageTarball'), ...others], folder)).toMatchObject({
    status: 0,
  });
  psa = await startPsa();
  browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: ['--no-sandbox'] });
}, 240_000);
afterAll(async () => {
  await browser.close();
  await psa.close();
  await rm(folder, { recursive: true, force: true });
});

function run(command: string, args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

async function write(app: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, app, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

describe.each(FRESH_APPS)('a fresh app with Vite and $name', ({ name, files, wrong, compiler, errors }) => {
  beforeAll(() => write(name, files(new URL('portal/v1', psa.url).href, COMPANY)));

  it('shows the settings, saves one, and has nothing in the console', async () => {
    const app = path.join(folder, name);
    buildApp(app);
    const server = await serveFolder(path.join(app, 'dist'));
    const page = await browser.newPage();
    const complaints = complaintsOf(page);
    await page.goto(server.url);
    const choice = page.locator('portal-company-settings [data-setting="resourceNames"] select');
    const wanted = (await choice.inputValue()) === 'neutral' ? 'hidden' : 'neutral';
    await choice.selectOption(wanted);
    await page.locator('portal-company-settings .bar .primary').click();
    await expect
      .poll(() => readSettings(psa, COMPANY), { timeout: 15_000 })
      .toMatchObject({ settings: { resourceNames: wanted } });
    expect(complaints).toEqual([]);
    await page.close();
    await server.close();
  });

  it('has types that know right from wrong', async () => {
    await write(name, wrong);
    const app = path.join(folder, name);
    const { output } = run(
      process.execPath,
      [`../node_modules/${compiler}`, '--noEmit', '--pretty', 'false'],
      app,
    );
    // Each error begins with the file it is in; what explains it follows.
    const found = output.trim().split(/\n(?=\S)/);
    expect(found).toHaveLength(errors.length);
    for (const [at, error] of errors.entries()) expect(found[at]).toMatch(error);
  });
});
