import { expect as chai } from '@open-wc/testing';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import highContrast from '../../../src/themes/high-contrast.css?inline';
import plain from '../../../src/themes/plain.css?inline';
import psa from '../../../src/themes/psa.css?inline';
import { emulate } from '../data-grid/emulation.js';
import { edgeContrasts, focusContrast, textContrasts, type Finding } from './contrast.js';
import { openGallery, type Gallery } from './gallery.js';

/** What `docs/theming.md` promises of each theme. */
const THEMES = [
  { theme: 'default', css: '', text: 4.5, edge: 3, focus: 3, width: 2 },
  { theme: 'psa', css: psa, text: 4.5, edge: 3, focus: 3, width: 2 },
  { theme: 'plain', css: plain, text: 4.5, edge: 3, focus: 3, width: 2 },
  { theme: 'high-contrast', css: highContrast, text: 7, edge: 4.5, focus: 4.5, width: 3 },
] as const;
const SCHEMES = ['light', 'dark'] as const;

/** What the keyboard gets to, one of each kind. */
const FOCUSED = [
  'input.switch:not(:disabled)',
  'select:not(:disabled)',
  '.button:not(.primary, .plain, :disabled)',
  '.button.primary:not(:disabled)',
  '.chip',
  '.link-button',
  '.rows .cell:not(.box)',
  '.head .sort',
];

/** Elements of two companies stand in one page here, so two landmarks are both called Taskfire. */
const NOT_IN_A_GALLERY = { ignoredRules: ['landmark-unique'] };

function below(findings: readonly Finding[], least: number): string[] {
  return findings
    .filter(({ contrast }) => contrast < least)
    .map(({ what, contrast }) => `${contrast.toFixed(2)} ${what}`);
}

const sheet = new CSSStyleSheet();

/** As a page does that imports the theme's file. */
function dress({ page }: Gallery, css: string, scheme: string): void {
  sheet.replaceSync(css);
  page.style.colorScheme = scheme;
}

// Colours that still change from one theme to the next would be measured on their way.
beforeAll(() => emulate({ name: 'prefers-reduced-motion', value: 'reduce' }));
beforeAll(() => void document.adoptedStyleSheets.push(sheet));
afterAll(() => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
});
afterAll(() => emulate());

describe('each theme, in light and in dark', () => {
  it('keeps the contrasts that are promised: of texts, of controls and of the focus', async () => {
    const gallery = await openGallery();
    await userEvent.keyboard('{Tab}');
    for (const { theme, css, text, edge, focus, width } of THEMES)
      for (const scheme of SCHEMES) {
        const where = `${theme} ${scheme}`;
        dress(gallery, css, scheme);
        const texts = textContrasts(gallery.page);
        const edges = edgeContrasts(gallery.page);
        expect([texts.length > 300, edges.length > 30], where).toEqual([true, true]);
        expect(below(texts, text), where).toEqual([]);
        expect(below(edges, edge), where).toEqual([]);
        for (const selector of FOCUSED) {
          const control = gallery.get(selector);
          control.focus();
          const outline = focusContrast(control);
          expect(outline.width, `${where} ${selector}`).toBe(width);
          expect(outline.contrast, `${where} ${outline.what}`).toBeGreaterThanOrEqual(focus);
        }
      }
  });

  it('has nothing that axe objects to', { timeout: 120_000 }, async () => {
    const gallery = await openGallery();
    const looks = THEMES.flatMap((theme) => SCHEMES.map((scheme) => ({ ...theme, scheme })));
    // Contrasts are measured above; a short run lets axe look at each theme once.
    const looked = looks.filter((_look, place) => inject('isLong') || place % 4 === 3 || place % 4 === 0);
    for (const { theme, css, scheme } of looked) {
      dress(gallery, css, scheme);
      await chai(gallery.page, `${theme} ${scheme}`).to.be.accessible(NOT_IN_A_GALLERY);
    }
  });

  it('can stand beside others in one page, chosen by a class', async () => {
    const gallery = await openGallery();
    dress(gallery, psa + plain + highContrast, 'light');
    const surface = (): string => getComputedStyle(gallery.get('.card')).borderTopColor;
    expect(surface()).toBe('rgb(118, 118, 118)');
    const seen = ['psa', 'plain', 'high-contrast'].map((theme) => {
      gallery.page.className = `portal-theme-${theme}`;
      return surface();
    });
    expect(seen).toEqual(['rgb(213, 219, 225)', 'rgb(220, 220, 220)', 'rgb(118, 118, 118)']);
    gallery.page.className = '';
    gallery.page.style.setProperty('--portal-line', 'rgb(1, 2, 3)');
    expect(surface()).toBe('rgb(1, 2, 3)');
  });
});
