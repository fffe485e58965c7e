import * as v from 'valibot';
import { accountStore, type AccountStore } from './accounts.js';
import { companyStore, type CompanyStore } from './companies.js';
import { contactStore, type ContactStore } from './contacts.js';
import { openDatabase, type Database } from './database.js';
import { logoStore, type LogoStore } from './logos.js';
import { portalUserStore, type PortalUserStore } from './portal-users.js';
import { providerStore, type ProviderStore } from './provider.js';
import { schemaStatements, SCHEMA_VERSION } from './schema.js';
import { seedStatements, type SeedName } from './seed/seed.js';
import { settingsStore, type SettingsStore } from './settings.js';
import { ssoEventStore, type SsoEventStore } from './sso-events.js';
import { taskfireStore, type TaskfireStore } from './taskfire.js';

/** The PSA's data. REST, portal service and pages all read and write through it, so they can never disagree. */
export interface Store {
  readonly db: Database;
  readonly companies: CompanyStore;
  readonly contacts: ContactStore;
  readonly portalUsers: PortalUserStore;
  readonly settings: SettingsStore;
  readonly provider: ProviderStore;
  readonly taskfire: TaskfireStore;
  readonly ssoEvents: SsoEventStore;
  readonly logos: LogoStore;
  readonly accounts: AccountStore;
  /** Signs the cookies of sign-ins under way; kept, so that a restart does not break them off. */
  readonly cookieKey: string;
}

/** Opens the database; an empty one gets its tables and the seed in one transaction, one with data is left as it is. */
export async function openStore(location: string, seed: SeedName): Promise<Store> {
  const db = await openDatabase(location);
  let cookieKey: string;
  try {
    await prepare(db, location, seed);
    cookieKey = await readCookieKey(db);
  } catch (error) {
    db.close();
    throw error;
  }
  const provider = providerStore(db);
  const taskfire = taskfireStore(db, provider);
  const contacts = contactStore(db);
  return {
    db,
    companies: companyStore(db, taskfire),
    contacts,
    portalUsers: portalUserStore({ db, contacts, provider, taskfire }),
    settings: settingsStore(db, provider, taskfire),
    provider,
    taskfire,
    ssoEvents: ssoEventStore(db),
    logos: logoStore(db),
    accounts: accountStore(db),
    cookieKey,
  };
}

async function readCookieKey(db: Database): Promise<string> {
  const row = await db.row(v.object({ value: v.string() }), 'SELECT value FROM cookie_key');
  if (row === null) throw new Error('the database has no cookie key');
  return row.value;
}

async function prepare(db: Database, location: string, seed: SeedName): Promise<void> {
  const tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'schema_info'";
  if ((await db.row(v.object({ name: v.string() }), tables)) === null) {
    await db.batch([...schemaStatements, ...(await seedStatements(seed))]);
    return;
  }
  const found = await db.row(v.object({ version: v.number() }), 'SELECT version FROM schema_info');
  if (found?.version !== SCHEMA_VERSION)
    throw new Error(
      `The database ${location} was made by another version of the sandbox. ` +
        'Delete it, or name another one in SANDBOX_DB.',
    );
}
