/**
 * `npm run screenshots`: pictures of stories, to be looked at by people.
 *
 *   npm run screenshots -- --only "Company page"   stories whose title or name has this in it; default: all
 *   npm run screenshots -- --out folder            default: dist/screenshots
 *   npm run screenshots -- --keep                  takes the Storybook as it was built last
 *
 * Each is taken in English and German, light and dark, 360 px wide, and at a zoom of 200 %.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { Surroundings } from '../../.storybook/stage/surroundings.js';
import { openStoryStage } from '../../test/e2e/support/story-stage.js';
import { buildStorybook, builtStorybook, serveStorybook } from '../../test/e2e/support/storybook.js';
import { ensureBrowser } from '../setup/install-browsers.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    out: { type: 'string', default: 'dist/screenshots' },
    keep: { type: 'boolean', default: false },
  },
});

/** A zoom of 200 % leaves half the pixels for the page. */
const surroundings: readonly (Partial<Surroundings> & { readonly name: string; readonly width: number })[] = [
  { name: 'en-light', locale: 'en', colours: 'light', width: 1180 },
  { name: 'de-dark', locale: 'de', colours: 'dark', width: 1180 },
  { name: 'de-360px', locale: 'de', colours: 'light', width: 360 },
  { name: 'en-zoom', locale: 'en', colours: 'light', width: 590 },
];

const { stories } = values.keep ? await builtStorybook() : await buildStorybook();
const wanted = stories.filter(({ title, name }) => `${title} ${name}`.includes(values.only));
const server = await serveStorybook();
const browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: ['--no-sandbox'] });
await mkdir(values.out, { recursive: true });
for (const { name, width, ...globals } of surroundings) {
  const stage = await openStoryStage(browser, server.url, globals);
  for (const story of wanted) {
    const file = path.join(values.out, `${story.id}.${name}.png`);
    const errors = await stage.show(story, async (page) => {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForTimeout(250);
      await page.screenshot({ path: file, fullPage: true });
    });
    console.log([file, ...errors].join('\n  '));
  }
  await stage.close();
}
await browser.close();
await server.close();
