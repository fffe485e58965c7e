import type { SqlValue } from '../../store/database.js';
import { VendorError } from '../answers.js';
import { fieldSql, type Field } from '../entity.js';
import type { Filter, Operator } from './filter.js';

/** A condition with its parameters. */
export interface SqlCondition {
  readonly sql: string;
  readonly args: readonly SqlValue[];
}

/** Text compares without case (the columns' NOCASE collation). An empty field meets no condition but `notExist`. */
export function filterSql(filter: Filter): SqlCondition {
  if (filter.kind === 'condition') return conditionSql(filter.op, filter.field, filter.value);
  if (filter.items.length === 0) return { sql: '1', args: [] };
  const parts = filter.items.map(filterSql);
  const joined = parts.map((part) => part.sql).join(filter.join === 'and' ? ' AND ' : ' OR ');
  return { sql: `(${joined})`, args: parts.flatMap((part) => part.args) };
}

const comparisons = { eq: '=', noteq: '<>', gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

function conditionSql(op: Operator, field: Field, value: unknown): SqlCondition {
  const sql = fieldSql(field);
  switch (op) {
    case 'exist':
      return { sql: `${sql} IS NOT NULL`, args: [] };
    case 'notexist':
      return { sql: `${sql} IS NULL`, args: [] };
    case 'in':
      return { sql: `${sql} IN (SELECT value FROM json_each(?))`, args: [listArgument(field, value)] };
    case 'notin':
      return { sql: `${sql} NOT IN (SELECT value FROM json_each(?))`, args: [listArgument(field, value)] };
    case 'beginswith':
    case 'endswith':
    case 'contains':
      return { sql: `${sql} LIKE ? ESCAPE '\\'`, args: [likePattern(op, field, value)] };
    default:
      return comparison(op, field, value);
  }
}

function comparison(op: keyof typeof comparisons, field: Field, value: unknown): SqlCondition {
  const sql = fieldSql(field);
  if (value === null && field.type !== 'boolean' && (op === 'eq' || op === 'noteq'))
    return { sql: op === 'eq' ? `${sql} IS NULL` : `${sql} IS NOT NULL`, args: [] };
  return { sql: `${sql} ${comparisons[op]} ?`, args: [toSqlValue(field, value)] };
}

function listArgument(field: Field, value: unknown): string {
  if (!Array.isArray(value)) throw unfit(field);
  return JSON.stringify(value.map((one: unknown) => toSqlValue(field, one)));
}

function likePattern(op: 'beginswith' | 'endswith' | 'contains', field: Field, value: unknown): string {
  if (field.type !== 'string') throw unfit(field);
  const escaped = String(toSqlValue(field, value)).replace(/[\\%_]/g, '\\$&');
  return `${op === 'beginswith' ? '' : '%'}${escaped}${op === 'endswith' ? '' : '%'}`;
}

/** The value as the column holds it. Booleans must be literally true or false; moments are UTC unless they say else. */
function toSqlValue(field: Field, value: unknown): string | number {
  switch (field.type) {
    case 'boolean':
      if (typeof value === 'boolean') return Number(value);
      throw unfit(field);
    case 'string':
      if (typeof value === 'string' || typeof value === 'number') return String(value);
      throw unfit(field);
    case 'datetime':
      return toMoment(field, value);
    default:
      return toNumber(field, value);
  }
}

function toNumber(field: Field, value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw unfit(field);
  return number;
}

function toMoment(field: Field, value: unknown): string {
  if (typeof value !== 'string') throw unfit(field);
  const hasZone = /(z|[+-]\d\d:?\d\d)$/i.test(value);
  const hasTime = /\d[t ]\d/i.test(value);
  const moment = new Date(hasZone || !hasTime ? value : `${value}Z`);
  if (Number.isNaN(moment.getTime())) throw unfit(field);
  return moment.toISOString();
}

function unfit(field: Field): VendorError {
  return new VendorError(`The value of the filter on field: ${field.name} is not a valid ${field.type}.`);
}
