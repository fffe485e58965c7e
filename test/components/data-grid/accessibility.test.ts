import { expect as expectElement, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { describe, it } from 'vitest';
import * as stories from '../../../src/components/data-grid/data-grid.stories.js';

interface Playable {
  readonly globals?: Record<string, unknown> | undefined;
  readonly parameters?: Record<string, unknown> | undefined;
  readonly render: () => TemplateResult;
  readonly play: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

const scenes = Object.entries<Playable | undefined>({ ...stories, default: undefined });

describe('<portal-data-grid> accessibility', () => {
  for (const [name, story] of scenes) {
    if (story === undefined) continue;
    const { render, play, globals, parameters } = story;
    it(`has no violation in the story ${name}`, async () => {
      const isDark = globals?.colours === 'dark';
      const width = typeof parameters?.width === 'string' ? parameters.width : 'auto';
      const canvasElement = await fixture<HTMLElement>(
        html`<div
          style="inline-size: ${width}; color-scheme: ${isDark ? 'dark' : 'light'}; background: ${
            isDark ? '#0e1013' : '#fff'
          }"
        >
          ${render()}
        </div>`,
      );
      await play({ canvasElement });
      await new Promise((resolve) => setTimeout(resolve, 200));
      await expectElement(canvasElement).to.be.accessible();
    });
  }
});
