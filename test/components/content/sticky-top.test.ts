import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lifetime } from '../../../src/content/lifetime.js';
import { onStickyTopChange } from '../../../src/content/sticky-top.js';

describe('the bars that a page keeps over our block', () => {
  let lifetime: Lifetime;
  let told: number[];
  beforeEach(() => {
    lifetime = new Lifetime();
    told = [];
  });
  afterEach(() => {
    lifetime.end();
    window.scrollTo(0, 0);
  });

  async function scrolledPage(bar: string): Promise<HTMLElement> {
    const page = await fixture<HTMLElement>(
      html`<div>
        <div style=${bar}><b>Title bar</b></div>
        <div id="block" style="block-size: 3000px; background: white"></div>
      </div>`,
    );
    const block = page.querySelector<HTMLElement>('#block') ?? undefined;
    onStickyTopChange(
      document,
      lifetime,
      () => block,
      (height) => told.push(height),
    );
    return page;
  }

  const scrollTo = async (y: number): Promise<void> => {
    window.scrollTo(0, y);
    await new Promise((resolve) => setTimeout(resolve, 350));
  };

  it('are told once they cover it, and once', async () => {
    await scrolledPage('position: sticky; inset-block-start: 0; block-size: 41px; background: silver');
    expect(told).toEqual([]);
    await scrollTo(400);
    await scrollTo(800);
    expect(told).toEqual([41]);
  });

  it('are found inside what scrolls by itself', async () => {
    const page = await fixture<HTMLElement>(
      html`<div style="block-size: 500px; overflow: auto">
        <div style="position: sticky; inset-block-start: 0; block-size: 30px; background: silver">Bar</div>
        <div id="inner" style="block-size: 3000px"></div>
      </div>`,
    );
    const block = page.querySelector<HTMLElement>('#inner') ?? undefined;
    onStickyTopChange(
      document,
      lifetime,
      () => block,
      (height) => told.push(height),
    );
    page.scrollTop = 600;
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect(told).toEqual([30]);
  });

  it.each([
    ['scrolls away with the page', 'block-size: 41px'],
    ['lies over most of the page', 'position: fixed; inset: 0; background: silver'],
  ])('are not what %s', async (_what, bar) => {
    await scrolledPage(bar);
    await scrollTo(600);
    expect(told).toEqual([]);
  });

  it('are not looked for any more once the life is over', async () => {
    await scrolledPage('position: sticky; inset-block-start: 0; block-size: 41px');
    lifetime.end();
    await scrollTo(500);
    expect(told).toEqual([]);
  });
});
