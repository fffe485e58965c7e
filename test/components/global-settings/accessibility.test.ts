import { describe, expect, it } from 'vitest';
import { expect as expectElement, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import * as stories from '../../../src/components/global-settings/global-settings.stories.js';
import { openGlobals } from './stage.js';

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

describe('<portal-global-settings> accessibility', () => {
  for (const [name, { render, play, globals }] of scenes) {
    it(`has no violation in the story ${name}`, async () => {
      const isDark = globals?.colours === 'dark';
      const canvasElement = await fixture<HTMLElement>(
        html`<div
          style="color-scheme: ${isDark ? 'dark' : 'light'}; background: ${isDark ? '#0e1013' : '#f4f5f7'}"
        >
          ${render()}
        </div>`,
      );
      await play?.({ canvasElement });
      // Long enough for what a story started to be drawn, and for the skeleton to appear.
      await new Promise((resolve) => setTimeout(resolve, 450));
      await expectElement(canvasElement).to.be.accessible();
    });
  }

  it('names every control and explains it', async () => {
    const { root } = await openGlobals();
    for (const control of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('select, input')) {
      expect(control.labels, control.id).toHaveLength(1);
      for (const id of control.getAttribute('aria-describedby')?.split(' ') ?? [])
        expect(root.getElementById(id), id).not.toBeNull();
    }
  });

  it('speaks what happens', async () => {
    const stage = await openGlobals();
    await stage.choose('twoFactor', 'all');
    await stage.save();
    expect(stage.text('[aria-live]')).toBe('Saved: Two-factor authentication');
  });
});
