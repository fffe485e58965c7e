import type { SettingsSnapshot } from '../../contract/index.js';
import type { SomeSettings } from '../../model/index.js';

/** As many companies as somebody has open at a time, and more. */
const KEPT = 50;

/**
 * The settings that were read lately, by their version: what a save finds under the version that it starts from is what
 * was there before it. In memory only: after the worker's end they are read once more.
 */
export function createSnapshotMemory() {
  const snapshots = new Map<string, SomeSettings>();
  const keyOf = (connectionId: string, companyId: number, version: string) =>
    JSON.stringify([connectionId, companyId, version]);

  return {
    keep(connectionId: string, { companyId, version, settings }: SettingsSnapshot): void {
      const key = keyOf(connectionId, companyId, version);
      snapshots.delete(key);
      snapshots.set(key, settings);
      const [oldest] = snapshots.keys();
      if (snapshots.size > KEPT && oldest !== undefined) snapshots.delete(oldest);
    },
    find(connectionId: string, companyId: number, version: string): SomeSettings | undefined {
      return snapshots.get(keyOf(connectionId, companyId, version));
    },
  };
}
