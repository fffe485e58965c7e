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
  name: v.string(),
  defaults: v.pipe(v.string(), v.parseJson(), ProviderDefaultsSchema),
});
const RequestTypeRow = v.object({ ...RequestTypeSchema.entries, isActive: flag });
const SecurityLevelRow = v.object({ ...SecurityLevelSchema.entries, isSystem: flag, isActive: flag });
const CountryRow = v.object({ id: v.number(), code: v.string(), name: v.string() });
export type Country = v.InferOutput<typeof CountryRow>;

/** What the provider has set up for all its companies. */
export interface ProviderStore {
  name(): Promise<string>;
  /** D1 */
  defaults(): Promise<ProviderDefaults>;
  /** R, active or not, ordered by id. */
  requestTypes(): Promise<RequestType[]>;
  /** V, ordered by id. */
  securityLevels(): Promise<SecurityLevel[]>;
  countries(): Promise<Country[]>;
}

export function providerStore(db: Database): ProviderStore {
  const provider = async (): Promise<v.InferOutput<typeof ProviderRow>> => {
    const row = await db.row(ProviderRow, 'SELECT name, defaults FROM provider');
    if (row === null) throw new Error('the database has no provider row');
    return row;
  };
  return {
    name: async () => (await provider()).name,
    defaults: async () => (await provider()).defaults,
    requestTypes: () => db.rows(RequestTypeRow, 'SELECT id, name, isActive FROM request_types ORDER BY id'),
    securityLevels: () =>
      db.rows(SecurityLevelRow, 'SELECT id, name, kind, isSystem, isActive FROM security_levels ORDER BY id'),
    countries: () => db.rows(CountryRow, 'SELECT id, code, name FROM countries ORDER BY id'),
  };
}
