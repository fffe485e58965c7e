import type { Item } from './sandbox.js';

/** A filter as a client posts it. */
export interface Filter {
  readonly op: string;
  readonly field?: string;
  readonly value?: unknown;
  readonly items?: readonly Filter[];
}

/**
 * What the vendor's filter means, over plain records: written from its documentation and not from the sandbox's SQL.
 * Text compares without the case of ASCII letters; a field that is empty meets nothing but `notExist`.
 */
export function meets(item: Item, filter: Filter): boolean {
  const items = filter.items ?? [];
  if (filter.op === 'and') return items.every((one) => meets(item, one));
  if (filter.op === 'or') return items.some((one) => meets(item, one));
  const found = item[filter.field ?? ''];
  if (filter.op === 'exist') return found !== null;
  if (filter.op === 'notExist') return found === null;
  if (found === null || found === undefined) return false;
  return compare(filter.op, fold(found), filter.value);
}

function compare(op: string, found: string | number | boolean, value: unknown): boolean {
  if (Array.isArray(value)) {
    const isListed = value.some((one) => fold(one) === found);
    return op === 'in' ? isListed : !isListed;
  }
  const wanted = fold(value);
  switch (op) {
    case 'eq':
      return found === wanted;
    case 'noteq':
      return found !== wanted;
    case 'gt':
      return found > wanted;
    case 'gte':
      return found >= wanted;
    case 'lt':
      return found < wanted;
    case 'lte':
      return found <= wanted;
    case 'beginsWith':
      return String(found).startsWith(String(wanted));
    case 'endsWith':
      return String(found).endsWith(String(wanted));
    case 'contains':
      return String(found).includes(String(wanted));
    default:
      throw new Error(`the oracle does not know ${op}`);
  }
}

function fold(value: unknown): string | number | boolean {
  if (typeof value === 'string') return value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  throw new Error(`the oracle compares no ${typeof value}`);
}
