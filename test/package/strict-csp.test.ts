import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { launch, type Browser as Firefox } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import strictExample from '../../examples/strict-csp/vite.config.js';
import { ensureBrowser } from '../../scripts/setup/install-browsers.js';
import { serveFolder } from '../e2e/support/storybook.js';
import { isForFirefox } from '../story-share.js';

const isLong = process.env.TEST_LONG !== undefined;
/** ms */
const SETTLE = isLong ? 400 : 120;
const PAGE =
  '<!doctype html><html lang="en"><title>Strict</title><script type="module" src="/stage.js"></script>';

/** A page with our elements, in either browser. */
interface StrictPage {
  evaluate<Result>(code: string): Promise<Result>;
}

let folder: string;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'strict-csp-'));
  await buildStage(folder);
  await writeFile(path.join(folder, 'index.html'), PAGE);
  server = await serveFolder(folder, { headers: quoting(strictExample.preview?.headers) });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** The headers that the example shows; `report-sample` allows nothing, it has the browser quote what it refused. */
function quoting(headers: object = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      String(value).replace("style-src 'self'", "style-src 'self' 'report-sample'"),
    ]),
  );
}

async function buildStage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      minify: false,
      rolldownOptions: { input: 'test/package/csp/stage.ts', output: { entryFileNames: 'stage.js' } },
    },
  });
}

/** What is refused of each story; nothing where nothing is. */
async function refusals(pages: readonly StrictPage[], isPlayed: (name: string) => boolean) {
  const [first] = pages;
  if (first === undefined) throw new Error('there is no page');
  const names = await first.evaluate<string[]>('window.storyNames');
  const waiting = names.filter((name) => isLong || isPlayed(name));
  const found: Record<string, string[]> = {};
  let played = 0;
  const play = async (page: StrictPage): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const refused = await playedIn(page, name);
      if (refused.length > 0) found[name] = refused;
      played += 1;
    }
  };
  await Promise.all(pages.map(play));
  return { played, found };
}

/** A story that others have slowed down has another try: here it only has to come to its end. */
async function playedIn(page: StrictPage, name: string): Promise<string[]> {
  const code = `window.playStory(${JSON.stringify(name)}, ${SETTLE})`;
  try {
    return await page.evaluate<string[]>(code);
  } catch {
    return page.evaluate<string[]>(code);
  }
}

/** Each story is played in one of the browsers in a short run, in both in a long one. */
const isFirefoxShare = (name: string): boolean => isForFirefox(name.slice(name.indexOf('/') + 1));

const REFUSED = [
  expect.stringMatching(/^style-src-attr: color: red /),
  expect.stringMatching(/^require-trusted-types-for: Element innerHTML\|<p>Text/),
];

describe.concurrent('under a policy without inline styles, with trusted types', () => {
  let browser: Browser;
  let firefox: Firefox;
  beforeAll(async () => {
    [browser, firefox] = await Promise.all([
      chromium.launch({ executablePath: ensureBrowser('chromium'), args: ['--no-sandbox'] }),
      launch({
        browser: 'firefox',
        executablePath: ensureBrowser('firefox'),
        headless: true,
        defaultViewport: { width: 1180, height: 900 },
      }),
    ]);
  });
  afterAll(() => Promise.all([browser.close(), firefox.close()]));

  it('Chromium refuses nothing of any element, in no state and no dialog', async ({ expect: expected }) => {
    const pages = await Promise.all([1, 2, 3].map(() => chromiumPage(browser, server.url)));
    const { played, found } = await refusals(pages, (name) => !isFirefoxShare(name));
    expected(found).toEqual({});
    expected(played).toBeGreaterThan(100);
    expected(await pages[0]?.evaluate('window.misbehave()')).toEqual(REFUSED);
  });

  it('Firefox refuses nothing either', async ({ expect: expected }) => {
    const page = await firefoxPage(firefox, server.url);
    const { played, found } = await refusals([page], isFirefoxShare);
    expected(found).toEqual({});
    expected(played).toBeGreaterThan(50);
    expected(await page.evaluate('window.misbehave()')).toEqual(REFUSED);
  });
});

async function chromiumPage(browser: Browser, url: string): Promise<StrictPage> {
  const page = await browser.newPage({
    viewport: { width: 1180, height: 900 },
    reducedMotion: 'reduce',
  });
  await page.goto(url);
  return { evaluate: <Result>(code: string) => page.evaluate<Result>(code) };
}

async function firefoxPage(browser: Firefox, url: string): Promise<StrictPage> {
  const page = await browser.newPage();
  await page.goto(url);
  return { evaluate: <Result>(code: string) => page.evaluate(code) as Promise<Result> };
}
