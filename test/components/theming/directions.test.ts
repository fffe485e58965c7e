import { expect as chai } from '@open-wc/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { emulate } from '../data-grid/emulation.js';
import { everything, openGallery, type Gallery } from './gallery.js';

afterEach(async () => {
  document.documentElement.dir = '';
  await emulate();
});

async function openRightToLeft(): Promise<Gallery> {
  const gallery = await openGallery();
  document.documentElement.dir = 'rtl';
  await new Promise((resolve) => setTimeout(resolve, 200));
  return gallery;
}

function box(element: Element | null | undefined): DOMRect {
  if (!element) throw new Error('There is nothing to look at.');
  return element.getBoundingClientRect();
}

/** Where text stands in its box. */
function textBox(element: HTMLElement): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

describe('from right to left', () => {
  it('every element starts at the right and stays inside its box', async () => {
    const gallery = await openRightToLeft();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth);
    for (const heading of gallery.all('.card h3, .frame h2').filter((one) => one.checkVisibility())) {
      const card = box(heading.closest('.card, .frame'));
      const text = textBox(heading);
      expect(card.right - text.right, heading.textContent).toBeLessThan(40);
      expect(text.left - card.left, heading.textContent).toBeGreaterThan(40);
    }
    const row = gallery.get('.row[data-setting]');
    expect(box(row.querySelector('.about')).left).toBeGreaterThan(box(row.querySelector('.control')).right);
    const changed = gallery.get('.row.changed');
    const edge = getComputedStyle(changed, '::before');
    expect([edge.right, edge.left === '0px']).toEqual(['0px', false]);
    expect(getComputedStyle(gallery.get('.becomes')).scale).toBe('-1 1');
  });

  it('a switch that is on has its knob at the left, and progress begins at the right', async () => {
    const gallery = await openRightToLeft();
    const knob = (selector: string): CSSStyleDeclaration =>
      getComputedStyle(gallery.get(selector), '::after');
    await expect.poll(() => parseFloat(knob('.switch:checked').left)).toBeLessThanOrEqual(2);
    expect(parseFloat(knob('.switch:not(:checked)').right)).toBeLessThanOrEqual(2);
    const progress = gallery.get('[part=progress]');
    const done = [...progress.children].find((part) => box(part).width > 0);
    expect(box(done).right).toBeCloseTo(box(progress).right, 0);
  });

  it('grids begin at the right, and what is pinned stays there while one scrolls sideways', async () => {
    const gallery = await openRightToLeft();
    const grid = gallery.rootOf('portal-contact-grid').querySelector('portal-data-grid')?.shadowRoot;
    const scroller = grid?.querySelector<HTMLElement>('.scroller');
    const cells = [...(grid?.querySelectorAll('.rows .row:first-of-type .cell') ?? [])];
    expect(box(cells[0]).right).toBeCloseTo(box(scroller).right - 1, -1);
    expect(box(cells[1]).right).toBeLessThanOrEqual(box(cells[0]).left + 1);
    gallery.page.style.inlineSize = '420px';
    await new Promise((resolve) => setTimeout(resolve, 200));
    const pinned = grid?.querySelector('.rows .cell.box');
    const before = box(pinned).right;
    scroller?.scrollTo({ left: -200, behavior: 'instant' });
    expect(scroller?.scrollLeft).toBe(-200);
    expect(box(pinned).right).toBeCloseTo(before, 0);
  });

  it('a menu opens from its button towards the left, inside the window', async () => {
    const gallery = await openRightToLeft();
    const button = gallery.get('.rows .more');
    button.click();
    await gallery.until(() => gallery.all('[role=menu]:popover-open').length > 0);
    const menu = box(gallery.get('[role=menu]'));
    expect(menu.left).toBeGreaterThanOrEqual(0);
    expect(menu.right).toBeLessThanOrEqual(innerWidth);
  });

  it('has nothing that axe objects to', { timeout: 60_000 }, async () => {
    const gallery = await openRightToLeft();
    await chai(gallery.page).to.be.accessible({ ignoredRules: ['landmark-unique'] });
  });
});

describe('in colours that the system forces', () => {
  it('every control has an edge, and what is chosen or marked is told from the rest', async () => {
    const gallery = await openGallery();
    await emulate({ name: 'forced-colors', value: 'active' });
    const controls = everything(gallery.page).filter(
      (one) =>
        one.matches('select, textarea, input:not([type=file]), .button:not(.plain), .chip') &&
        one.checkVisibility() &&
        one.closest('.visually-hidden') === null,
    );
    expect(controls.length).toBeGreaterThan(40);
    for (const control of controls) {
      const { borderTopWidth, borderTopStyle, appearance } = getComputedStyle(control);
      const hasEdge = parseFloat(borderTopWidth) > 0 && borderTopStyle !== 'none';
      expect(hasEdge || appearance === 'auto', control.outerHTML.slice(0, 200)).toBe(true);
    }
    const differs = (one: string, other: string): void => {
      const [first, second] = [one, other].map((selector) => {
        const style = getComputedStyle(gallery.get(selector));
        return [
          style.border,
          style.borderInlineStart,
          style.backgroundColor,
          style.color,
          style.stroke,
        ].join();
      });
      expect(first, `${one} like ${other}`).not.toBe(second);
    };
    // Which section is the current one depends on where somebody has scrolled to.
    gallery.get('nav li button').setAttribute('aria-current', 'true');
    differs('.chip[aria-pressed=true]', '.chip[aria-pressed=false]');
    differs('.rows .row[aria-selected=true] .cell', '.rows .row[aria-selected=false] .cell');
    differs('nav button[aria-current=true]', 'nav button:not([aria-current=true])');
    differs('.bars .succeeded', '.bars .failed');
    const bar = getComputedStyle(gallery.get('.row.changed'), '::before').backgroundColor;
    expect(bar).not.toBe(getComputedStyle(gallery.get('.card')).backgroundColor);
    const progress = gallery.get('[part=progress] > :not(.left)');
    expect(getComputedStyle(progress).backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
  });
});
