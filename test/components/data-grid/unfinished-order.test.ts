import { describe, expect, it } from 'vitest';
import type { Person } from './people.js';
import { manyPeople, openPeople, waitUntil, type DataGridStage } from './stage.js';

const COUNT = 6000;
/** In no order, with equal names, and beginning alike, so that what is not looked at stays in disorder for a while. */
const crowd: readonly Person[] = manyPeople(COUNT).map((person, index) => ({
  ...person,
  name: `Person ${((index * 7919) % 3001).toString(36)}${index % 5 === 0 ? ' ä' : ''}`,
}));
const { compare } = new Intl.Collator('en');
const right = crowd.toSorted((one, other) => compare(one.name, other.name));
const names = right.map(({ name }) => name);

/** Sorted by the header, a moment ago: the rest of the order is begun 50 ms later. */
async function openSorted(): Promise<DataGridStage> {
  const stage = await openPeople(crowd);
  await stage.click('.head .name .sort');
  return stage;
}

function expectWindow(stage: DataGridStage): void {
  const rows = [...stage.root.querySelectorAll<HTMLElement>('.rows .row')];
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const position = Number(row.ariaRowIndex) - 2;
    expect(row.querySelector('.name')?.textContent).toBe(names[position]);
    expect(row.dataset.row).toBe(String(position + 1));
  }
}

function press(stage: DataGridStage, key: string, init: KeyboardEventInit = {}): void {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...init,
  });
  stage.root.activeElement?.dispatchEvent(event);
}

describe(`a grid of ${COUNT.toLocaleString('en')} rows right after sorting`, () => {
  it('shows the right rows wherever one scrolls', async () => {
    const stage = await openSorted();
    expectWindow(stage);
    const scroller = stage.get('.scroller');
    for (const top of [COUNT * 36, COUNT * 18, 40_000, 0]) {
      scroller.scrollTop = top;
      scroller.dispatchEvent(new Event('scroll'));
      expectWindow(stage);
    }
  });

  it('goes to the last row and to a row that is named', async () => {
    const stage = await openSorted();
    stage.get('.rows .row .name').focus();
    press(stage, 'End', { ctrlKey: true });
    await stage.settle();
    const row = stage.root.activeElement?.closest<HTMLElement>('.row');
    expect(row?.ariaRowIndex).toBe(String(COUNT + 1));
    const key = right[2345]?.id ?? -1;
    expect(await stage.element.goTo(key, 'name')).toBe(true);
    expect(stage.root.activeElement?.closest<HTMLElement>('.row')?.ariaRowIndex).toBe('2347');
    expectWindow(stage);
  });

  it('selects with Shift all that stands between two rows', async () => {
    const stage = await openSorted();
    await stage.click('.rows .row[data-row="3"] .team');
    const scroller = stage.get('.scroller');
    scroller.scrollTop = 100_000;
    scroller.dispatchEvent(new Event('scroll'));
    await stage.click('.rows .row[data-row="2785"] .team', { shiftKey: true });
    const selected = new Set(stage.rows.selection.keys());
    expect(selected).toEqual(new Set(right.slice(2, 2785).map(({ id }) => id)));
  });

  it('keeps the focus in its row, and what is seen, while the order is finished', async () => {
    const stage = await openSorted();
    const scroller = stage.get('.scroller');
    scroller.scrollTop = 90_000;
    scroller.dispatchEvent(new Event('scroll'));
    const cell = stage.get('.rows .row[data-row="2510"] .name');
    cell.focus({ preventScroll: true });
    await stage.settle();
    const before = stage.cells('name');
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(stage.root.activeElement).toBe(cell);
    expect(stage.cells('name')).toEqual(before);
    expect(scroller.scrollTop).toBe(90_000);
    expectWindow(stage);
  });

  it('sorts the other way, and back, before it is done', async () => {
    const stage = await openSorted();
    await stage.click('.head .name .sort');
    const backwards = crowd.toSorted((one, other) => compare(other.name, one.name)).map(({ name }) => name);
    expect(stage.cells('name').slice(0, 10)).toEqual(backwards.slice(0, 10));
    await stage.click('.head .name .sort');
    await waitUntil(() => stage.cells('name')[0] === names[0]);
    expectWindow(stage);
  });
});
