import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/setup/install-browsers.js';
import { axeViolations } from './support/axe.js';
import type { Surroundings } from '../../.storybook/stage/surroundings.js';
import { openStoryStage, type StoryStage } from './support/story-stage.js';
import { isForFirefox } from '../story-share.js';
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
const surroundings: readonly Pick<Surroundings, 'locale' | 'colours'>[] = [
  { locale: 'en', colours: 'light' },
  ...(process.env.TEST_LONG === undefined ? [] : [{ locale: 'de', colours: 'dark' } as const]),
];

it('has stories of all elements', () => {
  expect(new Set(stories.map(({ title }) => title)).size).toBeGreaterThanOrEqual(11);
  expect(stories.length).toBeGreaterThan(230);
});

/** Every story is played; what Firefox looks at in a short run need not be looked at here too. */
function isLookedAt({ name }: { readonly name: string }): boolean {
  return process.env.TEST_LONG !== undefined || !isForFirefox(name);
}

/** As many pages as tests run at once; they take turns. */
const STAGES = 3;

/** What was done, told at the end. */
const done = { played: 0, lookedAt: 0, violations: 0 };
afterAll(() => {
  const { played, lookedAt, violations } = done;
  process.stdout.write(
    `Stories: ${played} played, ${lookedAt} looked at by axe (WCAG 2.2 AA): ${violations} violations.\n`,
  );
});

async function expectAccessible(page: Page): Promise<void> {
  const violations = await axeViolations(page);
  done.lookedAt += 1;
  done.violations += violations.length;
  expect(violations).toEqual([]);
}

describe.each(surroundings)('every story plays and is accessible ($locale, $colours)', (globals) => {
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
        if (isLookedAt(story)) await expectAccessible(page);
        done.played += 1;
      });
      expect(errors).toEqual([]);
    },
  );
});

/** Words of which each element shows at least one, and nothing else that is called so. */
const WORDS = [
  { german: 'Zugewiesener Mitarbeiter', english: 'Assigned resource' },
  { german: 'Zugriffsrecht', english: 'Security level' },
  { german: 'Spalten', english: 'Columns' },
  { german: 'CSV-Datei: .+', english: 'CSV file: .+' },
  { german: 'Angezeigte Tickets', english: 'Tickets shown' },
  { german: 'Anmeldeseite', english: 'Login page' },
] as const;

function wordsOf(language: 'german' | 'english'): RegExp {
  return new RegExp(`^\\s*(${WORDS.map((words) => words[language]).join('|')})\\s*$`);
}

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
        await page.getByText(wordsOf('german')).first().waitFor();
        expect(await page.getByText(wordsOf('english')).count()).toBe(0);
        await expectAccessible(page);
      });
      expect(errors).toEqual([]);
    },
  );
});
