import type { SessionArea } from '../../src/background/session-area.js';

/** A storage area of the browser on a map: like the real ones it keeps clones and tells neither of unknown keys nor of removed ones. */
export function createArea(stored: Map<string, unknown>): SessionArea {
  return {
    get: (keys) => {
      const wanted = typeof keys === 'string' ? [keys] : [...stored.keys()];
      const found = wanted.filter((key) => stored.has(key));
      return Promise.resolve(Object.fromEntries(found.map((key) => [key, structuredClone(stored.get(key))])));
    },
    set: (items) => {
      for (const [key, value] of Object.entries(items)) stored.set(key, structuredClone(value));
      return Promise.resolve();
    },
    remove: (keys) => {
      for (const key of [keys].flat()) stored.delete(key);
      return Promise.resolve();
    },
  };
}
