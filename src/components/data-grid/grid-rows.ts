import type { RowTest } from './column-filter.js';
import { collationOf, type Collation } from './collation.js';
import type { GridColumn } from './grid-column.js';
import { emptyView, type GridView } from './grid-view.js';
import { KeyIndex } from './key-index.js';
import { rowTest } from './row-tests.js';
import { RowSelection } from './row-selection.js';
import { hasSameSort, isNarrower } from './view-changes.js';
import { ViewOrder } from './view-order.js';

/** What listeners are told: what rows say, which are shown and in which order, or which are selected. */
export type GridRowsChange = 'rows' | 'order' | 'selection';

export interface GridRowsOptions<Row> {
  /** A row's number: an integer, its own among all rows, the same as long as it lives. */
  readonly key: (row: Row) => number;
  readonly columns: readonly GridColumn<Row>[];
  /** BCP 47: by its rules texts are sorted. */
  readonly locale: string;
  /** So many rows and more are put in order little by little, those first that are looked at. Only tests have few. */
  readonly growingFrom?: number;
}

/** So many rows are put in order little by little: fewer are done within a frame. */
const MANY = 4000;

/**
 * The rows of a grid, which of them are shown, in which order, and which are selected; built for 100,000 of them. A view
 * is an array of places in `all`, and a page that arrives is merged, not sorted again. Knows no element: several can show
 * the same rows.
 */
export class GridRows<Row> {
  readonly selection: RowSelection;
  readonly #key: (row: Row) => number;
  readonly #all: Row[] = [];
  readonly #index = new KeyIndex();
  /** As they were given; whoever shows the rows shows these. */
  #columns: readonly GridColumn<Row>[];
  /** Those with something to search and sort. */
  #contents: readonly GridColumn<Row>[];
  #locale: string;
  #collation: Collation;
  #view = emptyView;
  #scope: RowTest<Row> | undefined;
  /** What the view and the scope ask of a row; undefined = nothing. */
  #test: RowTest<Row> | undefined;
  readonly #order: ViewOrder<Row>;
  /** Places of the shown rows. As long as their order grows, ask that before looking at one. */
  #shown: Int32Array = new Int32Array(0);
  /** 1 for a place that fitted when it was last looked at. */
  #fits = new Uint8Array(0);
  /** Places of rows that changed since then. */
  readonly #touched = new Set<number>();
  readonly #counts = new Map<RowTest<Row>, number>();
  readonly #listeners = new Set<(change: GridRowsChange) => void>();

  constructor({ key, columns, locale, growingFrom = MANY }: GridRowsOptions<Row>) {
    this.#key = key;
    this.#columns = columns;
    this.#contents = columns.filter(hasContent);
    this.#locale = locale;
    this.#collation = collationOf(locale);
    this.#order = new ViewOrder(this.#all, growingFrom);
    this.selection = new RowSelection(
      {
        placeOf: (sought) => this.#index.find(sought),
        keyAt: (place) => this.#index.keyAt(place),
        count: () => this.#all.length,
        shownPlaces: () => this.#shown,
        positionOf: (sought) => this.positionOf(sought),
      },
      () => this.#tell('selection'),
    );
  }

  /** In the order of arrival. */
  get all(): readonly Row[] {
    return this.#all;
  }

  /** How many rows are shown. */
  get length(): number {
    return this.#shown.length;
  }

  get columns(): readonly GridColumn<Row>[] {
    return this.#columns;
  }

  get view(): GridView {
    return this.#view;
  }

  /** The row at a position of the view, from 0. */
  at(position: number): Row | undefined {
    this.#order.settle(position);
    const place = this.#shown[position];
    return place === undefined ? undefined : this.#all[place];
  }

  /** Where a row is shown, or -1. Looks through the view: for one row now and then, as the focus asks. */
  positionOf(key: number): number {
    const place = this.#index.find(key);
    return place < 0 ? -1 : this.#order.positionOf(place, this.#shown);
  }

  keyOf(row: Row): number {
    return this.#key(row);
  }

  /** Where a row stands in `all`, or -1. */
  placeOf(key: number): number {
    return this.#index.find(key);
  }

  rowOf(key: number): Row | undefined {
    return this.#all[this.#index.find(key)];
  }

  /** The selected rows in the order of the view, also those that are not shown. */
  selected(): Row[] {
    return this.#rowsAt(this.#order.sorted()).filter((row) => this.selection.has(this.#key(row)));
  }

  /** The shown rows in their order. */
  shown(): Row[] {
    this.#order.finish();
    return this.#rowsAt(this.#shown);
  }

  /**
   * How many of all rows fit, whatever is shown. Counted once and then kept: ask with the same function again, and only with
   * one that looks at nothing but the row and what `setColumns` tells of.
   */
  count(fits: RowTest<Row>): number {
    let count = this.#counts.get(fits);
    if (count === undefined) {
      count = this.#all.reduce((sum, row) => sum + Number(fits(row)), 0);
      this.#counts.set(fits, count);
    }
    return count;
  }

