import { msg, str } from '@lit/localize';
import { numberWords } from '../shared/index.js';
import { canMove, movedBy, movedTo, withColumn, withWidth } from './column-changes.js';
import { columnViews, shownColumns, type ShownColumn } from './column-layout.js';
import { emptyView, type ColumnFilter, type ColumnView, type SortKey } from './grid-view.js';
import type { GridRows } from './grid-rows.js';
import { orderWords } from './view-words.js';

export interface CommandSource<Row> {
  readonly rows: () => GridRows<Row> | undefined;
  readonly say: (sentence: string) => void;
  /** Other rows are shown now, or the same ones in another order. */
  readonly onOtherRows: (isCounted: boolean) => void;
}

/** What somebody can do with the view: sort, filter, and arrange the columns. Each thing done is said. */
export class ViewCommands<Row> {
  constructor(private readonly source: CommandSource<Row>) {}

  get shown(): ShownColumn<Row>[] {
    const rows = this.source.rows();
    return rows === undefined ? [] : shownColumns(rows.columns, rows.view);
  }

  get columnViews(): ColumnView[] {
    const rows = this.source.rows();
    return rows === undefined ? [] : columnViews(rows.columns, rows.view);
  }

  get sortKeys(): readonly SortKey[] {
    return this.source.rows()?.view.sort ?? [];
  }

  /** By this column alone; the other way round where that is so already. */
  sort(id: string): void {
    const [first, ...others] = this.sortKeys;
    const isDescending = first?.id === id && others.length === 0 && !first.isDescending;
    this.setSort([{ id, isDescending }]);
  }

  /** By this column too, after those that sort already; then the other way round, then not any more. */
  sortToo(id: string): void {
    const key = this.sortKeys.find((one) => one.id === id);
    if (key === undefined) this.setSort([...this.sortKeys, { id, isDescending: false }]);
    else if (key.isDescending) this.setSort(this.sortKeys.filter((one) => one !== key));
    else this.setSort(this.sortKeys.map((one) => (one === key ? { id, isDescending: true } : one)));
  }

  setSort(sort: readonly SortKey[]): void {
    const rows = this.source.rows();
    rows?.arrange({ sort: [...sort] });
    if (rows !== undefined) this.source.say(orderWords(rows.columns, rows.view.sort));
    this.source.onOtherRows(false);
  }

  /** Null takes the column's filter away. */
  filter(id: string, filter: ColumnFilter | null): void {
    const rows = this.source.rows();
    if (rows === undefined) return;
    const others = Object.entries(rows.view.filters).filter(([column]) => column !== id);
    rows.arrange({ filters: Object.fromEntries(filter === null ? others : [...others, [id, filter]]) });
    this.source.onOtherRows(true);
  }

  search(query: string): void {
    this.source.rows()?.arrange({ query });
    this.source.onOtherRows(true);
  }

  clearFilters(): void {
    this.source.rows()?.arrange({ filters: {}, query: '' });
    this.source.onOtherRows(true);
  }

  resize(id: string, width: number | null): void {
    this.#setColumns(withWidth(this.columnViews, id, width));
    if (width !== null)
      this.source.say(msg(str`${this.#label(id)} is now ${numberWords(Math.round(width))} pixels wide.`));
  }

  move(id: string, step: -1 | 1): void {
    const rows = this.source.rows();
    if (rows !== undefined) this.#setMoved(id, movedBy(rows.columns, this.columnViews, id, step));
  }

  moveTo(id: string, targetId: string): void {
    const rows = this.source.rows();
    if (rows !== undefined) this.#setMoved(id, movedTo(rows.columns, this.columnViews, id, targetId));
  }

  canMove(id: string, targetId: string): boolean {
    const rows = this.source.rows();
    return rows !== undefined && canMove(rows.columns, this.columnViews, id, targetId);
  }

  setHidden(id: string, isHidden: boolean): void {
    this.#setColumns(withColumn(this.columnViews, id, { isHidden }));
    const label = this.#label(id);
    this.source.say(isHidden ? msg(str`${label} is hidden.`) : msg(str`${label} is shown.`));
  }

  setPinned(id: string, isPinned: boolean): void {
    this.#setColumns(withColumn(this.columnViews, id, { isPinned }));
    const label = this.#label(id);
    this.source.say(isPinned ? msg(str`${label} is pinned.`) : msg(str`${label} is no longer pinned.`));
  }

  /** Columns as they were at first. Filters and order stay. */
  resetColumns(): void {
    this.#setColumns(emptyView.columns);
    this.source.say(msg('The columns are as they were at first.'));
  }

  #setMoved(id: string, views: ColumnView[]): void {
    this.#setColumns(views);
    const { shown } = this;
    const place = shown.findIndex(({ column }) => column.id === id) + 1;
    this.source.say(msg(str`${this.#label(id)} is now column ${place} of ${shown.length}.`));
  }

  #setColumns(columns: readonly ColumnView[]): void {
    this.source.rows()?.arrange({ columns: [...columns] });
  }

  #label(id: string): string {
    return (
      this.source
        .rows()
        ?.columns.find((column) => column.id === id)
        ?.label() ?? ''
    );
  }
}
