import * as v from 'valibot';
import {
  CompanySettingsSchema,
  defaultSettings,
  forceEarlyAccess,
  settingProblems,
  type CompanySettings,
  type SettingProblem,
  type SomeSettings,
} from '../../src/model/index.js';
import type { Database } from './database.js';
import type { ProviderStore } from './provider.js';
import type { TaskfireStore } from './taskfire.js';

const SettingsRow = v.object({
  settings: v.pipe(v.string(), v.parseJson(), CompanySettingsSchema),
  version: v.number(),
  changedBy: v.nullable(v.string()),
  changedAt: v.nullable(v.string()),
});
/** A company's settings as stored. Version 0 with nobody's name: nobody has touched the defaults yet. */
export type StoredSettings = v.InferOutput<typeof SettingsRow>;

export interface SettingsWrite {
  readonly companyId: number;
  /** Only what changes; the rest stays. */
  readonly change: SomeSettings;
  /** The version that the change was made on; undefined overwrites whatever is there (the PSA's own form). */
  readonly expectedVersion?: number | undefined;
  /** Who is shown as the author. */
  readonly changedBy: string;
}

export type SettingsWriteResult =
  | { readonly kind: 'saved'; readonly current: StoredSettings }
  | { readonly kind: 'conflict'; readonly current: StoredSettings }
  | {
      readonly kind: 'refused';
      readonly problems: readonly SettingProblem[];
      readonly current: StoredSettings;
    };

export interface SettingsStore {
  /** The company must exist. */
  get(companyId: number): Promise<StoredSettings>;
  /** The only way settings change, whoever asks: rules applied, version checked and raised. The company must exist. */
  save(write: SettingsWrite): Promise<SettingsWriteResult>;
}

export function settingsStore(db: Database, provider: ProviderStore, taskfire: TaskfireStore): SettingsStore {
  const get: SettingsStore['get'] = async (companyId) =>
    (await db.row(
      SettingsRow,
      'SELECT settings, version, changedBy, changedAt FROM portal_settings WHERE companyID = ?',
      [companyId],
    )) ?? { settings: defaultSettings, version: 0, changedBy: null, changedAt: null };

  const save: SettingsStore['save'] = (write) =>
    db.exclusive(async () => {
      const current = await get(write.companyId);
      if (write.expectedVersion !== undefined && write.expectedVersion !== current.version)
        return { kind: 'conflict', current };
      const after = forceEarlyAccess<CompanySettings>({ ...current.settings, ...write.change });
      const problems = settingProblems(current.settings, after, {
        isTaskfireActive: await taskfire.isActive(write.companyId),
        provider: await provider.defaults(),
        requestTypes: await provider.requestTypes(),
      });
      if (problems.length > 0) return { kind: 'refused', problems, current };
      await upsert(db, write, after, current.version + 1);
      return { kind: 'saved', current: await get(write.companyId) };
    });

  return { get, save };
}

async function upsert(
  db: Database,
  { companyId, changedBy }: SettingsWrite,
  settings: CompanySettings,
  version: number,
): Promise<void> {
  await db.run(
    `INSERT INTO portal_settings (companyID, settings, version, changedBy, changedAt) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (companyID) DO UPDATE SET settings = excluded.settings, version = excluded.version,
       changedBy = excluded.changedBy, changedAt = excluded.changedAt`,
    [companyId, JSON.stringify(settings), version, changedBy, new Date().toISOString()],
  );
}
