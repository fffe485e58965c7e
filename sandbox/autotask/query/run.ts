import * as v from 'valibot';
import type { Database, SqlValue } from '../../store/database.js';
import { VendorError } from '../answers.js';
import { fieldSql, findField, type Entity, type Field, type FieldValue } from '../entity.js';
import { parseFilter, QuerySchema, unknownField } from './filter.js';
import type { Position } from './position.js';
import { filterSql, type SqlCondition } from './sql.js';

const MAX_PAGE = 500;
export type Item = Record<string, FieldValue | []>;

/** A query that was understood. */
export interface Query {
  readonly entity: Entity;
  readonly where: SqlCondition;
  /** undefined: all. */
  readonly include: readonly Field[] | undefined;
  readonly pageSize: number;
}

export interface Page {
  readonly items: Item[];
  readonly next: Position | null;
  readonly previous: Position | null;
}

/** Understands the posted body or the parsed `search`. Throws {@link VendorError}, also where there is no filter. */
export function parseQuery(body: unknown, entity: Entity): Query {
  const parsed = v.safeParse(QuerySchema, body);
  if (!parsed.success) throw new VendorError('Value cannot be null.\r\nParameter name: filters');
  const { filter, includefields, maxrecords } = parsed.output;
  return {
    entity,
    where: filterSql(parseFilter(filter, entity)),
    include: includefields?.map((name) => findField(entity, name) ?? fail(unknownField(name, entity))),
    pageSize: pageSize(maxrecords ?? MAX_PAGE),
  };
}

/** All records that meet a condition of the code's own, as the child collections need it. */
export function plainQuery(entity: Entity, where: SqlCondition): Query {
  return { entity, where, include: undefined, pageSize: MAX_PAGE };
}

/** One page in id order: the vendor sorts by nothing else. */
export async function runQuery(db: Database, query: Query, position?: Position): Promise<Page> {
  const size = position?.pageSize ?? query.pageSize;
  const { after, before } = position ?? {};
  const isBackward = after === undefined && before !== undefined;
  const edge = edgeSql(after, before);
  const { table } = query.entity;
  const rows = await db.rows(
    RowSchema,
    `SELECT ${columns(query)} FROM ${table} WHERE ${query.where.sql}${edge.sql}
     ORDER BY id ${isBackward ? 'DESC' : 'ASC'} LIMIT ?`,
    [...query.where.args, ...edge.args, size + 1],
  );
  const found = rows.slice(0, size);
  if (isBackward) found.reverse();
  const hasMore = rows.length > size;
  const page = toPage(found, size, {
    hasNext: isBackward || hasMore,
    hasPrevious: isBackward ? hasMore : after !== undefined,
  });
  checkIdIncluded(query, size, page);
  return { ...page, items: found.map((row) => toItem(row, query)) };
}

export async function countQuery(db: Database, { entity, where }: Query): Promise<number> {
  const sql = `SELECT count(*) AS number FROM ${entity.table} WHERE ${where.sql}`;
  return (await db.row(v.object({ number: v.number() }), sql, where.args))?.number ?? 0;
}

type Row = Readonly<Record<string, SqlValue>> & { readonly id: number };
/** A hand-written check: for 500 rows of 30 columns a schema per value takes most of the request's time. */
const RowSchema = v.custom<Row>(isRow, 'not a row of vendor fields');

function isRow(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (!('id' in value) || typeof value.id !== 'number') return false;
  return Object.values(value).every(
    (one) => one === null || typeof one === 'string' || typeof one === 'number',
  );
}

function pageSize(maxRecords: number): number {
  if (!Number.isInteger(maxRecords) || maxRecords < 1 || maxRecords > MAX_PAGE)
    throw new VendorError(`MaxRecords must be between 1 and ${MAX_PAGE.toString()}.`);
  return maxRecords;
}

function edgeSql(after: number | undefined, before: number | undefined): SqlCondition {
  if (after !== undefined) return { sql: ' AND id > ?', args: [after] };
  return before === undefined ? { sql: '', args: [] } : { sql: ' AND id < ?', args: [before] };
}

/** The id is read in any case: paging needs it. */
function columns({ entity, include }: Query): string {
  const fields = (include ?? entity.fields).filter(
    (field) => field.isWriteOnly !== true && field.name !== 'id',
  );
  return ['id', ...fields.map((field) => `${fieldSql(field)} AS ${field.name}`)].join(', ');
}

function toPage(
  rows: readonly Row[],
  size: number,
  edges: { hasNext: boolean; hasPrevious: boolean },
): Omit<Page, 'items'> {
  const first = rows[0];
  const last = rows.at(-1);
  return {
    next: edges.hasNext && last !== undefined ? { pageSize: size, after: last.id } : null,
    previous: edges.hasPrevious && first !== undefined ? { pageSize: size, before: first.id } : null,
  };
}

/** Vendor REST help, advanced queries: with more than 500 results the id must be among the included fields. */
function checkIdIncluded({ include }: Query, size: number, page: Omit<Page, 'items'>): void {
  const isLong = size === MAX_PAGE && page.next !== null;
  if (isLong && include !== undefined && !include.some((field) => field.name === 'id'))
    throw new VendorError(
      'The id field must be included in IncludeFields when a query returns more than 500 records.',
    );
}

function toItem(row: Row, { entity, include }: Query): Item {
  const fields = include ?? entity.fields;
  const item: Item = Object.fromEntries(
    fields.map((field) => [field.name, toJson(field, row[field.name] ?? null)]),
  );
  if (include === undefined && entity.hasUserDefinedFields) item.userDefinedFields = [];
  return item;
}

function toJson(field: Field, value: SqlValue): FieldValue {
  return field.type === 'boolean' && value !== null ? value === 1 : value;
}

function fail(error: VendorError): never {
  throw error;
}
