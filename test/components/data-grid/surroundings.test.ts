import { elementUpdated } from '@open-wc/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMemoryClient, manyContacts } from '../../../src/clients/memory/index.js';
import { openWith, withRows, type Stage } from '../contact-grid/stage.js';
import { emulate, usualWindow, zoomedWindow } from './emulation.js';

/** The grid with the most around it, and enough rows to scroll. */
async function openContacts(): Promise<Stage> {
  const stage = await openWith(createMemoryClient({ seed: withRows(manyContacts(200)) }));
  await stage.until(() => stage.has('.rows .row'));
  return stage;
}

async function enterGrid(stage: Stage): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    await userEvent.keyboard('{Tab}');
    if (stage.focused?.closest('[role=grid]')) return;
  }
  throw new Error('The Tab key does not lead into the grid.');
}

/** Every control outside the rows that somebody can see. */
function controlsAround({ root, gridRoot }: Stage): HTMLElement[] {
  return [root, gridRoot]
    .flatMap((one) => [...one.querySelectorAll<HTMLElement>('button, input')])
    .filter((control) => control.closest('[role=grid]') === null && control.checkVisibility());
}

afterEach(async () => {
  await emulate();
  await usualWindow();
});

describe('at a zoom of 200 %', () => {
  it('loses nothing: only the rows scroll sideways, everything around them wraps', async () => {
    await zoomedWindow();
    const stage = await openContacts();
    await stage.click('.box input', stage.rows[0]);
    const page = document.documentElement;
    expect(page.scrollWidth).toBeLessThanOrEqual(page.clientWidth);
    const controls = controlsAround(stage);
    expect(controls.length).toBeGreaterThan(12);
    for (const control of controls) {
      control.scrollIntoView({ block: 'center' });
      const { left, right, top, height } = control.getBoundingClientRect();
      expect([left >= 0, right <= page.clientWidth, height > 0], control.outerHTML).toEqual([
        true,
        true,
        true,
      ]);
      expect(isHit(control, (left + right) / 2, top + height / 2), control.outerHTML).toBe(true);
    }
  });

  it('shows what has the focus in every column and row that one comes to', async () => {
    await zoomedWindow();
    const stage = await openContacts();
    await enterGrid(stage);
    const count = Number(stage.get('[role=grid]').ariaColCount);
    await userEvent.keyboard('{Home}');
    for (let column = 1; column <= count; column += 1) {
      expect(stage.focusedPlace).toBe(`2:${column}`);
      expectInSight(stage);
      await userEvent.keyboard('{ArrowRight}');
    }
    await userEvent.keyboard('{Home}{ArrowRight}');
    for (let row = 2; row <= 20; row += 1) {
      expect(stage.focusedPlace).toBe(`${row}:2`);
      expectInSight(stage);
      await userEvent.keyboard('{ArrowDown}');
    }
  });

  it('opens its menus inside the window', async () => {
    await zoomedWindow();
    const stage = await openContacts();
    const openers = ['[popovertarget=chooser]', '[popovertarget=export]', '.head .title .menu-button'];
    for (const opener of openers) {
      await stage.click(opener, stage.gridRoot);
      await stage.until(() => stage.has(':popover-open', stage.gridRoot));
      const popover = stage.get(':popover-open', stage.gridRoot);
      const { left, right, top, bottom } = popover.getBoundingClientRect();
      expect([left >= 0, right <= innerWidth, top >= 0, bottom <= innerHeight], opener).toEqual([
        ...[true, true, true, true],
      ]);
      popover.hidePopover();
    }
  });
});

