import * as v from 'valibot';
import {
  GlobalSettingsSchema,
  ProviderDefaultsSchema,
  RequestTypeSchema,
  SecurityLevelSchema,
  globalProblems,
  type Followers,
  type GlobalChange,
  type GlobalProblem,
  type ProviderDefaults,
  type RequestType,
  type SecurityLevel,
} from '../../src/model/index.js';
import { flag, type Database } from './database.js';
import { countFollowers } from './followers.js';

const ProviderRow = v.object({
  settings: v.pipe(v.string(), v.parseJson(), GlobalSettingsSchema),
  version: v.number(),
  changedBy: v.nullable(v.string()),
  changedAt: v.nullable(v.string()),
});
/** What companies inherit, as stored. */
export type StoredGlobals = v.InferOutput<typeof ProviderRow>;

const RequestTypeRow = v.object({ ...RequestTypeSchema.entries, isActive: flag });
const SecurityLevelRow = v.object({ ...SecurityLevelSchema.entries, isSystem: flag, isActive: flag });

export interface GlobalsWrite {
  /** Only what changes; the rest stays. */
  readonly change: GlobalChange;
  /** The version that the change was made on; undefined overwrites whatever is there (the PSA's own form). */
  readonly expectedVersion?: number | undefined;
  /** Who is shown as the author. */
  readonly changedBy: string;
}

export type GlobalsWriteResult =
  | { readonly kind: 'saved' | 'conflict'; readonly current: StoredGlobals }
  | { readonly kind: 'refused'; readonly problems: readonly GlobalProblem[] };

/** What the provider has set up for all its companies. */
export interface ProviderStore {
  /** D1: what companies inherit through settings of their own. */
  defaults(): Promise<ProviderDefaults>;
  /** D1: all of it, to be changed. */
  globals(): Promise<StoredGlobals>;
  /** The only way it changes, whoever asks: rules applied, version checked and raised. */
  saveGlobals(write: GlobalsWrite): Promise<GlobalsWriteResult>;
  /** D1: how many active customers follow each value. */
  followers(): Promise<Followers>;
  /** R, active or not, ordered by id. */
  requestTypes(): Promise<RequestType[]>;
  /** V, ordered by id. */
  securityLevels(): Promise<SecurityLevel[]>;
}

export function providerStore(db: Database): ProviderStore {
  const globals: ProviderStore['globals'] = async () => {
    const row = await db.row(ProviderRow, 'SELECT settings, version, changedBy, changedAt FROM provider');
    if (row === null) throw new Error('the database has no provider row');
    return row;
  };
  const requestTypes: ProviderStore['requestTypes'] = () =>
    db.rows(RequestTypeRow, 'SELECT id, name, isActive, groupName AS "group" FROM request_types ORDER BY id');
  return {
    // The schema's object leaves out what no company has a setting for.
    defaults: async () => v.parse(ProviderDefaultsSchema, (await globals()).settings),
    globals,
    saveGlobals: (write) =>
      db.exclusive(async () => {
        const current = await globals();
        if (write.expectedVersion !== undefined && write.expectedVersion !== current.version)
          return { kind: 'conflict', current };
        const after = { ...current.settings, ...write.change };
        const problems = globalProblems(current.settings, after, await requestTypes());
        if (problems.length > 0) return { kind: 'refused', problems };
        await db.run(
          'UPDATE provider SET settings = ?, version = version + 1, changedBy = ?, changedAt = ?',
          [JSON.stringify(after), write.changedBy, new Date().toISOString()],
        );
        return { kind: 'saved', current: await globals() };
      }),
    followers: () => countFollowers(db),
    requestTypes,
    securityLevels: () =>
      db.rows(SecurityLevelRow, 'SELECT id, name, kind, isSystem, isActive FROM security_levels ORDER BY id'),
  };
}
