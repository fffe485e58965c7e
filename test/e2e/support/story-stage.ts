import type { Browser, Page } from 'playwright-core';
import { standStill } from '../../../.storybook/stage/stand-still.js';
import type { Surroundings } from '../../../.storybook/stage/surroundings.js';
import type { Entry } from './storybook.js';
import { oneAtATime } from '../../../src/background/one-at-a-time.js';

/** Any element of ours. */
const OURS = 'xpath=.//*[starts-with(local-name(), "portal-")]';

/** By this name Storybook knows that nobody watches, and does not wait for animations, up to five seconds each time. */
const TEST_RUNNER = 'StorybookTestRunner';

/** Storybook's own means to change the story in a page that stands. */
interface Channel {
  on(type: string, listener: (about: unknown) => void): void;
  off(type: string, listener: (about: unknown) => void): void;
  emit(type: string, about: unknown): void;
}
declare global {
  interface Window {
    __STORYBOOK_ADDONS_CHANNEL__: Channel;
    __STORYBOOK_PREVIEW__?: { ready(): Promise<void> };
  }
}

/** A page of the static build that shows one story after the other: loading it anew for each would take most of the time. */
export interface StoryStage {
  /** Waits for its turn, shows the story, hands the page over once it stands still, and returns the page's errors. */
  show(story: Entry, look: (page: Page) => Promise<void>): Promise<string[]>;
  close(): Promise<void>;
}

export async function openStoryStage(
  browser: Browser,
  url: string,
  globals: Partial<Surroundings>,
): Promise<StoryStage> {
  const page = await browser.newPage({
    viewport: { width: 1180, height: 900 },
    reducedMotion: 'reduce',
    userAgent: TEST_RUNNER,
  });
  let errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  // tsx, which runs our scripts, names functions through a helper that a page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(new URL('iframe.html?viewMode=story', url).href);
  await page.waitForFunction(() => window.__STORYBOOK_PREVIEW__?.ready().then(() => true));
  await page.evaluate(
    (chosen) => {
      window.__STORYBOOK_ADDONS_CHANNEL__.emit('updateGlobals', { globals: chosen });
    },
    // Storybook's own axe would run at the same time, twice the work and one at a time.
    { ...globals, a11y: { manual: true } },
  );

  const perform = async (story: Entry, look: (page: Page) => Promise<void>): Promise<string[]> => {
    errors = [];
    const end = await page.evaluate(play, story.id);
    if (end !== 'success') return [`Storybook says of ${story.id}: ${end}`, ...errors];
    // A dialog's element has no box of its own.
    await page.locator('#storybook-root').locator(OURS).first().waitFor({ state: 'attached' });
    await page.evaluate(standStill);
    await look(page);
    return errors;
  };
  const take = oneAtATime();
  return {
    show: (story, look) => take(() => perform(story, look)),
    close: () => page.close(),
  };
}

/** In the page: changes to the story and resolves with how that ended, once its play function is over too. */
function play(storyId: string): Promise<string> {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  scrollTo({ top: 0, behavior: 'instant' });
  return new Promise((resolve) => {
    const finished = (about: unknown): void => {
      const { storyId: id, status } = Object(about) as { storyId?: string; status?: string };
      if (id === storyId) end(status ?? 'finished without a status');
    };
    const failed = (about: unknown): void => {
      end(`failed: ${Object(about) instanceof Error ? String(about) : JSON.stringify(about)}`);
    };
    const failures = ['storyMissing', 'storyErrored', 'storyThrewException', 'playFunctionThrewException'];
    const end = (how: string): void => {
      channel.off('storyFinished', finished);
      for (const type of failures) channel.off(type, failed);
      resolve(how);
    };
    channel.on('storyFinished', finished);
    for (const type of failures) channel.on(type, failed);
    channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  });
}
