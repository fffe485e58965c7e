import { describe, expect, it } from 'vitest';
import { manyContacts } from '../../../src/clients/memory/index.js';
import { sortName } from '../../../src/model/index.js';
import { openGrid, withRows, type Stage } from './stage.js';

const COUNT = 10_000;
const contacts = manyContacts(COUNT);
const collator = new Intl.Collator('en');
const sortedNames = contacts
  .map(({ contact }) => sortName(contact))
  .sort((one, other) => collator.compare(one, other));

async function openLarge(): Promise<Stage> {
  const stage = await openGrid({ seed: withRows(contacts) });
  await stage.until(() => !stage.has('progress'));
  return stage;
}

/** Scrolls, lets the scroll event happen, which renders at once, and comes to rest, which puts the rows in order. */
async function scroll(stage: Stage, top: number): Promise<void> {
  stage.get('.scroller').scrollTop = top;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const order = (): number[] => stage.rows.map(({ ariaRowIndex }) => Number(ariaRowIndex));
  await stage.until(() => order().every((index, place, all) => place === 0 || index > (all[place - 1] ?? 0)));
}

/** What is seen must be the rows of that place, without a gap, in order, each once. */
function expectWindow(stage: Stage): void {
  const box = stage.get('.scroller').getBoundingClientRect();
  const { rows } = stage;
  const indices = rows.map(({ ariaRowIndex }) => Number(ariaRowIndex));
  expect(indices).toEqual([...new Set(indices)].sort((one, other) => one - other));
  expect(stage.names).toEqual(indices.map((index) => sortedNames[index - 2]));
  const seen = rows
    .map((row) => row.getBoundingClientRect())
    .filter(({ top, bottom }) => bottom > box.top + 32 && top < box.bottom);
  expect(seen[0]?.top).toBeLessThanOrEqual(box.top + 32.5);
  expect(seen.at(-1)?.bottom).toBeGreaterThanOrEqual(box.bottom - 20);
  const gaps = seen.slice(1).map(({ top }, index) => Math.abs(top - (seen[index]?.bottom ?? 0)));
  expect(Math.max(...gaps)).toBeLessThan(0.5);
}

describe('10,000 contacts', () => {
  it('shows the right rows wherever one scrolls, with few elements', async () => {
    const stage = await openLarge();
    const end = stage.get('.scroller').scrollHeight;
    for (const top of [0, 90, 37, 5_000, 4_990, end / 2, end, end - 333, 0]) {
      await scroll(stage, top);
      expectWindow(stage);
      expect(stage.rows.length).toBeLessThan(40);
    }
    expect(stage.get('[role=grid]').ariaRowCount).toBe(String(COUNT + 1));
  });

  it('recycles the elements of rows that leave', async () => {
    const stage = await openLarge();
    await scroll(stage, 36_000);
    const before = new Set(stage.rows);
    await scroll(stage, 72_000);
    expect(stage.rows.filter((row) => before.has(row)).length).toBeGreaterThan(10);
  });

  it('keeps the focused row in the DOM, and the focus on it, while one scrolls away and back', async () => {
    const stage = await openLarge();
    const focused = stage.get('.rows .row:nth-child(3) .name');
    focused.focus();
    for (const top of [400, 5_000, 100_000, 90_000, 0]) {
      await scroll(stage, top);
      expect(stage.focused).toBe(focused);
      expect(focused.isConnected).toBe(true);
    }
  });

  it('goes to the last row and back in one key each', async () => {
    const stage = await openLarge();
    stage.get('.rows .row .name').focus();
    const press = (key: string): boolean =>
      stage.focused?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true })) ===
      true;
    press('End');
    expect(stage.focusedPlace).toBe(`${COUNT + 1}:10`);
    press('Home');
    expect(stage.focusedPlace).toBe('2:1');
  });

  it('filters and sorts all of them, and starts at the top again', async () => {
    const stage = await openLarge();
    await scroll(stage, 50_000);
    await stage.search('celik no-such');
    expect(stage.rows).toHaveLength(0);
    await stage.search('ozturk buchhaltung');
    expect(stage.get('.scroller').scrollTop).toBe(0);
    expect(new Set(stage.names.map((name) => name.split(',')[0]))).toEqual(new Set(['Öztürk']));
    await stage.search('');
    await stage.click('.head .name button');
    expect(stage.names[0]).toBe(sortedNames.at(-1));
  });
});
