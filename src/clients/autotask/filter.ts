import * as v from 'valibot';
import { fieldsOf, type Entity, type FieldOf, type ItemOf } from './entities.js';

/**
 * The vendor ignores an operator that it does not know and then answers with everything, contacts of all companies
 * included. So filters are built by type here and checked once more before they leave.
 */
export const comparisons = [
  'eq',
  'noteq',
  'gt',
  'gte',
  'lt',
  'lte',
  'beginsWith',
  'endsWith',
  'contains',
] as const;
export const memberships = ['in', 'notIn'] as const;
export const existences = ['exist', 'notExist'] as const;
export const groups = ['and', 'or'] as const;

/** Documented for the vendor's SOAP twin: at most 500 alternatives in one query. */
export const MAX_ALTERNATIVES = 500;
/** The vendor's page size, which is also the most that it allows. */
export const MAX_RECORDS = 500;

type Value<T extends Entity, F extends FieldOf<T>> = NonNullable<ItemOf<T>[F]>;
type Condition<T extends Entity, F extends FieldOf<T>> =
  | { op: (typeof comparisons)[number]; field: F; value: Value<T, F> }
  | { op: (typeof memberships)[number]; field: F; value: Value<T, F>[] }
  | { op: (typeof existences)[number]; field: F };

/** A condition on an entity: wrong operators, fields and types of values do not compile. */
export type Filter<T extends Entity> =
  { [F in FieldOf<T>]: Condition<T, F> }[FieldOf<T>] | { op: (typeof groups)[number]; items: Filter<T>[] };

/** The body of a query. `id` is always among the fields, since paging needs it. */
export interface QueryBody {
  readonly filter: readonly unknown[];
  readonly IncludeFields: readonly string[];
  readonly MaxRecords: number;
}

/** Builds and checks a query; throws a TypeError for one that this entity cannot have. Conditions are joined by "and". */
export function queryFor<T extends Entity>(entity: T, ...filter: Filter<T>[]): QueryBody {
  const parsed = v.safeParse(filterListSchema(fieldsOf(entity)), filter);
  if (!parsed.success) throw new TypeError(`No filter for ${entity.name}: ${v.summarize(parsed.issues)}`);
  return { filter: parsed.output, IncludeFields: fieldsOf(entity), MaxRecords: MAX_RECORDS };
}

const single = v.union([v.string(), v.pipe(v.number(), v.finite()), v.boolean()]);
const many = v.pipe(v.array(single), v.minLength(1), v.maxLength(MAX_ALTERNATIVES));

function filterListSchema(fields: string[]): v.GenericSchema<unknown, unknown[]> {
  const field = v.picklist(fields);
  const one: v.GenericSchema = v.lazy(() =>
    v.union([
      v.strictObject({ op: v.picklist(comparisons), field, value: single }),
      v.strictObject({ op: v.picklist(memberships), field, value: many }),
      v.strictObject({ op: v.picklist(existences), field }),
      v.strictObject({ op: v.picklist(groups), items: v.pipe(v.array(one), v.minLength(1)) }),
    ]),
  );
  // The vendor refuses a query without a filter; "everything" is said by `exist` on the id.
  return v.pipe(v.array(one), v.minLength(1));
}
