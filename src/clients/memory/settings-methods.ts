import { PortalError, type PortalAdmin, type SettingsSnapshot } from '../../contract/index.js';
import { settingKeys, type SomeSettings } from '../../model/index.js';
import { visibleSettings } from './limits.js';
import { SELF, type MemoryDesk } from './memory-desk.js';
import { changedSettings } from './rules.js';

/** A company's settings. */
export function settingsMethods(desk: MemoryDesk): Pick<PortalAdmin, 'settings' | 'saveSettings'> {
  const { store, capabilities } = desk;

  function visibleSnapshot(companyId: number): SettingsSnapshot {
    const snapshot = store.snapshot(companyId);
    return { ...snapshot, settings: visibleSettings(snapshot.settings, capabilities) };
  }

  function refuseLocked(change: SomeSettings): void {
    const named = settingKeys.filter((key) => change[key] !== undefined);
    if (named.some((key) => capabilities.settings[key].state !== 'available'))
      throw new PortalError({ code: 'forbidden' });
  }

  return {
    async settings(companyId, options) {
      await desk.read('settings', 'settings', options);
      return visibleSnapshot(companyId);
    },

    async saveSettings(companyId, change, version) {
      await desk.write('saveSettings', 'settings');
      const company = store.company(companyId);
      refuseLocked(change);
      if (store.snapshot(companyId).version !== version)
        throw new PortalError({ code: 'conflict', theirs: visibleSnapshot(companyId) });
      store.saveSettings(companyId, changedSettings(store.data, company, change), SELF);
      desk.listeners.tell({ kind: 'settings', companyId });
      return visibleSnapshot(companyId);
    },
  };
}
