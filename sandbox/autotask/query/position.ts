import * as v from 'valibot';
import { IdSchema } from '../../../src/model/index.js';

const PageSizeSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500));

/**
 * Where a page begins, as the `paging` parameter of a page URL carries it: `nextIds` goes on after that id, otherwise
 * `previousIds` goes back before it. The filter is not in it (seen in live tenants).
 */
const PositionSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    pageSize: PageSizeSchema,
    previousIds: v.optional(v.array(IdSchema), []),
    nextIds: v.optional(v.array(IdSchema), []),
  }),
);

export interface Position {
  readonly pageSize: number;
  readonly after?: number;
  readonly before?: number;
}

/** undefined where it is no position of ours. */
export function readPosition(paging: string): Position | undefined {
  const parsed = v.safeParse(PositionSchema, paging);
  if (!parsed.success) return undefined;
  const { pageSize, previousIds, nextIds } = parsed.output;
  const [after] = nextIds;
  const [before] = previousIds;
  if (after !== undefined) return { pageSize, after };
  return before === undefined ? { pageSize } : { pageSize, before };
}

export function writePosition({ pageSize, after, before }: Position): string {
  const ids = after === undefined ? { previousIds: [before] } : { nextIds: [after] };
  return JSON.stringify({ pageSize, ...ids });
}
