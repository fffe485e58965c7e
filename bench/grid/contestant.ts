import type { ContactRow } from '../../src/model/index.js';

export type SortedColumn = 'name' | 'email';

/** CSS pixels. Every contestant gets a box of this size for header and rows. */
export const BOX = { width: 1200, height: 720 };
export const ROW_HEIGHT = 36;

/**
 * A grid that is measured. Whatever it says of itself is checked against what is painted. The calls only start the work:
 * when it is done, the painted cells tell.
 */
export interface Contestant<Row> {
  /** A contact in the form that the grid takes; made before anything is measured. */
  row(contact: ContactRow): Row;
  /** Which rows stand on top when nobody has sorted yet. */
  readonly firstOrder: 'arrival' | 'name';
  mount(place: HTMLElement, rows: readonly Row[]): void;
  sort(column: SortedColumn, isDescending: boolean): void;
  /** Shows only rows that hold this text in some column; '' shows all. */
  filter(query: string): void;
  /** undefined where the grid can't select. */
  readonly selectAll?: () => void;
  /** Replaces the rows at these places of the order of arrival. */
  update(changes: readonly RowChange<Row>[]): void;
  /** How many rows the grid says it shows, and how many it says are selected. */
  shownCount(): number;
  selectedCount(): number;
  /** The box that scrolls the rows. */
  scroller(): HTMLElement;
}

export interface RowChange<Row> {
  readonly index: number;
  readonly row: Row;
}
