import { PortalError } from '../../contract/index.js';

/** A piece of a list that is ordered by id. The cursor is the last id seen, so rows that come or go in between shift nothing. */
export function pageOf<T>(
  items: readonly T[],
  idOf: (item: T) => number,
  cursor: string | null,
  size: number,
): { items: T[]; next: string | null } {
  const after = cursor === null ? -1 : Number(cursor);
  if (!Number.isSafeInteger(after)) throw new PortalError({ code: 'not-found', detail: 'Unknown page.' });
  const left = items.filter((item) => idOf(item) > after);
  const page = left.slice(0, size);
  const last = page.at(-1);
  const isEnd = last === undefined || left.length <= size;
  return { items: page, next: isEnd ? null : String(idOf(last)) };
}
