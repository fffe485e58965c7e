import { expect as expectElement, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { describe, expect, it } from 'vitest';
import * as stories from '../../../src/components/company-page/company-page.stories.js';
import { setPortalLocale } from '../../../src/locales/localization.js';
import { openPage } from './stage.js';

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

describe('<portal-company-page> accessibility', () => {
  for (const [name, { render, play, globals }] of scenes) {
    it(`has no violation in the story ${name}`, async () => {
      const isDark = globals?.colours === 'dark';
      await setPortalLocale(globals?.locale === 'de' ? 'de' : 'en');
      const canvasElement = await fixture<HTMLElement>(
        html`<div
          style="color-scheme: ${isDark ? 'dark' : 'light'}; background: ${isDark ? '#0e1013' : '#f4f5f7'}"
        >
          ${render()}
        </div>`,
      );
      await play?.({ canvasElement });
      await new Promise((resolve) => setTimeout(resolve, 450));
      await expectElement(canvasElement).to.be.accessible();
      await setPortalLocale('en');
    });
  }

  it('names the search, its list and its shortcuts', async () => {
    const { search } = await openPage();
    expect(search.getAttribute('role')).toBe('combobox');
    expect(search.getAttribute('aria-keyshortcuts')).toBe('/ Control+K');
    const root = search.getRootNode() as ShadowRoot;
    expect(root.getElementById(search.getAttribute('aria-controls') ?? '')?.role).toBe('listbox');
  });
});
