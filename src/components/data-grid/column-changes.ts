import { LEAST_WIDTH, MOST_WIDTH, shownColumns } from './column-layout.js';
import type { GridColumn } from './grid-column.js';
import type { ColumnView } from './grid-view.js';

/** What can be done to one column. Each function takes how all stand and says how they stand afterwards. */
export function withColumn(
  views: readonly ColumnView[],
  id: string,
  change: Partial<Omit<ColumnView, 'id'>>,
): ColumnView[] {
  return views.map((view) => (view.id === id ? { ...view, ...change } : view));
}

export function withWidth(views: readonly ColumnView[], id: string, width: number | null): ColumnView[] {
  return withColumn(views, id, { width: width === null ? null : allowedWidth(width) });
}

/** The nearest width that a column may have, in whole CSS pixels. */
export function allowedWidth(width: number): number {
  return Math.round(Math.max(LEAST_WIDTH, Math.min(width, MOST_WIDTH)));
}

/**
 * Moves a column to the place of another shown one: before it where it comes from behind, else behind it. A column stays
 * on its side: pinned ones among the pinned.
 */
export function movedTo<Row>(
  columns: readonly GridColumn<Row>[],
  views: readonly ColumnView[],
  id: string,
  targetId: string,
): ColumnView[] {
  const from = views.findIndex((view) => view.id === id);
  const to = views.findIndex((view) => view.id === targetId);
  const moving = views[from];
  const target = views[to];
  if (moving === undefined || target === undefined || from === to) return [...views];
  if (!canMove(columns, views, id, targetId)) return [...views];
  const rest = views.filter((view) => view.id !== id);
  // Those behind the taken place have moved up by one, so the same number is right for both directions.
  rest.splice(to, 0, moving);
  return rest;
}

/** Moves a column by one shown place, -1 towards the start. The same views where there is no place to go to. */
export function movedBy<Row>(
  columns: readonly GridColumn<Row>[],
  views: readonly ColumnView[],
  id: string,
  step: -1 | 1,
): ColumnView[] {
  const shown = shownColumns(columns, { columns: [...views] });
  const place = shown.findIndex(({ column }) => column.id === id);
  const target = shown[place + step];
  return place < 0 || target === undefined ? [...views] : movedTo(columns, views, id, target.column.id);
}

/** Whether a column may go to the place of another. */
export function canMove<Row>(
  columns: readonly GridColumn<Row>[],
  views: readonly ColumnView[],
  id: string,
  targetId: string,
): boolean {
  const isPinned = (sought: string): boolean => views.find((view) => view.id === sought)?.isPinned === true;
  const isMovable = (sought: string): boolean =>
    columns.some((one) => one.id === sought && one.isFixed !== true && one.isControls !== true);
  return isMovable(id) && isMovable(targetId) && isPinned(id) === isPinned(targetId);
}
