import { describe, expect, it } from 'vitest';
import { expect as expectElement, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import * as stories from '../../../src/components/company-settings/company-settings.stories.js';
import { openSettings } from './stage.js';

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

describe('<portal-company-settings> accessibility', () => {
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
      await settled();
      await expectElement(canvasElement).to.be.accessible();
    });
  }

  it('names every control and explains it', async () => {
    const { root } = await openSettings();
    for (const control of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[id^="setting-"]')) {
      expect(control.labels).toHaveLength(1);
      const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
      expect(ids).toHaveLength(2);
      for (const id of ids) expect(root.getElementById(id), id).not.toBeNull();
    }
  });

  it('speaks what happens', async () => {
    const stage = await openSettings();
    await stage.choose('workedTime', 'billed');
    await stage.save();
    expect(stage.text('[aria-live]')).toBe('Saved: Worked time');
  });

  it('uses no link that would change the address of the page around', async () => {
    const { root } = await openSettings();
    for (const link of root.querySelectorAll('a')) expect(link.target).toBe('_blank');
  });
});
