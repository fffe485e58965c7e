import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/setup/install-browsers.js';
import { axeViolations } from './support/axe.js';
import type { Surroundings } from '../../.storybook/stage/surroundings.js';
import { isStranger, openDocsStage, type DocsStage } from './support/docs-stage.js';
import { openStoryStage, type StoryStage } from './support/story-stage.js';
import { isForFirefox } from '../story-share.js';
import { buildStorybook, serveStorybook } from './support/storybook.js';

const { stories, docs } = await buildStorybook();
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

describe('the pages of documentation', () => {
  let stages: DocsStage[];
  beforeAll(async () => {
    stages = await Promise.all(
      (['light', 'dark'] as const).map((colours) => openDocsStage(browser, server.url, colours)),
    );
  });
  afterAll(() => Promise.all(stages.map((stage) => stage.close())));

  /** By turns in light and dark; a long run shows all in both. */
  function stagesFor(place: number): DocsStage[] {
    return process.env.TEST_LONG === undefined ? stages.filter((_stage, one) => one === place % 2) : stages;
  }

  it('are there for every element, and for what concerns all', () => {
    const titles = new Set(docs.map(({ title }) => title));
    for (const { title } of stories) expect(titles).toContain(title);
    for (const title of [
      'Welcome',
      'Getting data in',
      'Events and veto',
      'Theming',
      'Accessibility',
      'Languages',
    ])
      expect(titles).toContain(title);
  });

  it.concurrent.each(docs.map((page, place) => ({ ...page, place })))(
    '$title: is drawn without an error, is accessible, leads nowhere in vain',
    async ({ id, place }) => {
      for (const stage of stagesFor(place)) {
        const { errors, deadLinks } = await stage.show(id, [...stories, ...docs], expectAccessible);
        expect({ errors, deadLinks }).toEqual({ errors: [], deadLinks: [] });
      }
    },
  );

  it('ask no other host for anything, in a folder of any name', () => {
    for (const stage of stages) expect(stage.strangers()).toEqual([]);
  });
});

describe('the site around', () => {
  it('shows the page that its address names, follows a link and the colours of the toolbar', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const strangers: string[] = [];
    page.on('request', (request) => {
      if (isStranger(request.url(), server.url)) strangers.push(request.url());
    });
    await page.goto(`${server.url}?path=/docs/welcome--docs&globals=colours:dark`);
    const preview = page.frameLocator('#storybook-preview-iframe');
    await preview.getByRole('heading', { name: 'PSA Portal Admin' }).waitFor();
    await page.locator('img[alt="PSA Portal Admin"]').waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(18, 21, 26)',
    );
    await preview.getByRole('link', { name: 'Theming' }).click();
    await preview.getByRole('heading', { name: 'All tokens' }).waitFor();
    expect(page.url()).toContain('theming--docs');
    expect(strangers).toEqual([]);
    await page.close();
  });

  it('puts themes, densities and directions over an element', async () => {
    const stage = await openStoryStage(browser, server.url, {
      theme: 'high-contrast',
      density: 'compact',
      direction: 'rtl',
    });
    const story = stories.find(({ id }) => id === 'elements-contact-grid--ready');
    if (story === undefined) throw new Error('There is no such story.');
    await stage.show(story, async (page) => {
      const grid = page.locator('portal-contact-grid');
      const styles = await grid.evaluate((element) => {
        const { direction } = getComputedStyle(element);
        const token = (name: string): string => getComputedStyle(element).getPropertyValue(name).trim();
        return { direction, row: token('--portal-row-height'), text: token('--portal-text') };
      });
      expect(styles).toEqual({ direction: 'rtl', row: '28px', text: 'light-dark(#000, #fff)' });
    });
    await stage.close();
  });
});
