import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyView, type ColumnFilter, type GridView } from '../../../src/components/data-grid/grid-view.js';
import type { GridRowsChange } from '../../../src/components/data-grid/grid-rows.js';
import { naiveView } from './naive-view.js';
import { gridRowsGrowing, idsOf, names, people, personColumns, shownIds, type Person } from './people.js';

const columnIds = personColumns.map(({ id }) => id);
const texts = fc.oneof(names, fc.constantFrom('a', 'mu', 'MÜ', 's', 'an', 'ann', ' 1', 'yes', '19'));
const bounds = fc.option(fc.oneof(fc.integer({ min: -4, max: 4 }), fc.constantFrom(86_400_000, 172_800_000)));
const filters: fc.Arbitrary<ColumnFilter> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    how: fc.constantFrom('contains' as const, 'lacks' as const, 'starts' as const, 'equals' as const),
    text: texts,
  }),
  fc.record({ kind: fc.constant('choice' as const), values: fc.subarray(['a', 'b', 'c', '']) }),
  fc.record({ kind: fc.constant('boolean' as const), is: fc.boolean() }),
  fc.record({ kind: fc.constant('range' as const), from: bounds, to: bounds }),
  fc.record({ kind: fc.constant('empty' as const), is: fc.boolean() }),
);
const views: fc.Arbitrary<GridView> = fc.record({
  columns: fc.constant([]),
  sort: fc.uniqueArray(fc.record({ id: fc.constantFrom(...columnIds), isDescending: fc.boolean() }), {
    selector: ({ id }) => id,
    maxLength: 3,
  }),
  filters: fc.dictionary(fc.constantFrom(...columnIds), filters, { maxKeys: 2 }),
  query: fc.oneof(fc.constant(''), texts),
});

