import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/setup/install-browsers.js';
import { axeViolations } from './support/axe.js';
import { buildStorybook, serveStorybook, type Story } from './support/storybook.js';

const stories = await buildStorybook();
let server: Awaited<ReturnType<typeof serveStorybook>>;
let browser: Browser;

beforeAll(async () => {
  server = await serveStorybook();
  browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Where every story is looked at; the long run adds the other language and the other colours. */
const surroundings = [
  { name: 'English, light', globals: 'locale:en;colours:light' },
  ...(process.env.TEST_LONG === undefined
    ? []
    : [{ name: 'German, dark', globals: 'locale:de;colours:dark' }]),
];

/** Opens a story of the static build as an embedding page would and hands it over once it stands still. */
async function withStory(story: Story, globals: string, look: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1180, height: 900 }, reducedMotion: 'reduce' });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  try {
    // Storybook's own axe would run at the same time, twice the work and one at a time.
    const query = new URLSearchParams({
      id: story.id,
      viewMode: 'story',
      globals: `${globals};a11y.manual:!true`,
    });
    await page.goto(new URL(`iframe.html?${query.toString()}`, server.url).href);
    await page.locator('#storybook-root :is(portal-company-settings, portal-contact-grid)').first().waitFor();
    // The memory client answers in the next turns; delayed stories are meant to be seen as they are after this.
    await page.waitForTimeout(300);
    await look(page);
    expect(errors).toEqual([]);
  } finally {
    await page.close();
  }
}

it('has stories of both elements', () => {
  expect(new Set(stories.map(({ title }) => title)).size).toBeGreaterThanOrEqual(2);
  expect(stories.length).toBeGreaterThan(15);
});

describe.each(surroundings)('every story is accessible ($name)', ({ globals }) => {
  it.concurrent.each(stories)('$title: $name', async (story) => {
    await withStory(story, globals, async (page) => {
      expect(await axeViolations(page)).toEqual([]);
    });
  });
});

/** One story of each element is looked at in everything, so that the short run sees both languages and colours. */
const ready = stories.filter(({ name }) => name === 'Ready');
it.each(ready)('$title speaks German and is accessible in dark colours', async (story) => {
  await withStory(story, 'locale:de;colours:dark', async (page) => {
    await page
      .getByText(/^(Zugewiesener Mitarbeiter|Zugriffsrecht)$/)
      .first()
      .waitFor();
    expect(await page.getByText(/^(Assigned resource|Security level)$/).count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
  });
});
