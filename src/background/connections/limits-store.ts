import type { LimitsStore } from '../../clients/index.js';
import type { SessionArea } from '../session-area.js';

/** Keeps what a connection used of its tenant's hour: as long as the browser runs, whatever becomes of the worker. */
export function limitsStore(session: SessionArea, connectionId: string): LimitsStore {
  const key = `limits:${connectionId}`;
  return {
    load: async () => (await session.get(key))[key],
    save: (state) => session.set({ [key]: state }),
  };
}
