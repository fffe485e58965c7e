import { describe, expect, it } from 'vitest';
import { expect as expectElement, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import * as stories from '../../../src/components/taskfire/taskfire.stories.js';
import { setPortalLocale } from '../../../src/locales/localization.js';
import { openTaskfire, openWithUsers } from './stage.js';

interface Playable {
  readonly globals?: Record<string, unknown> | undefined;
  readonly render: () => TemplateResult;
  readonly play?: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

/** The stories that a test can play; what Storybook itself needs is left out. */
function isPlayable(story: object): story is Playable {
  return 'render' in story && 'play' in story;
}

const scenes = Object.entries<object>(stories).flatMap(([name, story]) =>
  isPlayable(story) ? [[name, story] as const] : [],
);

/** Long enough for what a story started to be drawn, and for the skeleton to appear. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 450));
}

describe('<portal-taskfire> accessibility', () => {
  for (const [name, { render, play, globals }] of scenes) {
    it(`has no violation in the story ${name}`, async () => {
      await setPortalLocale(globals?.locale === 'de' ? 'de' : 'en');
      const isDark = globals?.colours === 'dark';
      const canvasElement = await fixture<HTMLElement>(
        html`<div
          style="color-scheme: ${isDark ? 'dark' : 'light'}; background: ${isDark ? '#0e1013' : '#f4f5f7'}"
        >
          ${render()}
        </div>`,
      );
      await play?.({ canvasElement });
      await settled();
      await expectElement(canvasElement).to.be.accessible();
      await setPortalLocale('en');
    });
  }

  it('names every control and explains it', async () => {
    const stage = await openWithUsers();
    await stage.press('.disable');
    await stage.until(() => stage.has('#move-4'));
    for (const id of ['contract', 'service', 'move-4', 'move-5']) {
      const select = stage.get(`#${id}`);
      expect(select instanceof HTMLSelectElement && select.labels.length, id).toBe(1);
    }
  });

  it('speaks what happens', async () => {
    const stage = await openTaskfire();
    await stage.press('.remove');
    await stage.until(() => stage.has('.undo'));
    expect(stage.text('[aria-live]')).toBe('The fee is no longer added to a contract.');
  });
});
