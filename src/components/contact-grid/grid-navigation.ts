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
  readonly columnCount: () => number;
  /** Rows that PageUp and PageDown skip. */
  readonly pageSize: () => number;
  readonly isRtl: () => boolean;
  /** Whose row it is, so that the position can follow it; undefined where there is none. */
  readonly keyOf: (row: number) => number | undefined;
  /** Where that row is now; 0 or less where it is not shown any more. */
  readonly rowOf: (key: number) => number;
  /** Puts the DOM focus on the cell of the position, scrolling it into view. */
  readonly focusCell: (position: GridPosition) => void;
  /** Enter or F2 on a cell that holds no control of its own. */
  readonly activate: (position: GridPosition) => void;
}

/**
 * The keyboard of the ARIA grid pattern: one cell is in the tab order, arrows and their relatives move between cells.
 * The position belongs to a row, not to a place: when rows come, go or are sorted, it stays with its row.
 */
export class GridNavigation implements ReactiveController {
  #position: GridPosition = { row: 0, column: 0 };
  /** Until somebody goes somewhere, the way in is the first data row, as soon as there is one. */
  #isUntouched = true;
  #key: number | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly shape: GridShape,
  ) {
    host.addController(this);
  }

  get position(): GridPosition {
    return this.#position;
  }

  isAt(row: number, column: number): boolean {
    return this.#position.row === row && this.#position.column === column;
  }

  hostUpdate(): void {
    if (this.#isUntouched) this.#place({ row: 1, column: 0 });
    const { row, column } = this.#position;
    const followed = row > 0 && this.#key !== undefined ? this.shape.rowOf(this.#key) : row;
    this.#place({ row: followed > 0 || row === 0 ? followed : row, column });
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

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === 'F2') this.#activate(event);
    const target = this.#target(event.key, event.ctrlKey, event.shiftKey);
    if (target === undefined) return;
    event.preventDefault();
    this.moveTo(target);
  };

  #activate(event: KeyboardEvent): void {
    const isControl = event.composedPath()[0] instanceof HTMLButtonElement;
    if (isControl && event.key === 'Enter') return;
    event.preventDefault();
    this.shape.activate(this.#position);
  }

  #target(key: string, isCtrl: boolean, isShift: boolean): GridPosition | undefined {
    const { row, column } = this.#position;
    const last = { row: this.shape.rowCount(), column: this.shape.columnCount() - 1 };
    const forward = this.shape.isRtl() ? -1 : 1;
    if (isShift) return undefined;
    switch (key) {
      case 'ArrowDown':
        return { row: isCtrl ? last.row : row + 1, column };
      case 'ArrowUp':
        return { row: isCtrl ? 1 : row - 1, column };
      case 'ArrowRight':
        return { row, column: column + forward };
      case 'ArrowLeft':
        return { row, column: column - forward };
      case 'PageDown':
        return { row: row + this.shape.pageSize(), column };
      case 'PageUp':
        return { row: Math.max(1, row - this.shape.pageSize()), column };
      case 'Home':
        return { row: isCtrl ? 1 : row, column: 0 };
      case 'End':
        return { row: isCtrl ? last.row : row, column: last.column };
      default:
        return undefined;
    }
  }

  #place({ row, column }: GridPosition): void {
    this.#position = {
      row: Math.max(0, Math.min(row, this.shape.rowCount())),
      column: Math.max(0, Math.min(column, this.shape.columnCount() - 1)),
    };
    this.#key = this.shape.keyOf(this.#position.row);
  }
}
