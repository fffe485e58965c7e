import * as v from 'valibot';
import { GridLayoutSchema, type GridLayoutStore } from '../../contract/index.js';

const keyOf = (gridId: string): string => `portal-grid:${gridId}`;

/**
 * Remembers in this page's origin. Where the browser keeps nothing (blocked, full, a sandboxed frame), nothing is remembered
 * and nobody is bothered: a grid works without. What is broken or of an older version is passed over.
 */
export const localLayouts: GridLayoutStore = {
  load: (gridId) => Promise.resolve(parsed(orUndefined(() => localStorage.getItem(keyOf(gridId))))),
  save: (gridId, layout) => {
    orUndefined(() => localStorage.setItem(keyOf(gridId), JSON.stringify(layout)));
    return Promise.resolve();
  },
};

function parsed(text: string | null | undefined) {
  if (text === null || text === undefined) return undefined;
  const value = orUndefined((): unknown => JSON.parse(text));
  const layout = v.safeParse(GridLayoutSchema, value);
  return layout.success ? layout.output : undefined;
}

function orUndefined<T>(attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}
