import { openDB, type IDBPDatabase } from 'idb';
import { PortalError } from '../../contract/index.js';
import { migrateFrom, migrations } from './migrations.js';
import type { PortalSchema } from './schema.js';

export type PortalDatabase = IDBPDatabase<PortalSchema>;

/** The database, opened when it is first needed and again after the browser closed it. Rejects with a `PortalError`. */
export type Database = () => Promise<PortalDatabase>;

/** The one database of the extension. Tests give each its own. */
export const DATABASE_NAME = 'portal-admin';

/**
 * Opens the database lazily: a worker that is started for something else does not pay for it. An older one is brought
 * up to date; a newer one, after a downgrade of the extension, is left alone and every use rejects.
 */
export function openDatabase(name: string = DATABASE_NAME): Database {
  let opened: Promise<PortalDatabase> | undefined;
  const forget = (): void => {
    opened = undefined;
  };

  async function open(): Promise<PortalDatabase> {
    try {
      return await openDB<PortalSchema>(name, migrations.length, {
        upgrade: (database, oldVersion, _newVersion, transaction) => {
          // What fails in there ends the transaction, and with it the opening: the database stays as it was.
          void migrateFrom(oldVersion, database, transaction).catch(() => transaction.abort());
        },
        // Another context wants to bring it up to date: whoever holds on would keep it from that.
        blocking: (_current, _blocked, { target }) => {
          forget();
          if (target instanceof IDBDatabase) target.close();
        },
        terminated: forget,
      });
    } catch (thrown) {
      forget();
      throw storageError(thrown);
    }
  }

  return () => (opened ??= open());
}

/** What the browser's storage threw, as a `PortalError`: `storage-full`, or `unknown` with words that say what it is. */
export function storageError(thrown: unknown): PortalError {
  if (thrown instanceof PortalError) return thrown;
  const name = thrown instanceof DOMException ? thrown.name : 'Error';
  if (name === 'QuotaExceededError') return new PortalError({ code: 'storage-full' }, { cause: thrown });
  const detail = name === 'VersionError' ? NEWER : `stored data: ${name}`;
  return new PortalError({ code: 'unknown', detail }, { cause: thrown });
}

const NEWER = 'The stored data was written by a newer version of this extension. Nothing was changed.';
