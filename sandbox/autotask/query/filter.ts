import * as v from 'valibot';
import { VendorError } from '../answers.js';
import { findField, type Entity, type Field } from '../entity.js';

const operators = [
  'eq', 'noteq', 'gt', 'gte', 'lt', 'lte', 'beginswith', 'endswith', 'contains', 'exist', 'notexist', 'in', 'notin',
] as const; // prettier-ignore
export type Operator = (typeof operators)[number];

export type Filter =
  | { readonly kind: 'group'; readonly join: 'and' | 'or'; readonly items: readonly Filter[] }
  | { readonly kind: 'condition'; readonly op: Operator; readonly field: Field; readonly value: unknown };

/** Keys in any case, as clients write `Filter` and `filter`, `op` and `Op`. */
const withLowerKeys = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((record) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value])),
  ),
);

interface RawItem {
  readonly op?: string | undefined;
  readonly field?: string | undefined;
  readonly value?: unknown;
  readonly udf?: boolean | undefined;
  readonly items?: readonly RawItem[] | undefined;
}
const RawItemSchema: v.GenericSchema<unknown, RawItem> = v.pipe(
  withLowerKeys,
  v.object({
    op: v.optional(v.string()),
    field: v.optional(v.string()),
    value: v.optional(v.unknown()),
    udf: v.optional(v.boolean()),
    items: v.optional(v.lazy(() => v.array(RawItemSchema))),
  }),
);

/** A query as it is posted or put into `?search=`. A filter is mandatory. */
export const QuerySchema = v.pipe(
  withLowerKeys,
  v.object({
    filter: v.pipe(v.array(RawItemSchema), v.minLength(1)),
    includefields: v.optional(v.nullable(v.array(v.string()))),
    maxrecords: v.optional(v.nullable(v.number())),
  }),
);

/** Vendor SOAP help, thresholds: at most so many OR conditions per call; each value of an `in` is one. */
const MAX_OR_CONDITIONS = 500;

/** The filter's items, joined by AND, with their fields found. Throws {@link VendorError}. */
export function parseFilter(items: readonly RawItem[], entity: Entity): Filter {
  if (countOrConditions(items) > MAX_OR_CONDITIONS)
    throw new VendorError(`The query has more than ${MAX_OR_CONDITIONS.toString()} OR conditions.`);
  return { kind: 'group', join: 'and', items: items.flatMap((item) => parseItem(item, entity)) };
}

/**
 * An unknown operator, such as the misspelt `noteExist`, is dropped without a word, and the query gives unfiltered
 * data: the vendor does that (seen in live tenants), and clients must be tested against it.
 */
function parseItem(item: RawItem, entity: Entity): Filter[] {
  const name = item.op?.toLowerCase();
  if (name === 'and' || name === 'or') {
    const items = (item.items ?? []).flatMap((child) => parseItem(child, entity));
    return items.length === 0 ? [] : [{ kind: 'group', join: name, items }];
  }
  const op = operators.find((operator) => operator === name);
  if (op === undefined) return [];
  return [{ kind: 'condition', op, field: queryableField(item, entity), value: item.value }];
}

function queryableField(item: RawItem, entity: Entity): Field {
  const name = item.field ?? '';
  const field = item.udf === true ? undefined : findField(entity, name);
  if (field === undefined) throw unknownField(name, entity);
  if (field.isWriteOnly === true)
    throw new VendorError(`The field ${field.name} of the ${entity.name} Entity cannot be queried.`);
  return field;
}

export function unknownField(name: string, entity: Entity): VendorError {
  return new VendorError(`Unable to find ${name} in the ${entity.name} Entity.`);
}

function countOrConditions(items: readonly RawItem[], isOr = false): number {
  return items.reduce((sum, item) => {
    const values = Array.isArray(item.value) ? item.value.length : isOr ? 1 : 0;
    return sum + values + countOrConditions(item.items ?? [], item.op?.toLowerCase() === 'or');
  }, 0);
}
