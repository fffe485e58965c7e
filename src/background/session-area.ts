import type { Storage } from 'webextension-polyfill';

/** `storage.session`: in memory, for the extension alone, until the browser ends. Survives the end of the worker. */
export type SessionArea = Pick<Storage.StorageArea, 'get' | 'set' | 'remove'>;

/** The entries whose key begins with `prefix`, by what follows it. */
export async function entriesWith(area: SessionArea, prefix: string): Promise<[string, unknown][]> {
  const everything = await area.get(null);
  return Object.entries(everything)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]) => [key.slice(prefix.length), value]);
}
