/**
 * `node scripts/run.mjs scripts/screenshots/theme-pictures.ts`: the pictures of `docs/theming.md`, into `docs/pictures`.
 * With `--all` every element in every theme, density and direction into `dist/screenshots/themes`, to be looked at.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { createServer } from 'vite';
import { ensureBrowser } from '../setup/install-browsers.js';

interface Picture {
  readonly name: string;
  readonly wish: Readonly<Record<string, string>>;
}

const SIZE = { width: 720, height: 560 };
const SCHEMES = ['light', 'dark'];

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });

const pictures: readonly Picture[] = values.all
  ? [
      ...['default', 'psa', 'plain', 'high-contrast'].flatMap((theme) =>
        SCHEMES.map((scheme) => ({ name: `${theme}-${scheme}`, wish: { theme, scheme, all: '' } })),
      ),
      { name: 'compact', wish: { density: 'compact', all: '' } },
      { name: 'comfortable', wish: { density: 'comfortable', all: '' } },
      { name: 'rtl', wish: { dir: 'rtl', all: '' } },
    ]
  : [
      ...['psa', 'plain', 'high-contrast'].flatMap((theme) =>
        SCHEMES.map((scheme) => ({ name: `theme-${theme}-${scheme}`, wish: { theme, scheme } })),
      ),
      { name: 'density-compact', wish: { density: 'compact' } },
      { name: 'density-comfortable', wish: { density: 'comfortable' } },
    ];

async function take(page: Page, base: string, { name, wish }: Picture): Promise<void> {
  await page.setViewportSize(values.all ? { width: 1100, height: 900 } : SIZE);
  await page.goto(`${base}scripts/screenshots/themes/page.html?${new URLSearchParams(wish).toString()}`);
  await page.locator('.rows .row').nth(5).waitFor();
  await page.locator('[data-action=undo]').first().waitFor();
  for (const row of [0, 2]) await page.locator('.rows .box input').nth(row).check();
  if (values.all) await page.locator('.days button').first().waitFor();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, fullPage: values.all });
  console.log(path.relative(process.cwd(), file));
}

const folder = path.resolve(values.all ? 'dist/screenshots/themes' : 'docs/pictures');
await mkdir(folder, { recursive: true });
// A server of its own: the top level's settings build the extension.
const server = await createServer({
  configFile: false,
  server: { port: 0, host: '127.0.0.1' },
  cacheDir: '.cache/vite-themes',
});
await server.listen();
const browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => console.error(error.message));
  for (const picture of pictures) await take(page, server.resolvedUrls?.local[0] ?? '', picture);
} finally {
  await browser.close();
  await server.close();
}
