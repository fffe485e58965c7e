import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A cell: row 0 is the header, data rows count from 1; columns count from 0. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

/** The grid as the keyboard sees it. */
export interface GridShape {
  /** Data rows, without the header. */
  readonly rowCount: () => number;
  /** The columns' names, in their order. */
  readonly columnIds: () => readonly string[];
  /** Where one comes in: the column that names the rows. */
  readonly firstColumn: () => number;
  /** Rows that PageUp and PageDown skip. */
  readonly pageSize: () => number;
  readonly isRtl: () => boolean;
  /** Whose row it is, so that the position can follow it; undefined where there is none. */
  readonly keyOf: (row: number) => number | undefined;
  /** Where that row is now; 0 or less where it is not shown any more. */
  readonly rowOf: (key: number) => number;
  /** Puts the DOM focus on the cell of the position, scrolling it into view. */
  readonly focusCell: (position: GridPosition) => void;
}

/**
 * The keyboard of the ARIA grid pattern: one cell is in the tab order, arrows and their relatives move between cells. The
 * position belongs to a row and a column, not to a place: when they move, it stays with them.
 */
export class GridNavigation implements ReactiveController {
  #position: GridPosition = { row: 0, column: 0 };
  /** Until somebody goes somewhere, the way in is the first data row, as soon as there is one. */
  #isUntouched = true;
  #key: number | undefined;
  #columnId: string | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly shape: GridShape,
  ) {
    host.addController(this);
  }

  get position(): GridPosition {
    return this.#position;
  }

  /** Whose row the position is in; undefined in the header. */
  get key(): number | undefined {
    return this.#key;
  }

  isAt(row: number, column: number): boolean {
    return this.#position.row === row && this.#position.column === column;
  }

  hostUpdate(): void {
    if (this.#isUntouched) this.#place({ row: 1, column: this.shape.firstColumn() });
    const { row, column } = this.#position;
    const followed = row > 0 && this.#key !== undefined ? this.shape.rowOf(this.#key) : row;
    const place = this.#columnId === undefined ? -1 : this.shape.columnIds().indexOf(this.#columnId);
    this.#place({ row: followed > 0 || row === 0 ? followed : row, column: place < 0 ? column : place });
  }

  /** The cell that now has the focus, however it got it. */
  settle(position: GridPosition): void {
    this.#isUntouched = false;
    if (position.row === this.#position.row && position.column === this.#position.column) return;
    this.#place(position);
    this.host.requestUpdate();
  }

  /** Moves the position there (or as near as the grid allows) and the focus with it. */
  moveTo(position: GridPosition): void {
    this.settle(position);
    this.shape.focusCell(this.#position);
  }

  /** Other rows are shown from the top on: the position goes there too, unless it has the focus. */
  reset(): void {
    this.#isUntouched = true;
  }

  /** Where a key leads to; undefined for a key that leads nowhere. It may lie beyond the edges. */
  target({ key, ctrlKey: isCtrl }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>): GridPosition | undefined {
    const { row, column } = this.#position;
    const last = { row: this.shape.rowCount(), column: this.shape.columnIds().length - 1 };
    const forward = this.shape.isRtl() ? -1 : 1;
    switch (key) {
      case 'ArrowDown':
        return { row: isCtrl ? last.row : row + 1, column };
      case 'ArrowUp':
        return { row: isCtrl ? 1 : row - 1, column };
      case 'ArrowRight':
        return { row, column: isCtrl ? this.#edge(forward) : column + forward };
      case 'ArrowLeft':
        return { row, column: isCtrl ? this.#edge(-forward) : column - forward };
      case 'PageDown':
        return { row: row + this.shape.pageSize(), column };
      case 'PageUp':
        return { row: Math.max(Math.min(row, 1), row - this.shape.pageSize()), column };
      case 'Home':
        return { row: isCtrl ? 1 : row, column: 0 };
      case 'End':
        return { row: isCtrl ? last.row : row, column: last.column };
      default:
        return undefined;
    }
  }

  #edge(direction: number): number {
    return direction < 0 ? 0 : this.shape.columnIds().length - 1;
  }

  #place({ row, column }: GridPosition): void {
    this.#position = {
      row: Math.max(0, Math.min(row, this.shape.rowCount())),
      column: Math.max(0, Math.min(column, this.shape.columnIds().length - 1)),
    };
    this.#key = this.shape.keyOf(this.#position.row);
    this.#columnId = this.shape.columnIds()[this.#position.column];
  }
}
