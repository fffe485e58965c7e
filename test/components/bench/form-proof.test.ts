import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { contestant as ours } from '../../../bench/form/adapters/portal-company-settings.js';
import { FormHarness, steps } from '../../../bench/form/page/harness.js';
import { wrongBar, wrongForm } from '../../../bench/form/page/proof.js';
import { benchScenes } from '../../../bench/form/page/scenes.js';

async function place(): Promise<HTMLElement> {
  const inset = 'position: absolute; inset: 0 auto auto 0; inline-size: 1100px';
  return fixture<HTMLElement>(html`<div style=${inset}></div>`);
}

describe('the proof of the form bench', () => {
  // As tall as the whole form: what is not in the window is not painted.
  beforeEach(() => page.viewport(1180, 2400));
  afterEach(() => page.viewport(1180, 800));

  // Peers are proven by each run of the bench, which ends where one does not show what it must.
  it('lets ours pass at every step, and with no other values', async () => {
    const { first, second } = benchScenes();
    const harness = new FormHarness(ours, await place());
    await harness.step('mount');
    expect(wrongForm(ours, second)).toMatch(/ shows .+, not /);
    expect(wrongBar(ours, 1)).toBe('no bar');
    for (const step of steps.slice(1)) await harness.step(step);
    expect(wrongForm(ours, first)).toMatch(/ shows .+, not /);
    expect(wrongForm(ours, second)).toBeUndefined();
  });

  it('sees what lies under something else, and what is not there', async () => {
    const { first } = benchScenes();
    const box = await place();
    await new FormHarness(ours, box).step('mount');
    const cover = document.createElement('div');
    cover.style.cssText = 'position: absolute; inset: 0; background: white';
    box.append(cover);
    expect(wrongForm(ours, first)).toContain('is not painted');
    expect(wrongForm({ ...ours, control: () => undefined }, first)).toContain('no control for');
  });
});
