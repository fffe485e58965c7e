import { expect as expectElement, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { describe, it } from 'vitest';
import * as stories from '../../../src/components/sso-log/sso-log.stories.js';
import { setPortalLocale } from '../../../src/locales/localization.js';

interface Playable {
  readonly globals?: Record<string, unknown> | undefined;
  readonly render: () => TemplateResult;
  readonly play: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

const scenes = Object.entries<Playable | undefined>({ ...stories, default: undefined });

/** Long enough for what a story started to be drawn, and for the skeleton to appear. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 500));
}

describe('<portal-sso-log> accessibility', () => {
  for (const [name, story] of scenes) {
    if (story === undefined) continue;
    const { render, play, globals } = story;
    it(`has no violation in the story ${name}`, async () => {
      const isDark = globals?.colours === 'dark';
      await setPortalLocale(globals?.locale === 'de' ? 'de' : 'en');
      const canvasElement = await fixture<HTMLElement>(
        html`<div
          lang=${globals?.locale === 'de' ? 'de' : 'en'}
          style="color-scheme: ${isDark ? 'dark' : 'light'}; background: ${isDark ? '#0e1013' : '#f4f5f7'}"
        >
          ${render()}
        </div>`,
      );
      await play({ canvasElement });
      await settled();
      await expectElement(canvasElement).to.be.accessible();
      await setPortalLocale('en');
    });
  }
});
