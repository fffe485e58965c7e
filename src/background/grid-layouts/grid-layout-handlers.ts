import type { Handlers } from '../../channel/index.js';
import type { GridLayouts } from './grid-layouts.js';

/** What the worker does for the messages about the grids' layouts. */
export function gridLayoutHandlers(
  layouts: GridLayouts,
): Pick<Handlers, 'grid-layout' | 'save-grid-layout' | 'forget-grid-layouts'> {
  return {
    'grid-layout': async ({ gridId }) => (await layouts.load(gridId)) ?? null,
    'save-grid-layout': async ({ gridId, layout }) => {
      await layouts.save(gridId, layout);
      return null;
    },
    'forget-grid-layouts': async () => {
      await layouts.forget();
      return null;
    },
  };
}