describe.each([
  ['at once', undefined],
  ['little by little', 0],
])('rows of a grid that are put in order %s', (_how, growingFrom) => {
  const gridRowsOf = (...pages: (readonly Person[])[]) => gridRowsGrowing(growingFrom, ...pages);

  it('are shown as plain filtering and sorting would, whatever was looked at before', () => {
    fc.assert(
      fc.property(people, fc.array(views, { minLength: 1, maxLength: 5 }), (rows, looks) => {
        const grid = gridRowsOf(rows);
        for (const view of looks) {
          grid.arrange(view);
          expect(shownIds(grid)).toEqual(idsOf(naiveView(rows, view)));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('follow each letter of a query and of a filter, forwards and backwards', () => {
    fc.assert(
      fc.property(
        people,
        texts,
        fc.constantFrom('contains', 'lacks', 'starts', 'equals'),
        (rows, text, how) => {
          const grid = gridRowsOf(rows);
          const steps = Array.from(text, (_letter, index) => text.slice(0, index + 1));
          for (const typed of [...steps, ...steps.toReversed(), '']) {
            for (const change of [
              { query: typed },
              { filters: { name: { kind: 'text', how, text: typed } as const } },
            ]) {
              grid.arrange({ ...emptyView, ...change });
              expect(shownIds(grid)).toEqual(idsOf(naiveView(rows, { ...emptyView, ...change })));
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('come in pages, in any order, and end up where all at once would', () => {
    fc.assert(
      fc.property(people, views, fc.array(fc.nat(40), { maxLength: 5 }), (rows, view, cuts) => {
        const grid = gridRowsOf();
        grid.arrange(view);
        const edges = [
          0,
          ...cuts.map((cut) => Math.min(cut, rows.length)).sort((a, b) => a - b),
          rows.length,
        ];
        edges.slice(1).forEach((end, index) => grid.add(rows.slice(edges[index], end)));
        expect(shownIds(grid)).toEqual(idsOf(naiveView(rows, view)));
        expect(idsOf([...grid.all])).toEqual(idsOf(rows));
      }),
    );
  });

  it('end up in one order whichever page comes first, where the sort leaves no equals', () => {
    fc.assert(
      fc.property(people, fc.boolean(), fc.nat(40), (rows, isDescending, cut) => {
        const numbered = rows.map((row, score) => ({ ...row, score }));
        const view = {
          ...emptyView,
          sort: [
            { id: 'name', isDescending },
            { id: 'score', isDescending: true },
          ],
        };
        const [one, other] = [gridRowsOf(), gridRowsOf()];
        for (const grid of [one, other]) grid.arrange(view);
        for (const page of [numbered.slice(0, cut), numbered.slice(cut)]) one.add(page);
        for (const page of [numbered.slice(cut), numbered.slice(0, cut)]) other.add(page);
        expect(shownIds(one)).toEqual(shownIds(other));
      }),
    );
  });

  it('are found by key, and nothing else is', () => {
    fc.assert(
      fc.property(people, views, fc.integer(), (rows, view, key) => {
        const grid = gridRowsOf(rows);
        grid.arrange(view);
        for (let position = 0; position < grid.length; position += 1) {
          expect(grid.positionOf(grid.at(position)?.id ?? NaN)).toBe(position);
        }
        expect(grid.rowOf(key)).toBe(rows.find(({ id }) => id === key));
        expect(grid.at(grid.length)).toBeUndefined();
        const hidden = rows.filter(({ id }) => !shownIds(grid).includes(id));
        for (const { id } of hidden) expect(grid.positionOf(id)).toBe(-1);
      }),
    );
  });

  it('keep their place when they change, until the next look puts them where they belong', () => {
    fc.assert(
      fc.property(people, people, views, views, (rows, changed, view, next) => {
        const grid = gridRowsOf(rows);
        grid.arrange(view);
        const before = shownIds(grid);
        const known = changed.filter(({ id }) => rows.some((row) => row.id === id));
        for (const row of changed) expect(grid.update(row)).toBe(known.includes(row));
        expect(shownIds(grid)).toEqual(before);
        for (const row of known) expect(grid.rowOf(row.id)).toBe(row);
        const now = rows.map((row) => known.find(({ id }) => id === row.id) ?? row);
        for (const look of [next, view]) {
          grid.arrange(look);
          expect(shownIds(grid)).toEqual(idsOf(naiveView(now, look)));
        }
      }),
    );
  });

  it('come to light by a change even where one looks only closer at what was shown', () => {
    fc.assert(
      fc.property(people, people, (rows, changed) => {
        const grid = gridRowsOf(rows);
        grid.arrange({ query: 'a' });
        for (const row of changed) grid.update(row);
        const closer = { ...emptyView, query: 'an' };
        grid.arrange(closer);
        const now = rows.map((row) => changed.find(({ id }) => id === row.id) ?? row);
        expect(shownIds(grid)).toEqual(idsOf(naiveView(now, closer)));
      }),
    );
  });

  it('are counted whatever is shown, and the count follows each change', () => {
    fc.assert(
      fc.property(people, people, views, (rows, more, view) => {
        const isInTeam = ({ team }: Person) => team === 'a';
        const grid = gridRowsOf(rows);
        grid.arrange(view);
        expect(grid.count(isInTeam)).toBe(rows.filter(isInTeam).length);
        grid.add(more);
        expect(grid.count(isInTeam)).toBe([...grid.all].filter(isInTeam).length);
      }),
    );
  });

  it('obey a rule from outside beside the filters, and let go of it', () => {
    fc.assert(
      fc.property(people, views, (rows, view) => {
        const grid = gridRowsOf(rows);
        grid.arrange(view);
        const isInTeam = ({ team }: Person) => team === 'a';
        grid.setScope(isInTeam);
        expect(shownIds(grid)).toEqual(idsOf(naiveView(rows.filter(isInTeam), view)));
        grid.setScope(({ team }) => team === 'b');
        expect(shownIds(grid)).toEqual(
          idsOf(
            naiveView(
              rows.filter(({ team }) => team === 'b'),
              view,
            ),
          ),
        );
        grid.setScope(undefined);
        expect(shownIds(grid)).toEqual(idsOf(naiveView(rows, view)));
      }),
    );
  });

  it('look at other columns and other words once they are told of them', () => {
    const rows = [
      { id: 1, name: 'B', team: 'a', isActive: true, born: null, score: 1 },
      { id: 2, name: 'A', team: 'b', isActive: false, born: null, score: 2 },
    ];
    const grid = gridRowsOf(rows);
    grid.arrange({ sort: [{ id: 'name', isDescending: false }], query: 'nein' });
    expect(shownIds(grid)).toEqual([]);
    grid.setColumns(
      personColumns.map((column) =>
        column.id === 'isActive' ? { ...column, text: ({ isActive }) => (isActive ? 'Ja' : 'Nein') } : column,
      ),
      'de',
    );
    expect(shownIds(grid)).toEqual([2]);
    grid.arrange({ query: '' });
    expect(shownIds(grid)).toEqual([2, 1]);
  });

  it('ask nothing of columns that are not there', () => {
    const grid = gridRowsOf([{ id: 1, name: 'A', team: 'a', isActive: true, born: null, score: 1 }]);
    grid.arrange({
      sort: [{ id: 'gone', isDescending: true }],
      filters: { gone: { kind: 'text', how: 'equals', text: 'x' } },
    });
    expect(shownIds(grid)).toEqual([1]);
  });

  it('tell each listener what has changed until it leaves', () => {
    const grid = gridRowsOf();
    const heard: GridRowsChange[] = [];
    const leave = grid.subscribe((change) => heard.push(change));
    const row = { id: 1, name: 'A', team: 'a', isActive: true, born: null, score: 1 };
    grid.add([row]);
    grid.add([row]);
    grid.update(row);
    grid.update({ ...row, id: 2 });
    grid.arrange({ query: 'a' });
    grid.selection.toggle(1);
    grid.clear();
    leave();
    grid.add([row]);
    expect(heard).toEqual(['order', 'rows', 'rows', 'order', 'selection', 'order', 'selection']);
  });

  it('are gone after clearing, with what was selected; the view stays', () => {
    fc.assert(
      fc.property(people, people, views, (rows, others, view) => {
        const grid = gridRowsOf(rows);
        grid.arrange(view);
        grid.selection.setShown(true);
        grid.clear();
        expect([grid.length, grid.all.length, grid.selection.size]).toEqual([0, 0, 0]);
        grid.add(others);
        expect(shownIds(grid)).toEqual(idsOf(naiveView(others, view)));
        expect(grid.selection.size).toBe(0);
      }),
    );
  });
});
