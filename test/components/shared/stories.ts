import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { inject, it } from 'vitest';
import { server } from 'vitest/browser';
import type { PlayedStory } from '../../../.storybook/stage/scenes.js';
import { standStill } from '../../../.storybook/stage/stand-still.js';
import { surrounded, usualSurroundings } from '../../../.storybook/stage/surroundings.js';
import { setPortalLocale } from '../../../src/locales/localization.js';
import { isForFirefox } from '../../story-share.js';

type Playable = Pick<PlayedStory<unknown>, 'globals' | 'parameters' | 'render'> &
  Partial<Pick<PlayedStory<unknown>, 'play'>>;

/** Chromium's share is looked at in Storybook itself, see `test/e2e/stories.test.ts`. */
function isLeftOut(name: string): boolean {
  return !inject('isLong') && !(server.browser === 'firefox' && isForFirefox(name));
}

/** A test for each story of a module: played in its surroundings, it has no violation that axe knows of. */
export function itIsAccessibleInStories(stories: object): void {
  for (const [name, story] of Object.entries<object>({ ...stories, default: {} })) {
    if (!isPlayable(story)) continue;
    it.skipIf(isLeftOut(name))(`has no violation in the story ${name}`, async () => {
      const canvasElement = await shown(story);
      try {
        await story.play?.({ canvasElement });
        await standStill();
        await expect(canvasElement).to.be.accessible();
      } finally {
        await setPortalLocale('en');
      }
    });
  }
}

/** What Storybook itself needs of a module is no story. */
function isPlayable(story: object): story is Playable {
  return 'render' in story;
}

async function shown({ render, globals, parameters }: Playable): Promise<HTMLElement> {
  const surroundings = { ...usualSurroundings, ...globals };
  await setPortalLocale(surroundings.locale);
  return fixture<HTMLElement>(html`<div>${surrounded(surroundings, parameters?.width, render())}</div>`);
}
