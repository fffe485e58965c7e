import type { Plugin } from 'vite';

/**
 * The package's `sideEffects` speak of what is published to npm, but bundlers apply them to `src/` too, where a module
 * that is imported only because it defines an element must stay.
 */
export const keepSideEffects: Plugin = {
  name: 'portal-admin:keep-side-effects',
  enforce: 'pre',
  transform: {
    filter: { id: { include: /[\\/]src[\\/]/, exclude: /node_modules/ } },
    handler: () => ({ moduleSideEffects: true }),
  },
};
