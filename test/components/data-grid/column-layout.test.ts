import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedBy, movedTo, withColumn, withWidth } from '../../../src/components/data-grid/column-changes.js';
import {
  columnViews,
  columnWidths,
  shownColumns,
  stickyCount,
} from '../../../src/components/data-grid/column-layout.js';
import type { GridColumn } from '../../../src/components/data-grid/grid-column.js';
import { emptyView, type ColumnView } from '../../../src/components/data-grid/grid-view.js';

type Column = GridColumn<never>;

function column(id: string, more: Partial<Column> = {}): Column {
  return { id, kind: 'text', label: () => id, width: 100, text: () => '', ...more };
}

const columns = [
  column('name', { isFixed: true }),
  column('a'),
  column('b', { grow: 1 }),
  column('c', { grow: 2, isHiddenAtFirst: true }),
  column('d', { narrowWidth: 50 }),
  column('tools', { isControls: true }),
];

const first = columnViews(columns, emptyView);
const shown = (views: readonly ColumnView[], of = columns): string[] =>
  shownColumns(of, { columns: [...views] }).map((one) => one.column.id);

describe('the layout of columns', () => {
  it('is at first as the columns have it: fixed ones pinned, controls last', () => {
    expect(shown(first)).toEqual(['name', 'a', 'b', 'd', 'tools']);
    expect(first.filter(({ isPinned }) => isPinned).map(({ id }) => id)).toEqual(['name']);
  });

  it('puts a column that a kept view does not know behind its neighbour, and drops those that are gone', () => {
    const kept = [
      ...movedTo(columns, first, 'd', 'a'),
      { id: 'old', width: 60, isHidden: false, isPinned: true },
    ];
    const later = [...columns.slice(0, 2), column('new'), ...columns.slice(2)];
    expect(shown(columnViews(later, { columns: kept }), later)).toEqual([
      'name',
      'd',
      'a',
      'new',
      'b',
      'tools',
    ]);
  });

  it('shows what is needed now even where it is hidden, and keeps it hidden', () => {
    const needed = columns.map((one) => (one.id === 'c' ? { ...one, isShownNow: () => true } : one));
    expect(shown(first, needed)).toEqual(['name', 'a', 'b', 'c', 'd', 'tools']);
    expect(columnViews(needed, { columns: first })).toEqual(first);
  });

  it('moves a column past its neighbours, never past fixed ones, controls or the other side', () => {
    expect(shown(movedBy(columns, first, 'a', 1))).toEqual(['name', 'b', 'a', 'd', 'tools']);
    for (const [id, step] of [
      ['a', -1],
      ['d', 1],
      ['name', 1],
      ['tools', -1],
    ] as const)
      expect(shown(movedBy(columns, first, id, step)), id).toEqual(shown(first));
    const pinned = withColumn(first, 'd', { isPinned: true });
    expect(shown(pinned)).toEqual(['name', 'd', 'a', 'b', 'tools']);
    expect(movedTo(columns, pinned, 'd', 'a')).toEqual(pinned);
  });

  it('allows widths between 40 and 2,000 pixels', () => {
    const widthOf = (width: number): number | null | undefined =>
      withWidth(first, 'a', width).find(({ id }) => id === 'a')?.width;
    expect([widthOf(3), widthOf(77.4), widthOf(9_999)]).toEqual([40, 77, 2000]);
  });

  it('shares what is left over to the last pixel, and takes nothing from anybody', () => {
    const all = shownColumns(columns, { columns: withColumn(first, 'c', { isHidden: false }) });
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 4000 }), (room) => {
        const widths = columnWidths(all, room);
        const least = columnWidths(all, room < 560 ? 100 : 561).map((width, index) =>
          room < 560 ? width : (all[index]?.column.width ?? 0),
        );
        expect(widths.every((width, index) => width >= (least[index] ?? 0))).toBe(true);
        const sum = widths.reduce((one, other) => one + other);
        if (sum !== least.reduce((one, other) => one + other)) expect(sum).toBe(room);
      }),
    );
  });

  it('lets pinned columns stay as long as they leave room for the others', () => {
    const pinned = shownColumns(columns, { columns: withColumn(first, 'a', { isPinned: true }) });
    const widths = pinned.map(() => 100);
    expect([1000, 334, 200, 150].map((room) => stickyCount(pinned, widths, room))).toEqual([2, 2, 1, 0]);
  });
});
