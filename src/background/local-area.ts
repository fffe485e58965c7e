import type { Storage } from 'webextension-polyfill';
import { PortalError } from '../contract/index.js';

/** `storage.local`: on disk, so nothing secret goes there unencrypted. Other programs and backups can read it. */
export type LocalArea = Pick<Storage.StorageArea, 'get' | 'set' | 'remove'>;

/** The area, with "no room left" told by `storage-full`: each browser has its own words for it. */
export function tellWhenFull(area: LocalArea): LocalArea {
  return {
    get: (keys) => area.get(keys),
    remove: (keys) => area.remove(keys),
    set: async (items) => {
      try {
        await area.set(items);
      } catch (thrown) {
        throw isFull(thrown) ? new PortalError({ code: 'storage-full' }, { cause: thrown }) : thrown;
      }
    },
  };
}

function isFull(thrown: unknown): boolean {
  const text = thrown instanceof Error ? `${thrown.name} ${thrown.message}` : String(thrown);
  return /quota|disk full|no space|FILE_ERROR_NO_SPACE/i.test(text);
}
