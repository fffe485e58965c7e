import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import source from '../../../src/components/shared/portal-element.ts?raw';
import { emulate } from '../data-grid/emulation.js';
import { everything, openGallery, type Gallery } from './gallery.js';

/** What is written at `PortalElement`: a token, and the kind of its value where it has one. */
const tokens = [...source.matchAll(/@cssproperty (?:\{<(\w+)>\} )?\[(--portal-[\w-]+)=/g)].map(
  ([, kind = '', name = '']) => ({ name, kind }),
);

/** Unlike any default. */
const SAMPLES: Readonly<Record<string, string>> = {
  color: 'rgb(1, 2, 3)',
  length: '27px',
  '--portal-shadow': '0 0 9px rgb(1, 2, 3)',
  '--portal-font-family': 'Georgia',
};

const LOOKED_AT = [
  ...['color', 'fill', 'stroke', 'background-color', 'border-top-color', 'outline-color', 'outline-width'],
  ...['border-top-left-radius', 'padding-left', 'block-size', 'min-block-size', 'max-block-size'],
  ...['box-shadow', 'font-size', 'font-family', 'scroll-margin-top', 'top'],
];

/** How every element stands there, and what is behind an open dialog. */
function* looks(elements: readonly HTMLElement[]): Generator<string> {
  for (const element of elements) {
    for (const style of [getComputedStyle(element), getComputedStyle(element, '::after')])
      yield LOOKED_AT.map((property) => style.getPropertyValue(property)).join();
    if (element.matches('dialog[open]')) yield getComputedStyle(element, '::backdrop').backgroundColor;
  }
}

/** The first that is seen otherwise than before. */
function difference(elements: readonly HTMLElement[], before: readonly string[]): string | undefined {
  let place = 0;
  for (const look of looks(elements)) {
    if (look !== before[place]) return `${look} instead of ${before[place] ?? 'nothing'}`;
    place += 1;
  }
  return undefined;
}

/** With a question that loses something, so that its colours are there, and with the focus shown. */
async function openAll(): Promise<Gallery> {
  const gallery = await openGallery();
  gallery.rootOf('portal-taskfire').querySelector<HTMLElement>('.disable')?.click();
  await gallery.until(
    () => gallery.all('dialog[open]').length > 0 && gallery.all('.danger.primary').length > 0,
  );
  await userEvent.keyboard('{Tab}');
  return gallery;
}

beforeAll(() => emulate({ name: 'prefers-reduced-motion', value: 'reduce' }));
afterAll(() => emulate());

describe('the tokens', () => {
  it('are many', () => {
    expect(tokens.length).toBeGreaterThan(30);
  });

  it('each change how something is seen, and nothing stays of it', { timeout: 60_000 }, async () => {
    const gallery = await openAll();
    const elements = everything(gallery.page);
    const before = [...looks(elements)];
    const without = tokens.filter(({ name, kind }) => {
      const own = gallery.page.style.getPropertyValue(name);
      gallery.page.style.setProperty(name, SAMPLES[name] ?? SAMPLES[kind] ?? '');
      const hasChanged = difference(elements, before) !== undefined;
      gallery.page.style.setProperty(name, own);
      return !hasChanged;
    });
    expect(without).toEqual([]);
    expect(difference(elements, before)).toBe(undefined);
  });
});

describe('the text', () => {
  it('is 13 px in the page’s own font, and all its sizes follow the one token', async () => {
    const gallery = await openGallery();
    gallery.page.style.fontFamily = 'Georgia';
    gallery.page.style.fontSize = '20px';
    const sizes = (): number[] =>
      ['.card h3', '.name', '.notes', '.pill', '.rows .cell:not(.box)'].map((selector) =>
        parseFloat(getComputedStyle(gallery.get(selector)).fontSize),
      );
    const usual = sizes();
    expect(usual).toEqual([14, 13, 12, 12, 13].map((size) => expect.closeTo(size, 2) as number));
    expect(getComputedStyle(gallery.get('.name')).fontFamily).toBe('Georgia');
    for (const [token, size] of [['26px', 26] as const, ['1rem', 16] as const, ['1em', 20] as const]) {
      gallery.page.style.setProperty('--portal-font-size', token);
      expect(sizes(), token).toEqual(usual.map((one) => expect.closeTo((one * size) / 13, 1) as number));
    }
  });
});
