import * as v from 'valibot';
import { IdTextSchema } from '../id-text.js';
import { problem } from './problem.js';

/** As many as the vendor's REST API gives at once. */
const PAGE_SIZE = 500;

/** One page of a list in the order of ids. */
export interface IdPage<T> {
  readonly items: T[];
  /** The last id of this page as text; null on the last page. */
  readonly next: string | null;
}

/**
 * The page after `cursor`, which is what a page's `next` said, or undefined for the first; the refusal of any other.
 * `read` gets so many items at most, with ids above that one.
 */
export async function pageById<T>(
  cursor: string | undefined,
  idOf: (item: T) => number,
  read: (slice: { afterId: number | null; limit: number }) => Promise<T[]>,
): Promise<IdPage<T> | Response> {
  const after = cursor === undefined ? null : v.safeParse(IdTextSchema, cursor);
  if (after?.success === false) return problem('not-found', { detail: 'There is no such page.' });
  const found = await read({ afterId: after?.output ?? null, limit: PAGE_SIZE + 1 });
  const items = found.slice(0, PAGE_SIZE);
  const last = items.at(-1);
  const isEnd = last === undefined || found.length <= PAGE_SIZE;
  return { items, next: isEnd ? null : String(idOf(last)) };
}
