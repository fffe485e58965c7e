import { msg } from '@lit/localize';
import { portalLocale } from '../../locales/localization.js';
import type { ShownColumn } from './column-layout.js';
import type { GridRows } from './grid-rows.js';
import type { RowLook } from './row-element.js';

/** What the look follows from. */
export interface LookSource<Row> {
  readonly rows: GridRows<Row> | undefined;
  readonly columns: readonly ShownColumn<Row>[];
  readonly isSelectable: boolean;
  readonly rowClass: (row: Row) => string;
}

/** How the rows look. They compare it by identity, so it is made anew only where it differs. */
export class GridLook<Row> {
  #now: RowLook<Row> = { columns: [], isSelectable: false, boxLabel: '', rowClass: () => '' };
  #key: readonly unknown[] = [];

  get now(): RowLook<Row> {
    return this.#now;
  }

  /** The columns with the width that one of them has while it is being dragged. */
  columnsWith(
    preview: { readonly columnId: string; readonly width: number } | undefined,
  ): RowLook<Row>['columns'] {
    const { columns } = this.#now;
    if (preview === undefined) return columns;
    const { columnId, width } = preview;
    return columns.map((shown) => (shown.column.id === columnId ? { ...shown, width } : shown));
  }

  renew({ rows, columns, isSelectable, rowClass }: LookSource<Row>): void {
    const ids = columns.map(({ column }) => column.id).join();
    const key = [rows?.columns, rows?.view.columns, ids, isSelectable, rowClass, portalLocale()];
    if (key.every((part, index) => part === this.#key[index])) return;
    this.#key = key;
    this.#now = { columns, isSelectable, boxLabel: msg('Select'), rowClass };
  }
}
