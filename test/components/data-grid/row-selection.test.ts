import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyView } from '../../../src/components/data-grid/grid-view.js';
import type { GridRows } from '../../../src/components/data-grid/grid-rows.js';
import { gridRowsOf, idsOf, people, shownIds, type Person } from './people.js';

/** The rows and beside them the same selection as a plain set: after each step both must say the same. */
interface Model {
  readonly rows: readonly Person[];
  readonly selected: Set<number>;
}

interface Step {
  readonly name: string;
  readonly run: (model: Model, grid: GridRows<Person>) => void;
}

function shown(grid: GridRows<Person>): number[] {
  return shownIds(grid).filter((id) => id !== undefined);
}

function put({ selected }: Model, ids: readonly number[], isSelected: boolean): void {
  for (const id of ids)
    if (isSelected) selected.add(id);
    else selected.delete(id);
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.nat(40).map((index) => ({
    name: `toggle ${index}`,
    run: (model: Model, grid: GridRows<Person>) => {
      const { id } = model.rows[index % model.rows.length] ?? { id: -1 };
      put(model, idsOf(model.rows).includes(id) ? [id] : [], !model.selected.has(id));
      grid.selection.toggle(id);
    },
  })),
  fc.tuple(fc.nat(40), fc.nat(40), fc.boolean()).map(([from, to, isSelected]) => ({
    name: `range ${from} ${to} ${isSelected}`,
    run: (model: Model, grid: GridRows<Person>) => {
      const ids = shown(grid);
      const [first, last] = [from % Math.max(1, ids.length), to % Math.max(1, ids.length)];
      put(model, ids.slice(Math.min(first, last), Math.max(first, last) + 1), isSelected);
      grid.selection.range(ids[first] ?? -1, ids[last] ?? -1, isSelected);
    },
  })),
  fc.boolean().map((isSelected) => ({
    name: `shown ${isSelected}`,
    run: (model: Model, grid: GridRows<Person>) => {
      put(model, shown(grid), isSelected);
      grid.selection.setShown(isSelected);
    },
  })),
  fc.constant({
    name: 'invert',
    run: (model: Model, grid: GridRows<Person>) => {
      for (const id of shown(grid)) put(model, [id], !model.selected.has(id));
      grid.selection.invertShown();
    },
  }),
  fc.constant({
    name: 'clear',
    run: (model: Model, grid: GridRows<Person>) => {
      model.selected.clear();
      grid.selection.clear();
    },
  }),
  fc.constantFrom('', 'a', 'ann', 'yes').map((query) => ({
    name: `search ${query}`,
    run: (_model: Model, grid: GridRows<Person>) => grid.arrange({ query }),
  })),
  fc.boolean().map((isDescending) => ({
    name: `sort ${isDescending}`,
    run: (_model: Model, grid: GridRows<Person>) => grid.arrange({ sort: [{ id: 'name', isDescending }] }),
  })),
);

describe('selection of rows', () => {
  it('is what a plain set of keys would be, through filter and order', () => {
    fc.assert(
      fc.property(people, fc.array(steps, { maxLength: 15 }), (rows, taken) => {
        const grid = gridRowsOf(rows);
        const model: Model = { rows, selected: new Set() };
        for (const step of taken) {
          step.run(model, grid);
          const shownSelected = shown(grid).filter((id) => model.selected.has(id)).length;
          expect(new Set(grid.selection.keys()), step.name).toEqual(model.selected);
          expect(grid.selection.size, step.name).toBe(model.selected.size);
          expect(grid.selection.shownSize, step.name).toBe(shownSelected);
          for (const { id } of rows) expect(grid.selection.has(id)).toBe(model.selected.has(id));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives its rows in the order of the view, also those that are not shown', () => {
    fc.assert(
      fc.property(people, fc.boolean(), (rows, isDescending) => {
        const grid = gridRowsOf(rows);
        grid.arrange({ sort: [{ id: 'name', isDescending }] });
        const all = shownIds(grid);
        grid.selection.setShown(true);
        grid.arrange({ query: 'an' });
        expect(idsOf(grid.selected())).toEqual(all);
      }),
    );
  });

  it('says of the shown rows whether all, some or none are selected', () => {
    const [one, two] = [1, 2].map((id) => ({
      id,
      name: `row ${id}`,
      team: 'a',
      isActive: null,
      born: null,
      score: null,
    })) as [Person, Person];
    const grid = gridRowsOf([one, two]);
    const said = () => grid.selection.shownState;
    expect(said()).toBe('none');
    grid.selection.toggle(1);
    expect(said()).toBe('some');
    grid.arrange({ query: 'row 1' });
    expect(said()).toBe('all');
    grid.arrange({ query: 'row 2' });
    expect(said()).toBe('none');
    grid.arrange({ query: 'nothing' });
    expect(said()).toBe('none');
    grid.arrange(emptyView);
    grid.selection.set([1, 2]);
    expect(said()).toBe('all');
  });

  it('passes over keys of no row, and ranges that end outside of what is shown', () => {
    const grid = gridRowsOf([{ id: 1, name: 'a', team: '', isActive: null, born: null, score: null }]);
    grid.selection.set([7, 8]);
    grid.selection.toggle(9);
    grid.selection.range(1, 7);
    expect(grid.selection.size).toBe(0);
  });

  it('does not select rows that come later', () => {
    fc.assert(
      fc.property(people, fc.nat(40), (rows, cut) => {
        const grid = gridRowsOf(rows.slice(0, cut));
        grid.selection.setShown(true);
        grid.add(rows.slice(cut));
        expect(grid.selection.size).toBe(Math.min(cut, rows.length));
      }),
    );
  });
});
