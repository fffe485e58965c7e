import * as v from 'valibot';

/** A width that a person can still grasp, in CSS pixels. */
const WidthSchema = v.pipe(v.number(), v.minValue(40), v.maxValue(2000));

const ColumnViewSchema = v.strictObject({
  id: v.string(),
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
    text: v.string(),
  }),
  v.strictObject({ kind: v.literal('choice'), values: v.array(v.string()) }),
  v.strictObject({ kind: v.literal('boolean'), is: v.boolean() }),
  v.strictObject({ kind: v.literal('range'), from: v.nullable(v.number()), to: v.nullable(v.number()) }),
  v.strictObject({ kind: v.literal('empty'), is: v.boolean() }),
]);
export type ColumnFilter = v.InferOutput<typeof ColumnFilterSchema>;

const SortKeySchema = v.strictObject({ id: v.string(), isDescending: v.boolean() });
export type SortKey = v.InferOutput<typeof SortKeySchema>;

/** How somebody looks at a grid: all that is restored the next time. Columns that it does not name stand at their own place. */
export const GridViewSchema = v.strictObject({
  /** In the order in which they are shown. */
  columns: v.array(ColumnViewSchema),
  /** The first one decides, the next ones among its equals. */
  sort: v.array(SortKeySchema),
  filters: v.record(v.string(), ColumnFilterSchema),
  /** Words that must all occur, in any column; case and accents do not matter. */
  query: v.string(),
});
export type GridView = v.InferOutput<typeof GridViewSchema>;
export type ColumnView = v.InferOutput<typeof ColumnViewSchema>;

export const emptyView: GridView = { columns: [], sort: [], filters: {}, query: '' };
