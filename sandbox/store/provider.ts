import * as v from 'valibot';
import {
  ProviderDefaultsSchema,
  RequestTypeSchema,
  SecurityLevelSchema,
  type ProviderDefaults,
  type RequestType,
  type SecurityLevel,
} from '../../src/model/index.js';
import { flag, type Database } from './database.js';

const ProviderRow = v.object({
  defaults: v.pipe(v.string(), v.parseJson(), ProviderDefaultsSchema),
});
const RequestTypeRow = v.object({ ...RequestTypeSchema.entries, isActive: flag });
const SecurityLevelRow = v.object({ ...SecurityLevelSchema.entries, isSystem: flag, isActive: flag });

/** What the provider has set up for all its companies. */
export interface ProviderStore {
  /** D1 */
  defaults(): Promise<ProviderDefaults>;
  /** R, active or not, ordered by id. */
  requestTypes(): Promise<RequestType[]>;
  /** V, ordered by id. */
  securityLevels(): Promise<SecurityLevel[]>;
}

export function providerStore(db: Database): ProviderStore {
  return {
    defaults: async () => {
      const row = await db.row(ProviderRow, 'SELECT defaults FROM provider');
      if (row === null) throw new Error('the database has no provider row');
      return row.defaults;
    },
    requestTypes: () =>
      db.rows(
        RequestTypeRow,
        'SELECT id, name, isActive, groupName AS "group" FROM request_types ORDER BY id',
      ),
    securityLevels: () =>
      db.rows(SecurityLevelRow, 'SELECT id, name, kind, isSystem, isActive FROM security_levels ORDER BY id'),
  };
}
