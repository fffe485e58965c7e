/**
 * `npm run store:pictures`: the pictures for the stores and the docs, taken of the real extension in the real sandbox, in both
 * languages, light and dark: `store/pictures/<language>/<scene>.<colours>.png` (1280 × 800), and the tiles (440 × 280, 300 × 300).
 *
 *   npm run store:pictures -- --only settings   one scene; `guide` for what is in docs/pictures alone
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { BrowserContext } from 'playwright-core';
import { startSandbox } from '../../sandbox/server.js';
import { launchChromiumWithExtension } from '../../test/e2e/support/chromium.js';
import { deriveInto } from '../build/derive.js';
import { buildExtension } from '../build/extension.js';
import { demoConnection } from '../start/demo.js';
import { LANGUAGES, readListingText, type Language } from './listing.js';
import { COLOURS, GUIDE_FOLDER, PICTURES_FOLDER, SCREENSHOT, TILES, type Colours } from './picture-files.js';
import { showConnectionForm, showScene, SCENES, type Scene } from './scenes.js';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const iconFile = fileURLToPath(new URL('../../assets/icon.svg', import.meta.url));

async function takePictures(): Promise<void> {
  const work = await mkdtemp(path.join(tmpdir(), 'store-pictures-'));
  const sandbox = await startSandbox({ port: 0, db: path.join(work, 'psa.db'), seed: 'demo' });
  const built = await buildExtension('chromium', path.join(work, 'built'));
  const extension = path.join(work, 'extension');
  await deriveInto(extension, built, {
    connectionPreset: demoConnection(sandbox.url),
    openShadowRoots: true,
  });
  const context = await launchChromiumWithExtension(extension);
  for (const language of LANGUAGES) {
    for (const scene of SCENES.filter((one) => one.includes(values.only)))
      for (const colours of COLOURS) await takeScene(context, sandbox.url, { scene, language, colours });
    await takeTiles(context, language);
  }
  await context.close();
  await sandbox.close();
  if ('guide'.includes(values.only)) await takeGuide(built, path.join(work, 'guide'));
  await rm(work, { recursive: true, force: true });
}

async function takeScene(
  context: BrowserContext,
  psaUrl: string,
  { scene, language, colours }: { scene: Scene; language: Language; colours: Colours },
): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize(SCREENSHOT);
  await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
  await context.addCookies([{ name: 'psa_theme', value: colours, url: psaUrl }]);
  await showScene(page, scene, psaUrl, language);
  await save(await page.screenshot({ caret: 'hide' }), language, `${scene}.${colours}`);
  // What was changed for the picture is left unsaved.
  await page.close({ runBeforeUnload: false });
}

/** The form of a connection as somebody sees it who has none yet, for the guide. */
async function takeGuide(built: string, extension: string): Promise<void> {
  await deriveInto(extension, built, { openShadowRoots: true });
  const context = await launchChromiumWithExtension(extension);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  for (const language of LANGUAGES) {
    const page = await context.newPage();
    await page.setViewportSize(SCREENSHOT);
    await page.addInitScript(`Object.defineProperty(navigator, 'language', { value: '${language}' })`);
    await page.goto(new URL('src/pages/options/options.html', worker.url()).href);
    await showConnectionForm(page);
    await write(
      await page.screenshot({ caret: 'hide' }),
      path.join(GUIDE_FOLDER, `connection.${language}.png`),
    );
    await page.close();
  }
  await context.close();
}

/** The icon with the name, and alone. */
async function takeTiles(context: BrowserContext, language: Language): Promise<void> {
  const icon = await readFile(iconFile, 'utf8');
  const { name, tagline } = readListingText(language);
  const page = await context.newPage();
  for (const [tile, size] of Object.entries(TILES)) {
    await page.setViewportSize(size);
    const words = tile === 'logo' ? '' : `<div><h1>${name}</h1><p>${tagline}</p></div>`;
    await page.setContent(`<style>${TILE_STYLE}</style><main class="${tile}">${icon}${words}</main>`);
    await save(await page.screenshot(), language, tile);
  }
  await page.close();
}

const TILE_STYLE = `
  body { margin: 0; font-family: system-ui, sans-serif; background: #f4f7fb; color: #14324f; }
  main { display: grid; place-content: center; place-items: center; gap: 14px; block-size: 100vh; text-align: center; }
  svg { inline-size: 96px; block-size: 96px; }
  .logo svg { inline-size: 260px; block-size: 260px; }
  h1 { margin: 0 0 6px; font-size: 30px; font-weight: 650; }
  p { margin: 0; font-size: 16px; max-inline-size: 360px; text-wrap: balance; }
`;

function save(picture: Buffer, language: Language, name: string): Promise<void> {
  return write(picture, path.join(PICTURES_FOLDER, language, `${name}.png`));
}

async function write(picture: Buffer, file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, picture);
  console.log(`${path.relative(process.cwd(), file)} ${Math.round(picture.byteLength / 1024)} kB`);
}

await takePictures();
