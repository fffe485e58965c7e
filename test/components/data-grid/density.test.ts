import { userEvent } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import { manyPeople, openPeople, waitUntil, type DataGridStage } from './stage.js';

const MANY = 100_000;

async function openMany(prepare: (grid: DataGridStage['element']) => void): Promise<DataGridStage> {
  const stage = await openPeople(manyPeople(MANY));
  prepare(stage.element);
  await frames();
  return stage;
}

/** Sizes are watched, so they are right with the next picture. */
async function frames(): Promise<void> {
  for (let count = 0; count < 3; count += 1) await new Promise(requestAnimationFrame);
}

function head(stage: DataGridStage): DOMRect {
  return stage.get('.head').getBoundingClientRect();
}

/** The row (from 0) of which the upper edge lies at the header, as somebody sees it. */
function topRow(stage: DataGridStage): { index: number; above: number } {
  const { bottom, left } = head(stage);
  const row = stage.root.elementFromPoint(left + 60, bottom + 2)?.closest<HTMLElement>('.rows .row');
  if (!row) throw new Error('No row below the header.');
  return { index: Number(row.dataset.row) - 1, above: bottom - row.getBoundingClientRect().top };
}

function focusedRow(stage: DataGridStage): HTMLElement {
  const row = stage.root.activeElement?.closest<HTMLElement>('.rows .row');
  if (!row) throw new Error('No row has the focus.');
  return row;
}

/** Between header and lower edge. */
function isInSight(stage: DataGridStage, row: HTMLElement): boolean {
  const { top, bottom } = row.getBoundingClientRect();
  return top >= head(stage).bottom - 1 && bottom <= stage.get('.scroller').getBoundingClientRect().bottom + 1;
}

describe.each([
  { density: 'compact', row: 28, header: 28 },
  { density: undefined, row: 36, header: 32 },
  { density: 'comfortable', row: 44, header: 40 },
] as const)('100,000 rows, $density', ({ density, row, header }) => {
  it('stand as far apart as they are high, also far below', async () => {
    const stage = await openMany((grid) => (grid.density = density));
    expect(head(stage).height).toBe(header);
    expect(stage.get('.rows').getBoundingClientRect().height).toBe(MANY * row);
    stage.get('.scroller').scrollTop = 70_000 * row;
    await frames();
    expect(topRow(stage)).toEqual({ index: 70_000, above: 0 });
    const [first, second] = [70_001, 70_002].map((index) => stage.get(`.row[data-row="${index}"]`));
    expect(first?.offsetHeight).toBe(row);
    expect((second?.getBoundingClientRect().top ?? 0) - (first?.getBoundingClientRect().top ?? 0)).toBe(row);
  });

  it('are walked through by keyboard, and what has the focus is seen', async () => {
    const stage = await openMany((grid) => (grid.density = density));
    stage.element.focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    expect(focusedRow(stage).dataset.row).toBe(String(MANY));
    expect(isInSight(stage, focusedRow(stage))).toBe(true);
    await userEvent.keyboard('{ArrowUp}{PageUp}');
    const page = Math.floor((stage.get('.scroller').clientHeight - header) / row);
    expect(focusedRow(stage).dataset.row).toBe(String(MANY - 1 - page));
    expect(isInSight(stage, focusedRow(stage))).toBe(true);
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    expect(focusedRow(stage).dataset.row).toBe('1');
    expect(isInSight(stage, focusedRow(stage))).toBe(true);
  });
});

describe('the height of rows', () => {
  it('is taken from anywhere above and in any unit', async () => {
    const stage = await openPeople();
    const around = stage.element.parentElement;
    around?.style.setProperty('--portal-row-height', '2.5rem');
    around?.style.setProperty('--portal-control-height', 'calc(1rem + 10px)');
    await frames();
    expect(stage.get('.rows .row').offsetHeight).toBe(40);
    expect(head(stage).height).toBe(26);
  });

  it('may change while somebody reads: what is at the upper edge stays there, and so does the focus', async () => {
    const stage = await openMany((grid) => (grid.density = 'comfortable'));
    stage.element.focus();
    stage.get('.scroller').scrollTop = 50_000 * 44 + 22;
    await frames();
    await userEvent.keyboard('{ArrowDown}');
    const focused = focusedRow(stage).dataset.row;
    stage.get('.scroller').scrollTop = 50_000 * 44 + 22;
    await frames();
    for (const [density, row] of [['compact', 28] as const, ['comfortable', 44] as const]) {
      stage.element.density = density;
      await waitUntil(() => stage.get('.rows .row').offsetHeight === row);
      await frames();
      expect(topRow(stage)).toEqual({ index: 50_000, above: row / 2 });
      expect(focusedRow(stage).dataset.row).toBe(focused);
    }
  });

  it('is right for a grid that is first shown later', async () => {
    const stage = await openPeople();
    stage.element.hidden = true;
    stage.element.density = 'compact';
    await frames();
    stage.element.hidden = false;
    await frames();
    expect(stage.get('.rows .row').offsetHeight).toBe(28);
    expect(stage.get('.rows').offsetHeight).toBe(200 * 28);
  });

  it('stays usable where the token is nonsense', async () => {
    const stage = await openPeople();
    for (const [value, height] of [
      ['red', 36],
      ['3px', 20],
      ['900px', 96],
    ] as const) {
      stage.element.style.setProperty('--portal-row-height', value);
      await frames();
      expect(stage.get('.rows .row').offsetHeight, value).toBe(height);
    }
  });
});
