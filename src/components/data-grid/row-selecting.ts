import type { GridRows } from './grid-rows.js';

/** Selecting rows by hand: the box, Space, and ranges with Shift. */
export class RowSelecting<Row> {
  /** The row that a range begins at: where the focus last went without Shift. */
  #anchor: number | undefined;

  constructor(
    private readonly rows: () => GridRows<Row> | undefined,
    private readonly changed: () => void,
  ) {}

  toggle(key: number): void {
    this.#anchor = key;
    this.rows()?.selection.toggle(key);
    this.changed();
  }

  /** Selects everything from the anchor to a row. */
  extendTo(key: number): void {
    if (this.#anchor === undefined || (this.rows()?.positionOf(this.#anchor) ?? -1) < 0) {
      this.toggle(key);
      return;
    }
    this.rows()?.selection.range(this.#anchor, key);
    this.changed();
  }

  /** The focus went from one row to another with Shift held: the range ends there now, and not where it ended before. */
  move(fromKey: number, toKey: number): void {
    const selection = this.rows()?.selection;
    if (selection === undefined) return;
    this.#anchor ??= fromKey;
    selection.range(this.#anchor, fromKey, false);
    selection.range(this.#anchor, toKey);
    this.changed();
  }

  /** The focus has moved without Shift: the next range begins here. */
  beginAt(key: number | undefined): void {
    this.#anchor = key;
  }

  /** All shown rows; where they are all selected, none of them. */
  toggleShown(): void {
    const selection = this.rows()?.selection;
    selection?.setShown(selection.shownState !== 'all');
    this.changed();
  }

  selectShown(): void {
    this.rows()?.selection.setShown(true);
    this.changed();
  }
}
