import { aTimeout, fixture, html } from '@open-wc/testing';
import { ContextProvider } from '@lit/context';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localLayouts } from '../../../src/components/data-grid/local-layouts.js';
import { gridLayoutContext } from '../../../src/components/shared/index.js';
import { PortalDataGrid } from '../../../src/components/data-grid/data-grid.js';
import type { GridLayout, GridLayoutStore } from '../../../src/contract/index.js';
import { gridRowsOf, type Person } from './people.js';

const layout: GridLayout = {
  columns: [{ id: 'team', width: 200, isHidden: false, isPinned: true }],
  sort: [{ id: 'name', isDescending: true }],
};
const SAVED_AFTER = 450;

/** A store whose answers come when they are let go. */
class SlowStore implements GridLayoutStore {
  readonly saved: [string, GridLayout][] = [];
  answer: (layout: GridLayout | undefined) => void = () => undefined;
  load(): Promise<GridLayout | undefined> {
    return new Promise((resolve) => {
      this.answer = resolve;
    });
  }
  save(gridId: string, saved: GridLayout): Promise<void> {
    this.saved.push([gridId, saved]);
    return Promise.resolve();
  }
}

async function show(rows = gridRowsOf(), layouts?: GridLayoutStore): Promise<PortalDataGrid<Person>> {
  const grid = new PortalDataGrid<Person>();
  grid.gridId = 'people';
  grid.rows = rows;
  grid.layouts = layouts;
  await fixture(html`<div>${grid}</div>`);
  await aTimeout(0);
  return grid;
}

const arranged = ({ rows }: PortalDataGrid<Person>) => ({
  columns: rows?.view.columns,
  sort: rows?.view.sort,
});

describe('a grid that remembers how it was arranged', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('comes back as it was left, in the page’s own storage', async () => {
    const grid = await show();
    grid.rows?.arrange(layout);
    await aTimeout(SAVED_AFTER);
    expect(await localLayouts.load('people')).toEqual(layout);
    grid.remove();
    expect(arranged(await show())).toEqual(layout);
  });

  it('keeps nothing of what was searched and filtered', async () => {
    const grid = await show();
    grid.rows?.arrange({ ...layout, query: 'Adler', filters: { name: { kind: 'empty', is: true } } });
    await aTimeout(SAVED_AFTER);
    expect(Object.values(localStorage).join()).toContain('team');
    expect(Object.values(localStorage).join()).not.toMatch(/Adler|filters/);
  });

  it('saves at once when it goes', async () => {
    const grid = await show();
    grid.rows?.arrange(layout);
    grid.remove();
    expect(await localLayouts.load('people')).toEqual(layout);
  });

  it('uses the place that an ancestor provides, and nothing of the page', async () => {
    const store = new SlowStore();
    const around = await fixture<HTMLDivElement>(html`<div></div>`);
    new ContextProvider(around, { context: gridLayoutContext, initialValue: store }).hostConnected();
    const grid = new PortalDataGrid<Person>();
    grid.gridId = 'people';
    grid.rows = gridRowsOf();
    around.append(grid);
    await grid.updateComplete;
    store.answer(layout);
    await aTimeout(0);
    expect(arranged(grid)).toEqual(layout);
    grid.rows.arrange({ sort: [] });
    await aTimeout(SAVED_AFTER);
    expect(store.saved).toEqual([['people', { ...layout, sort: [] }]]);
    expect(localStorage.length).toBe(0);
  });

  it('lets stand what was arranged before the answer, and keeps that', async () => {
    const store = new SlowStore();
    const grid = await show(gridRowsOf(), store);
    grid.rows?.arrange({ sort: [{ id: 'score', isDescending: false }] });
    store.answer(layout);
    await aTimeout(SAVED_AFTER);
    expect(arranged(grid)).toEqual({ columns: [], sort: [{ id: 'score', isDescending: false }] });
    expect(store.saved).toEqual([['people', { columns: [], sort: [{ id: 'score', isDescending: false }] }]]);
  });

  it('arranges other rows in the same way, without asking again', async () => {
    const store = new SlowStore();
    const grid = await show(gridRowsOf(), store);
    store.answer(layout);
    await aTimeout(0);
    grid.rows = gridRowsOf();
    await grid.updateComplete;
    expect(arranged(grid)).toEqual(layout);
    expect(store.saved).toEqual([]);
  });

  it('passes over what is broken, and works where nothing can be kept', async () => {
    for (const broken of ['{', '7', '{"columns":[],"sort":"name"}']) {
      localStorage.setItem('portal-grid:people', broken);
      expect(await localLayouts.load('people')).toBeUndefined();
    }
    const refusing: GridLayoutStore = {
      load: () => Promise.reject(new Error('out of reach')),
      save: () => Promise.reject(new Error('out of reach')),
    };
    const grid = await show(gridRowsOf(), refusing);
    grid.rows?.arrange(layout);
    await aTimeout(SAVED_AFTER);
    expect(arranged(grid)).toEqual(layout);
  });

  it('shows its columns where what was remembered names some that are gone', async () => {
    const gone = { id: 'gone', width: 100, isHidden: false, isPinned: false };
    await localLayouts.save('people', { columns: [gone], sort: [{ id: 'gone', isDescending: true }] });
    const grid = await show(
      gridRowsOf([{ id: 1, name: 'A', team: 'a', isActive: true, born: null, score: 1 }]),
    );
    await grid.updateComplete;
    const headers = [...grid.renderRoot.querySelectorAll('[role=columnheader]')];
    expect(headers.map((header) => header.textContent.trim()).join()).toMatch(/Name.*Team.*Score/);
    expect(grid.rows?.length).toBe(1);
  });

  it('tells and takes its whole view as a property', async () => {
    const grid = await show();
    const view = { ...layout, filters: {}, query: 'an' };
    grid.view = view;
    expect(grid.view).toEqual(view);
    const other = new PortalDataGrid<Person>();
    other.view = grid.view;
    other.rows = gridRowsOf();
    await fixture(html`<div>${other}</div>`);
    expect(other.rows.view).toEqual(view);
  });
});
