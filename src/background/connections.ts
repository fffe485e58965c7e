import * as v from 'valibot';
import type { ConnectionSummary } from '../channel/index.js';
import { ConnectionRecordSchema, summaryOf, type ConnectionRecord } from './connection-record.js';
import { entriesWith, type SessionArea } from './session-area.js';

const PREFIX = 'connection:';

/** The connections, one per PSA address. Nothing of them is kept in the worker's own memory. */
export interface ConnectionStore {
  list(): Promise<ConnectionSummary[]>;
  /** What was entered for this PSA, else what the build carries for it. */
  find(psaOrigin: string): Promise<ConnectionRecord | undefined>;
  save(record: ConnectionRecord): Promise<ConnectionSummary>;
  forget(psaOrigin: string): Promise<void>;
}

export function createConnectionStore(area: SessionArea, preset: ConnectionRecord | null): ConnectionStore {
  return {
    async list() {
      const stored = (await entriesWith(area, PREFIX)).map(([, value]) =>
        v.parse(ConnectionRecordSchema, value),
      );
      const isReplaced = stored.some(({ psaOrigin }) => psaOrigin === preset?.psaOrigin);
      const built = preset === null || isReplaced ? [] : [summaryOf(preset, 'preset')];
      const all = [...stored.map((record) => summaryOf(record, 'stored')), ...built];
      return all.sort((one, other) => one.psaOrigin.localeCompare(other.psaOrigin));
    },
    async find(psaOrigin) {
      const key = PREFIX + psaOrigin;
      const value = (await area.get(key))[key];
      if (value !== undefined) return v.parse(ConnectionRecordSchema, value);
      return preset?.psaOrigin === psaOrigin ? preset : undefined;
    },
    async save(record) {
      await area.set({ [PREFIX + record.psaOrigin]: record });
      return summaryOf(record, 'stored');
    },
    async forget(psaOrigin) {
      await area.remove(PREFIX + psaOrigin);
    },
  };
}