describe('in colours that the system forces', () => {
  it('tells selected rows, chosen filters, filtered columns and the focus from others', async () => {
    await emulate({ name: 'forced-colors', value: 'active' });
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    const stage = await openContacts();
    await stage.click('.box input', stage.rows[0]);
    const ground = (row: number): string =>
      getComputedStyle(stage.get('.cell.title', stage.rows[row])).backgroundColor;
    expect(ground(0)).not.toBe(ground(1));
    // What leads on from a selected row is as legible as its text.
    await stage.click('.chip:nth-of-type(3)');
    await stage.click('[role=columnheader] input', stage.gridRoot);
    const link = stage.get('.row[aria-selected=true] .level button', stage.gridRoot);
    expect(getComputedStyle(link).color).toBe(getComputedStyle(link.parentElement ?? link).color);
    await stage.click('.chip:first-of-type');

    const edge = (selector: string): string => getComputedStyle(stage.get(selector)).borderTopColor;
    expect(edge('.chip[aria-pressed=true]')).not.toBe(edge('.chip[aria-pressed=false]'));

    const grid = stage.root.querySelector('portal-data-grid');
    grid?.rows?.arrange({ filters: { title: { kind: 'text', how: 'contains', text: 'e' } } });
    await elementUpdated(stage.element);
    const funnel = getComputedStyle(stage.get('.head .title .funnel')).backgroundColor;
    expect(funnel).not.toBe(getComputedStyle(stage.get('.head .title')).backgroundColor);

    await enterGrid(stage);
    for (const isSelected of ['true', 'false']) {
      expect(stage.focused?.closest('[role=row]')?.ariaSelected).toBe(isSelected);
      expectOutline(stage);
      const { outlineColor, backgroundColor } = getComputedStyle(stage.focused ?? document.body);
      expect(contrast(outlineColor, backgroundColor)).toBeGreaterThanOrEqual(3);
      await userEvent.keyboard(' ');
    }
  });
});

describe('for whoever wants no motion', () => {
  it('neither moves nor fades: what is asked for is there at once', async () => {
    const stage = await openContacts();
    expect(movingParts(stage)).not.toEqual([]);
    await emulate({ name: 'prefers-reduced-motion', value: 'reduce' });
    expect(movingParts(stage)).toEqual([]);
    await enterGrid(stage);
    await userEvent.keyboard('{Control>}{End}{/Control}');
    expect(stage.focusedPlace.startsWith('201:')).toBe(true);
    expectInSight(stage);
  });
});

/** Whether a click there would be the control's, or its label's. */
function isHit(control: HTMLElement, x: number, y: number): boolean {
  const root = control.getRootNode();
  const hit = root instanceof ShadowRoot ? root.elementFromPoint(x, y) : null;
  return hit !== null && (control.contains(hit) || hit.contains(control));
}

/** The focused cell lies between the header, what is pinned and the edges, and has an outline. */
function expectInSight(stage: Stage): void {
  const cell = stage.focused?.closest<HTMLElement>('.cell');
  if (!cell) throw new Error('No cell has the focus.');
  const box = cell.getBoundingClientRect();
  const view = stage.get('.scroller').getBoundingClientRect();
  const head = stage.get('.head').getBoundingClientRect();
  const where = `${stage.focusedPlace} ${JSON.stringify({ box, view })}`;
  expect(box.top, where).toBeGreaterThanOrEqual(head.bottom - 1);
  expect(box.bottom, where).toBeLessThanOrEqual(view.bottom + 1);
  for (const x of [box.left + 3, box.right - 3]) {
    const hit = stage.gridRoot.elementFromPoint(x, box.top + box.height / 2);
    expect(hit?.closest('.cell'), where).toBe(cell);
  }
  expectOutline(stage);
}

function expectOutline(stage: Stage): void {
  if (stage.focused === null) throw new Error('Nothing has the focus.');
  const { outlineStyle, outlineWidth, outlineColor, backgroundColor } = getComputedStyle(stage.focused);
  expect(outlineStyle).not.toBe('none');
  expect(parseFloat(outlineWidth)).toBeGreaterThanOrEqual(2);
  expect(outlineColor).not.toBe(backgroundColor);
}

/** WCAG 1.4.11, of two colours without transparency. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? [])
    .map((part) => Number(part) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What would change step by step. */
function movingParts({ root, gridRoot }: Stage): Element[] {
  return [root, gridRoot]
    .flatMap((one) => [...one.querySelectorAll('*')])
    .filter((element) => {
      const { transitionProperty, transitionDuration, scrollBehavior } = getComputedStyle(element);
      const isMoving = transitionProperty !== 'none' && parseFloat(transitionDuration) > 0;
      return isMoving || scrollBehavior === 'smooth';
    });
}
