import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/setup/install-browsers.js';
import { axeViolations } from './support/axe.js';
import { openStoryStage, type StoryGlobals, type StoryStage } from './support/story-stage.js';
import { buildStorybook, serveStorybook } from './support/storybook.js';

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
const surroundings: readonly StoryGlobals[] = [
  { locale: 'en', colours: 'light' },
  ...(process.env.TEST_LONG === undefined ? [] : [{ locale: 'de', colours: 'dark' } as const]),
];

it('has stories of both elements', () => {
  expect(new Set(stories.map(({ title }) => title)).size).toBeGreaterThanOrEqual(2);
  expect(stories.length).toBeGreaterThan(15);
});

/** As many pages as tests run at once; they take turns. */
const STAGES = 3;

describe.each(surroundings)('every story is accessible ($locale, $colours)', (globals) => {
  let stages: StoryStage[];
  beforeAll(async () => {
    const opening = Array.from({ length: STAGES }, () => openStoryStage(browser, server.url, globals));
    stages = await Promise.all(opening);
  });
  afterAll(() => Promise.all(stages.map((stage) => stage.close())));

  it.concurrent.each(stories.map((story, place) => ({ ...story, place })))(
    '$title: $name',
    async ({ place, ...story }) => {
      const errors = await stages[place % STAGES]?.show(story, async (page) => {
        expect(await axeViolations(page)).toEqual([]);
      });
      expect(errors).toEqual([]);
    },
  );
});

/** One story of each element is looked at in everything, so that the short run sees both languages and colours. */
describe('in German and dark colours', () => {
  let stage: StoryStage;
  beforeAll(async () => {
    stage = await openStoryStage(browser, server.url, { locale: 'de', colours: 'dark' });
  });
  afterAll(() => stage.close());

  it.each(stories.filter(({ name }) => name === 'Ready'))(
    '$title speaks German and is accessible',
    async (story) => {
      const errors = await stage.show(story, async (page) => {
        await page
          .getByText(/^\s*(Zugewiesener Mitarbeiter|Zugriffsrecht|Spalten|CSV-Datei: .+)\s*$/)
          .first()
          .waitFor();
        expect(
          await page.getByText(/^\s*(Assigned resource|Security level|Columns|CSV file: .+)\s*$/).count(),
        ).toBe(0);
        expect(await axeViolations(page)).toEqual([]);
      });
      expect(errors).toEqual([]);
    },
  );
});
