import type { Page } from 'playwright-core';
import * as v from 'valibot';

const KeyPath = v.union([v.string(), v.array(v.string())]);

/** A database as it lies on disk: its version, how its stores are made, and every record. */
const StoredDatabaseSchema = v.object({
  name: v.string(),
  version: v.number(),
  stores: v.array(
    v.object({
      name: v.string(),
      keyPath: v.nullable(KeyPath),
      autoIncrement: v.boolean(),
      indexes: v.array(v.object({ name: v.string(), keyPath: KeyPath })),
      records: v.array(v.looseObject({})),
    }),
  ),
});

/** All that a version of the extension had stored, and what somebody has to know to go on with it. All of it is invented. */
export const StoredProfileSchema = v.object({
  version: v.string(),
  /** Where the PSA was. Its address is in the vault, encrypted, so it cannot be another one later. */
  psaOrigin: v.string(),
  passphrase: v.string(),
  /** The contacts whose accounts the unfinished job has not created yet. */
  unfinishedContactIds: v.array(v.number()),
  local: v.record(v.string(), v.unknown()),
  session: v.record(v.string(), v.unknown()),
  databases: v.array(StoredDatabaseSchema),
});
export type StoredProfile = v.InferOutput<typeof StoredProfileSchema>;
export type StoredData = Pick<StoredProfile, 'local' | 'session' | 'databases'>;

interface Area {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  clear(): Promise<void>;
}
declare const chrome: { storage: { local: Area; session: Area } };

/** Reads everything that is stored, in a page of the extension. */
export function readStored(page: Page): Promise<StoredData> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('IndexedDB'));
        };
      });
    const databases = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      const stores = [];
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName);
        stores.push({
          name: storeName,
          keyPath: store.keyPath,
          autoIncrement: store.autoIncrement,
          indexes: [...store.indexNames].map((index) => ({
            name: index,
            keyPath: store.index(index).keyPath,
          })),
          records: (await done(store.getAll())) as Record<string, unknown>[],
        });
      }
      databases.push({ name, version: database.version, stores });
      database.close();
    }
    const { local, session } = chrome.storage;
    return { local: await local.get(null), session: await session.get(null), databases };
  });
}

/** Puts everything in the place of what is stored, in a page of the extension. */
export function writeStored(page: Page, data: StoredData): Promise<void> {
  return page.evaluate(async ({ local, session, databases }) => {
    const done = (request: IDBRequest): Promise<unknown> =>
      new Promise((resolve, reject) => {
        request.onsuccess = resolve;
        request.onerror = () => {
          reject(request.error ?? new Error('IndexedDB'));
        };
      });
    await chrome.storage.local.clear();
    await chrome.storage.local.set(local);
    await chrome.storage.session.clear();
    await chrome.storage.session.set(session);
    for (const { name, version, stores } of databases) {
      await done(indexedDB.deleteDatabase(name));
      const opening = indexedDB.open(name, version);
      opening.onupgradeneeded = () => {
        for (const { name: storeName, keyPath, autoIncrement, indexes, records } of stores) {
          const store = opening.result.createObjectStore(storeName, { keyPath, autoIncrement });
          for (const index of indexes) store.createIndex(index.name, index.keyPath);
          for (const one of records) store.add(one);
        }
      };
      await done(opening);
      opening.result.close();
    }
  }, data);
}
