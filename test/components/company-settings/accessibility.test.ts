import { describe, it } from 'vitest';
import { expect, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import * as stories from '../../../src/components/company-settings/company-settings.stories.js';
import { openSettings } from './stage.js';

interface Playable {
  readonly globals?: Record<string, unknown> | undefined;
  readonly render: () => TemplateResult;
  readonly play?: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

const { default: _meta, NotConnected: _unbound, RightToLeft: _mirrored, ...played } = stories;
const scenes: readonly (readonly [string, Playable])[] = Object.entries(played);

/** Long enough for what a story started to be drawn, and for the skeleton to appear. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 450));
}

describe('<portal-company-settings> accessibility', () => {
  for (const [name, { render, play, globals }] of scenes) {
    it(`has no violation in the story ${name}`, async () => {
      const isDark = globals?.['colours'] === 'dark';
      const canvasElement = await fixture<HTMLElement>(
        html`<div
          style="color-scheme: ${isDark ? 'dark' : 'light'}; background: ${isDark ? '#0e1013' : '#f4f5f7'}"
        >
          ${render()}
        </div>`,
      );
      await play?.({ canvasElement });
      await settled();
      await expect(canvasElement).to.be.accessible();
    });
  }

  it('names every control and explains it', async () => {
    const { root } = await openSettings();
    for (const control of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[id^="setting-"]')) {
      expect(control.labels).to.have.length(1);
      const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
      expect(ids).to.have.length(2);
      for (const id of ids) expect(root.getElementById(id), id).to.exist;
    }
  });

  it('speaks what happens', async () => {
    const stage = await openSettings();
    await stage.choose('workedTime', 'billed');
    await stage.save();
    expect(stage.text('[aria-live]')).to.equal('Saved: Worked time');
  });

  it('uses no link that would change the address of the page around', async () => {
    const { root } = await openSettings();
    for (const link of root.querySelectorAll('a')) expect(link.target).to.equal('_blank');
  });
});
