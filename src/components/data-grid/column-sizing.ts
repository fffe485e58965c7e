import { textWidth } from './text-width.js';

/** How far one step makes a column wider or narrower, in CSS pixels. */
const WIDTH_STEP = 16;
/** What a cell has beside its text: padding on both sides, and a pixel for fractions. */
const CELL_PADDING = 17;
/** The same for a header: padding, the sign of the order, the edge. */
const HEAD_PADDING = 40;

/** A column as it is seen. */
export interface SizedColumn {
  readonly header: (columnId: string) => HTMLElement | undefined;
  /** Its cells that are in the DOM. */
  readonly cells: (columnId: string) => readonly HTMLElement[];
  readonly resize: (columnId: string, width: number) => void;
}

/** Widths of columns by what is seen of them, without a pointer. */
export class ColumnSizing {
  constructor(private readonly column: SizedColumn) {}

  readonly resizeBy = (columnId: string, step: -1 | 1): void => {
    const width = this.column.header(columnId)?.offsetWidth ?? 0;
    this.column.resize(columnId, width + step * WIDTH_STEP);
  };

  /** As wide as the widest of the cells that are seen, and its header. */
  readonly fit = (columnId: string): void => {
    const cells = this.column.cells(columnId).map((cell) => textWidth(cell) + CELL_PADDING);
    const head = this.column.header(columnId)?.querySelector<HTMLElement>('.text');
    this.column.resize(columnId, Math.max(...cells, head ? textWidth(head) + HEAD_PADDING : 0));
  };
}
