import type { IDBPObjectStore } from 'idb';
import type { JournalEntry, JournalFilter, JournalPage } from '../../contract/index.js';
import type { PortalDatabase, PortalSchema } from '../database/index.js';

/** Entries on one page. */
const JOURNAL_PAGE = 100;

/**
 * Reads one page, the newest entries first. All keys are read, which are numbers and few enough: they give the total as
 * well, and the browsers have no way to skip to a place in an index by two keys that is simpler.
 *
 * @param cursor the id of the last entry that was read before, or null at the start.
 */
export async function readPage(
  database: PortalDatabase,
  filter: JournalFilter,
  cursor: string | null,
): Promise<Omit<JournalPage, 'limit'>> {
  const { store } = database.transaction('journal');
  const keys = await keysOf(store, filter);
  const older = cursor === null ? keys : keys.filter((key) => key < Number(cursor));
  const onPage = older.slice(-JOURNAL_PAGE).reverse();
  const entries = await Promise.all(onPage.map((key) => store.get(key)));
  const last = onPage.at(-1);
  return {
    entries: entries.filter((entry) => entry !== undefined).filter(hasId),
    next: last === undefined || last === keys[0] ? null : String(last),
    total: keys.length,
  };
}

type ReadableStore = IDBPObjectStore<PortalSchema, ['journal'], 'journal'>;

/** In the order of the ids, which is the order in time. */
function keysOf(store: ReadableStore, { psaOrigin, companyId }: JournalFilter): Promise<number[]> {
  if (psaOrigin === null) return store.getAllKeys();
  if (companyId === null) return store.index('by-psa').getAllKeys(psaOrigin);
  return store.index('by-company').getAllKeys([psaOrigin, companyId]);
}

/** The key is the database's to give, so that the type leaves it open; what was stored has one. */
export function hasId(entry: PortalSchema['journal']['value']): entry is JournalEntry {
  return entry.id !== undefined;
}
