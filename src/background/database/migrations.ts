import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { PortalSchema } from './schema.js';

type Migrating = IDBPTransaction<PortalSchema, StoreNames<PortalSchema>[], 'versionchange'>;
type Migration = (database: IDBPDatabase<PortalSchema>, transaction: Migrating) => void | Promise<void>;

/** From nothing: jobs, their steps, the journal. */
const first: Migration = (database) => {
  database.createObjectStore('jobs', { keyPath: 'id' }).createIndex('by-age', 'createdAt');
  const steps = database.createObjectStore('steps', { keyPath: ['jobId', 'index'] });
  steps.createIndex('by-state', ['jobId', 'state', 'index']);
  const journal = database.createObjectStore('journal', { keyPath: 'id', autoIncrement: true });
  journal.createIndex('by-psa', 'psaOrigin');
  journal.createIndex('by-company', ['psaOrigin', 'companyId']);
  // Entries without a job have null there, which is no key: they are left out.
  journal.createIndex('by-step', ['jobId', 'contactId']);
};

/** The names of company and contact stand in the journal; of what was written before they are not known. */
const names: Migration = async (_database, transaction) => {
  const store = transaction.objectStore('journal');
  for (let cursor = await store.openCursor(); cursor !== null; cursor = await cursor.continue())
    await cursor.update({ ...cursor.value, companyName: null, contactName: null });
};

/**
 * How each version becomes the next; the database's version is how many there are. What was published is never
 * changed: a new shape is a new migration at the end, so that every old database gets there.
 */
export const migrations: readonly Migration[] = [first, names];

/** Must only await what the transaction does: it ends by itself as soon as there is nothing to do in it. */
export async function migrateFrom(
  oldVersion: number,
  database: IDBPDatabase<PortalSchema>,
  transaction: Migrating,
): Promise<void> {
  for (const migrate of migrations.slice(oldVersion)) await migrate(database, transaction);
}