  /** Takes rows. Those whose key is there already are replaced where they stand, new ones are merged into the view. */
  add(rows: readonly Row[]): void {
    const first = this.#all.length;
    this.#index.reserve(rows.length);
    for (const row of rows) {
      const place = this.#index.add(this.#key(row));
      if (place < 0) {
        this.#all.push(row);
        this.#recount(row, 1);
      } else this.#replaceAt(place, row);
    }
    if (this.#all.length > first) this.#mergeFrom(first);
    this.#tell(this.#all.length > first ? 'order' : 'rows');
  }

  /**
   * Replaces a row; false where its key is not there. It keeps its place in the view even where it no longer fits filter or
   * order: a row must not run away from whoever just edited it. The next `arrange` puts it where it belongs.
   */
  update(row: Row): boolean {
    const place = this.#index.find(this.#key(row));
    if (place < 0) return false;
    this.#replaceAt(place, row);
    this.#tell('rows');
    return true;
  }

  /** Forgets all rows. The view stays. */
  clear(): void {
    this.#all.length = 0;
    this.#index.clear();
    this.#fits.fill(0);
    this.#forgetValues();
    this.#show(new Int32Array(0));
    this.#tell('order');
    this.selection.clear();
  }

  /** Looks at the rows in another way. What `change` doesn't name stays. */
  arrange(change: Partial<GridView>): void {
    const before = this.#view;
    this.#view = { ...before, ...change };
    if (!hasSameSort(before, this.#view)) this.#order.forgetOrder();
    this.#rebuild(isNarrower(before, this.#view));
  }

  /** A quick filter from outside, beside the view's own. */
  setScope(scope: RowTest<Row> | undefined): void {
    if (scope === this.#scope) return;
    const isNarrowing = this.#scope === undefined;
    this.#scope = scope;
    this.#rebuild(isNarrowing);
  }

  /** Other columns, other words or another language: everything that was found out is found out anew. */
  setColumns(columns: readonly GridColumn<Row>[], locale = this.#locale): void {
    if (locale !== this.#locale) this.#collation = collationOf(locale);
    this.#columns = columns;
    this.#contents = columns.filter(hasContent);
    this.#locale = locale;
    this.#forgetValues();
    this.#rebuild(false);
  }

  /** Calls a listener after each change. Call what is returned to end that. */
  subscribe(listener: (change: GridRowsChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(change: GridRowsChange): void {
    for (const listener of this.#listeners) listener(change);
  }

  #rowsAt(places: Int32Array): Row[] {
    const rows: Row[] = [];
    for (const place of places) rows.push(this.#all[place] as Row);
    return rows;
  }

  #replaceAt(place: number, row: Row): void {
    this.#recount(this.#all[place] as Row, -1);
    this.#all[place] = row;
    this.#recount(row, 1);
    this.#touched.add(place);
  }

  #recount(row: Row, by: number): void {
    if (this.#counts.size === 0) return;
    for (const [fits, count] of this.#counts) if (fits(row)) this.#counts.set(fits, count + by);
  }

  #forgetValues(): void {
    this.#counts.clear();
    this.#touched.clear();
    this.#order.forgetRows();
  }

  #show(places: Int32Array): void {
    this.#shown = places;
    this.selection.forgetShown();
  }

  #fitsAt(place: number): boolean {
    const row = this.#all[place] as Row;
    return this.#test === undefined || this.#test(row);
  }

  /** Decides anew which rows are shown, and in which order. */
  #rebuild(isNarrowing: boolean): void {
    this.#test = rowTest(this.#view, this.#contents, this.#scope);
    this.#order.setSort(this.#view.sort, this.#contents, this.#collation);
    this.#lookAtAll(isNarrowing);
    this.#forgetTouched();
    this.#show(this.#order.places(this.#test && this.#fits));
    this.#tell('order');
  }

  /** Narrowing looks only at rows that fitted so far, and at those that have changed. */
  #lookAtAll(isNarrowing: boolean): void {
    const fits = this.#fits;
    if (this.#test === undefined) {
      fits.fill(1);
      return;
    }
    for (let place = 0; place < this.#all.length; place += 1) {
      if (isNarrowing && fits[place] === 0 && !this.#touched.has(place)) continue;
      fits[place] = this.#fitsAt(place) ? 1 : 0;
    }
  }

  #forgetTouched(): void {
    if (this.#touched.size === 0) return;
    this.#touched.clear();
    this.#order.forgetRows();
  }

  /** Takes the rows from a place on into the view. */
  #mergeFrom(first: number): void {
    this.#order.finish();
    this.#order.forgetRows();
    this.#growFits();
    for (let place = first; place < this.#all.length; place += 1)
      this.#fits[place] = this.#fitsAt(place) ? 1 : 0;
    if (first === 0) this.#show(this.#order.places(this.#test && this.#fits));
    else {
      const added = this.#order.sortedFrom(first).filter((place) => this.#fits[place] === 1);
      this.#show(this.#order.merged(this.#shown, added));
    }
  }

  #growFits(): void {
    if (this.#fits.length >= this.#all.length) return;
    const grown = new Uint8Array(Math.max(this.#all.length, this.#fits.length * 2));
    grown.set(this.#fits);
    this.#fits = grown;
  }
}

function hasContent<Row>({ isControls = false }: GridColumn<Row>): boolean {
  return !isControls;
}
