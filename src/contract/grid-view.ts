import * as v from 'valibot';

/** A width that a person can still grasp, in CSS pixels. */
const WidthSchema = v.pipe(v.number(), v.minValue(40), v.maxValue(2000));

/** Bounds far beyond what anybody does: what is stored must not grow without end. */
const ColumnIdSchema = v.pipe(v.string(), v.maxLength(60));
const TextSchema = v.pipe(v.string(), v.maxLength(1000));
const MOST_COLUMNS = 100;

const ColumnViewSchema = v.strictObject({
  id: ColumnIdSchema,
  /** null: as the column has it. */
  width: v.nullable(WidthSchema),
  isHidden: v.boolean(),
  isPinned: v.boolean(),
});

/** What a column must hold for a row to be shown. Bounds are inclusive; null = none. Dates in ms since 1970. */
export const ColumnFilterSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('text'),
    how: v.picklist(['contains', 'lacks', 'starts', 'equals']),
    text: TextSchema,
  }),
  v.strictObject({ kind: v.literal('choice'), values: v.pipe(v.array(TextSchema), v.maxLength(1000)) }),
  v.strictObject({ kind: v.literal('boolean'), is: v.boolean() }),
  v.strictObject({ kind: v.literal('range'), from: v.nullable(v.number()), to: v.nullable(v.number()) }),
  v.strictObject({ kind: v.literal('empty'), is: v.boolean() }),
]);
export type ColumnFilter = v.InferOutput<typeof ColumnFilterSchema>;

const SortKeySchema = v.strictObject({ id: ColumnIdSchema, isDescending: v.boolean() });
export type SortKey = v.InferOutput<typeof SortKeySchema>;

/** How somebody looks at a grid. Columns that it does not name stand at their own place. */
export const GridViewSchema = v.strictObject({
  /** In the order in which they are shown. */
  columns: v.pipe(v.array(ColumnViewSchema), v.maxLength(MOST_COLUMNS)),
  /** The first one decides, the next ones among its equals. */
  sort: v.pipe(v.array(SortKeySchema), v.maxLength(MOST_COLUMNS)),
  filters: v.record(ColumnIdSchema, ColumnFilterSchema),
  /** Words that must all occur, in any column; case and accents do not matter. */
  query: TextSchema,
});
export type GridView = v.InferOutput<typeof GridViewSchema>;
export type ColumnView = v.InferOutput<typeof ColumnViewSchema>;

export const emptyView: GridView = { columns: [], sort: [], filters: {}, query: '' };

/**
 * What is remembered of a view until the next time: columns and order. Not what was searched and filtered: rows that are
 * missing the next morning would look lost, and names that somebody searched for are nobody's business.
 */
export const GridLayoutSchema = v.pick(GridViewSchema, ['columns', 'sort']);
export type GridLayout = v.InferOutput<typeof GridLayoutSchema>;

/** Names a grid among those whose layout is remembered, for example "contacts". */
export const GridIdSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/));

/** Remembers how somebody has arranged a grid. Each embedding application can have its own. */
export interface GridLayoutStore {
  /** Undefined where nothing, or nothing readable, is kept. Rejects where the place can't be reached. */
  load(gridId: string): Promise<GridLayout | undefined>;
  save(gridId: string, layout: GridLayout): Promise<void>;
}
