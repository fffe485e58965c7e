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

/**
 * What stands in a cell while somebody edits it. The grid opens and closes it and keeps its row in the DOM; the editor
 * keeps what is typed, and says itself what is wrong with it (`aria-invalid` and a message).
 */
export interface CellEditor {
  /** The field or fields, called whenever the cell is rendered. The first one gets the focus. */
  readonly render: () => unknown;
  /** Enter, Tab, or the focus goes elsewhere. False keeps it open; true closes it, while saving may go on. */
  readonly commit: () => boolean;
  /** Escape: nothing of what was typed counts. */
  readonly cancel: () => void;
}

/** One column of a grid over rows of a type. */
export interface GridColumn<Row> {
  readonly id: string;
  readonly kind: ColumnKind;
  /** Called while rendering, so that it follows the language. */
  readonly label: () => string;
  /** CSS pixels at first, and its share of the room that is left over. */
  readonly width: number;
  /** Its width where the whole grid is narrower than 560 CSS pixels. */
  readonly narrowWidth?: number;
  readonly grow?: number;
  /** What is shown, searched, copied and exported, and compared in a column of text or choices. '' = empty. */
  readonly text: (row: Row) => string;
  /** By what other columns are compared and filtered: a number, ms since 1970 for a date, 0 or 1; null = empty. */
  readonly value?: (row: Row) => number | null;
  /** Of a `date` column: the IANA zone whose days a filter means; by default the reader's own. */
  readonly timeZone?: string;
  /** Of a `choice` column: which value the row has, or which of them, and all there are. */
  readonly choice?: (row: Row) => string | readonly string[];
  readonly choices?: () => readonly ColumnChoice[];
  /** What a cell shows where plain text isn't enough: a template. Cells without one are written without a template. */
  readonly render?: (row: Row, place: CellPlace) => unknown;
  /**
   * F2, Enter or a double click: what to edit the cell with; undefined where this row has nothing to edit there.
   * `show` renders the editor again, for example because an answer about what was typed has come.
   */
  readonly edit?: (row: Row, show: () => void) => CellEditor | undefined;
  /** It names the row: what a screen reader says of it first. One per grid. */
  readonly isRowHeader?: boolean;
  /** Pinned, and it can't be hidden, moved or unpinned. */
  readonly isFixed?: boolean;
  /** Only controls: it stays at the end, and is not sorted, filtered, searched, exported, hidden or moved. */
  readonly isControls?: boolean;
  readonly isHiddenAtFirst?: boolean;
  /** Shown even where somebody has hidden it, because of what is looked for now. Asked while rendering, never remembered. */
  readonly isShownNow?: () => boolean;
}

/** The time zone in which a column's dates are meant. */
export function zoneOf<Row>({ timeZone }: GridColumn<Row>): string {
  return timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
