import type { GridColumn } from './grid-column.js';
import type { ColumnView, GridView } from './grid-view.js';

/** Narrower than this (CSS pixels of the grid), columns take their narrow width. */
export const NARROW_ROOM = 560;

/** The least and the most that a column may be, in CSS pixels; what the stored view allows. */
export const LEAST_WIDTH = 40;
export const MOST_WIDTH = 2000;

/** A column that is shown, where and how somebody wants it. */
export interface ShownColumn<Row> {
  readonly column: GridColumn<Row>;
  readonly isPinned: boolean;
  /** Chosen by somebody, in CSS pixels; null = the column's own, with its share of the room that is left. */
  readonly width: number | null;
}

/**
 * How every column stands, in the order in which somebody wants them: what the view names first, and each column that it
 * does not name behind the one that it follows by itself. Columns that do not exist any more are left out.
 */
export function columnViews<Row>(
  columns: readonly GridColumn<Row>[],
  { columns: wanted }: Pick<GridView, 'columns'>,
): ColumnView[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const views: ColumnView[] = [];
  for (const view of wanted) {
    const column = byId.get(view.id);
    if (column !== undefined)
      views.push(column.isFixed ? { ...view, isHidden: false, isPinned: true } : view);
  }
  columns.forEach((column, index) => {
    if (views.some(({ id }) => id === column.id)) return;
    const before = columns[index - 1]?.id;
    const place = before === undefined ? 0 : views.findIndex(({ id }) => id === before) + 1;
    views.splice(place, 0, firstView(column));
  });
  return views;
}

function firstView<Row>({ id, isFixed = false, isHiddenAtFirst = false }: GridColumn<Row>): ColumnView {
  return { id, width: null, isHidden: isHiddenAtFirst, isPinned: isFixed };
}

/** The columns that are shown: pinned ones first, controls last. */
export function shownColumns<Row>(
  columns: readonly GridColumn<Row>[],
  view: Pick<GridView, 'columns'>,
): ShownColumn<Row>[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const shown = columnViews(columns, view).flatMap(({ id, isHidden, isPinned, width }) => {
    const column = byId.get(id);
    const isShown = column !== undefined && (!isHidden || column.isShownNow?.() === true);
    return isShown ? [{ column, isPinned, width }] : [];
  });
  const rank = ({ column, isPinned }: ShownColumn<Row>): number => (column.isControls ? 2 : isPinned ? 0 : 1);
  return shown.sort((one, other) => rank(one) - rank(other));
}

/**
 * The widths of shown columns in whole CSS pixels. Room that is left over goes to columns that grow and whose width
 * nobody chose, by their shares; where there are none, the row ends before the room does.
 */
export function columnWidths<Row>(shown: readonly ShownColumn<Row>[], room: number): number[] {
  const isNarrow = room < NARROW_ROOM;
  const least = shown.map(
    ({ column, width }) => width ?? (isNarrow ? (column.narrowWidth ?? column.width) : column.width),
  );
  const shares = shown.map(({ column, width }) => (width === null ? (column.grow ?? 0) : 0));
  const allShares = shares.reduce((sum, share) => sum + share, 0);
  let left = room - least.reduce((sum, width) => sum + width, 0);
  if (left <= 0 || allShares === 0) return least;
  let sharesLeft = allShares;
  return least.map((width, index) => {
    const share = shares[index] ?? 0;
    // What remains is shared out anew each time, so that rounding leaves no pixel over.
    const more = sharesLeft === 0 ? 0 : Math.round((left * share) / sharesLeft);
    left -= more;
    sharesLeft -= share;
    return width + more;
  });
}

/**
 * How many of the first columns stay where they are while one scrolls sideways. Pinned columns may not fill the room, or
 * nothing could be seen of the others: at most three fifths of it.
 */
export function stickyCount<Row>(
  shown: readonly ShownColumn<Row>[],
  widths: readonly number[],
  room: number,
): number {
  let sum = 0;
  let count = 0;
  for (const { isPinned, column } of shown) {
    sum += widths[count] ?? 0;
    if (!isPinned || column.isControls || sum > room * 0.6) break;
    count += 1;
  }
  return count;
}
