import type { GridLayoutStore } from '../contract/index.js';
import { createAsk } from './ask.js';
import type { LivenessOptions } from './liveness.js';
import type { Transport } from './transport.js';

/** The worker's memory of how grids are arranged. Both methods reject with a `PortalError`. */
export function createRemoteLayoutStore(
  transport: Transport,
  options: LivenessOptions = {},
): GridLayoutStore {
  const ask = createAsk(transport, options);
  return {
    load: async (gridId) => (await ask('grid-layout', { gridId })) ?? undefined,
    save: async (gridId, layout) => {
      await ask('save-grid-layout', { gridId, layout });
    },
  };
}

/** Has the worker forget how all grids are arranged; from the extension's own pages only. Rejects with a `PortalError`. */
export async function forgetGridLayouts(transport: Transport): Promise<void> {
  await createAsk(transport)('forget-grid-layouts', {});
}
