import { expect, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { inject, it } from 'vitest';
import { server } from 'vitest/browser';
import { setPortalLocale } from '../../../src/locales/localization.js';
import { isForFirefox } from '../../story-share.js';

interface Playable {
  readonly globals?: Record<string, unknown> | undefined;
  readonly parameters?: Record<string, unknown> | undefined;
  readonly render: () => TemplateResult;
  readonly play?: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

/** ms. Long enough for what a story started to be drawn, and for a skeleton to appear. */
const SETTLED = 500;

/** Chromium's share is looked at in Storybook itself, see `test/e2e/stories.test.ts`. */
function isLeftOut(name: string): boolean {
  return !inject('isLong') && !(server.browser === 'firefox' && isForFirefox(name));
}

/** A test for each story of a module: played in its language, colours and width, it has no violation that axe knows of. */
export function itIsAccessibleInStories(stories: object): void {
  for (const [name, story] of Object.entries<object>({ ...stories, default: {} })) {
    if (!isPlayable(story)) continue;
    it.skipIf(isLeftOut(name))(`has no violation in the story ${name}`, async () => {
      const canvasElement = await shown(story);
      try {
        await story.play?.({ canvasElement });
        await new Promise((resolve) => setTimeout(resolve, SETTLED));
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
  const locale = globals?.locale === 'de' ? 'de' : 'en';
  await setPortalLocale(locale);
  const [scheme, background] = globals?.colours === 'dark' ? ['dark', '#0e1013'] : ['light', '#f4f5f7'];
  const width = typeof parameters?.width === 'string' ? parameters.width : 'auto';
  return fixture<HTMLElement>(
    html`<div
      lang=${locale}
      style="inline-size: ${width}; color-scheme: ${scheme}; background: ${background}"
    >
      ${render()}
    </div>`,
  );
}
