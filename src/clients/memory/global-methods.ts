import { PortalError, type PortalAdmin } from '../../contract/index.js';
import { changedGlobals } from './rules.js';
import { SELF, type MemoryDesk } from './memory-desk.js';

/** D1: the global settings. */
export function globalMethods(desk: MemoryDesk): Pick<PortalAdmin, 'globalSettings' | 'saveGlobalSettings'> {
  const { store } = desk;
  return {
    async globalSettings(options) {
      await desk.read('globalSettings', 'globalSettings', options);
      return store.globalSnapshot();
    },

    async saveGlobalSettings(change, version) {
      await desk.write('saveGlobalSettings', 'globalSettings');
      if (store.globalSnapshot().version !== version)
        throw new PortalError({
          code: 'validation',
          problems: [{ path: [], code: 'changed-meanwhile' }],
        });
      store.saveGlobalSettings(changedGlobals(store.data, change), SELF);
      desk.listeners.tell({ kind: 'options' });
      return store.globalSnapshot();
    },
  };
}
