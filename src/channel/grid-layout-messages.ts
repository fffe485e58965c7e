import * as v from 'valibot';
import { GridIdSchema, GridLayoutSchema } from '../contract/index.js';

/**
 * The messages about how somebody has arranged the grids. They go through the worker because in the PSA's page a content
 * script's `localStorage` is the page's own: it could read them and write them.
 */
export const gridLayoutMessages = {
  'grid-layout': {
    from: ['content', 'page'],
    request: v.strictObject({ gridId: GridIdSchema }),
    answer: v.nullable(GridLayoutSchema),
  },
  'save-grid-layout': {
    from: ['content', 'page'],
    request: v.strictObject({ gridId: GridIdSchema, layout: GridLayoutSchema }),
    answer: v.null(),
  },
  /** All of them. */
  'forget-grid-layouts': { from: ['page'], request: v.strictObject({}), answer: v.null() },
} as const;
