import { expect as expectElement, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { describe, it } from 'vitest';
import * as stories from '../../../../src/components/bulk-change/csv/csv-import.stories.js';

interface Playable {
  readonly globals?: Record<string, unknown> | undefined;
  readonly render: () => TemplateResult;
  readonly play: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

const scenes = Object.entries<Playable | undefined>({ ...stories, default: undefined });

describe('<portal-csv-import> accessibility', () => {
  for (const [name, story] of scenes) {
    if (story === undefined) continue;
    const { render, play, globals } = story;
    it(`has no violation in the story ${name}`, async () => {
      const isDark = globals?.colours === 'dark';
      const canvasElement = await fixture<HTMLElement>(
        html`<div
          style="color-scheme: ${isDark ? 'dark' : 'light'}; background: ${isDark ? '#0e1013' : '#f4f5f7'}"
        >
          ${render()}
        </div>`,
      );
      await play({ canvasElement });
      await expectElement(canvasElement).to.be.accessible();
    });
  }
});
