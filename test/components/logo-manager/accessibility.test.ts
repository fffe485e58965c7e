import { describe, expect, it } from 'vitest';
import { expect as expectElement, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import * as stories from '../../../src/components/logo-manager/logo-manager.stories.js';
import { png } from '../../model/logo-files/pictures.js';
import { file, openLogos } from './stage.js';

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

describe('<portal-logo-manager> accessibility', () => {
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

  it('names every field by its place, and explains it', async () => {
    const stage = await openLogos();
    expect([stage.field('login').ariaLabel, stage.field('header').ariaLabel]).toEqual([
      'Choose a file for: Login page',
      'Choose a file for: Portal header',
    ]);
    for (const slot of ['login', 'header'] as const) {
      const id = stage.field(slot).getAttribute('aria-describedby') ?? '';
      expect(stage.text(`#${id}`)).toContain('at most 1 MB');
    }
  });

  it('says in words what the pictures are', async () => {
    const stage = await openLogos();
    const pictures = [...stage.root.querySelectorAll('portal-logo-picture')];
    const words = pictures.map((one) => one.shadowRoot?.querySelector('canvas')?.ariaLabel);
    expect(words[0]).toMatch(/^Logo in force, Login page: PNG, 260 × 72 pixels, 0\.\d kB$/);
    expect(words).toHaveLength(2);
  });

  it('speaks what happens', async () => {
    const stage = await openLogos();
    await stage.choose('login', file(png(), 'new.png'));
    expect(stage.text('[aria-live]')).toMatch(
      /^Login page: new\.png, PNG, 12 × 5 pixels, .* Not saved yet\.$/,
    );
    await stage.press('Use this logo', 'login');
    expect(stage.text('[aria-live]')).toBe('Login page: The new logo is in force.');
    await stage.choose('login', file('<svg/>'));
    expect(stage.get('.notice.bad').getAttribute('role')).toBe('alert');
  });
});
