/** What a column holds decides how it is compared and filtered. */
export type ColumnKind = 'text' | 'choice' | 'boolean' | 'date' | 'number';

/** One of the values that a `choice` column can have. */
export interface ColumnChoice {
  readonly value: string;
  readonly label: string;
}

/** Where a cell is and how it stands. */
export interface CellPlace {
  /** The cell that has, or would get, the focus. */
  readonly isCurrent: boolean;
}

/** One column of a grid over rows of a type. */
export interface GridColumn<Row> {
  readonly id: string;
  readonly kind: ColumnKind;
  /** Called while rendering, so that it follows the language. */
  readonly label: () => string;
  /** CSS pixels at first, and its share of the room that is left over. */
  readonly width: number;
  readonly grow?: number;
  /** What is shown, searched, copied and exported, and compared in a column of text or choices. '' = empty. */
  readonly text: (row: Row) => string;
  /** By what other columns are compared and filtered: a number, ms since 1970 for a date, 0 or 1; null = empty. */
  readonly value?: (row: Row) => number | null;
  /** Of a `choice` column: which value the row has, and all there are. */
  readonly choice?: (row: Row) => string;
  readonly choices?: () => readonly ColumnChoice[];
  /** What a cell shows where plain text isn't enough: a template. Cells without one are written without a template. */
  readonly render?: (row: Row, place: CellPlace) => unknown;
  /** It can't be hidden, moved or unpinned. */
  readonly isFixed?: boolean;
  readonly isHiddenAtFirst?: boolean;
}
