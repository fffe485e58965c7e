import type { Statement } from './database.js';

/** Rises with every change of the tables below; a database of another version is refused, never migrated (demo data). */
export const SCHEMA_VERSION = 5;

/** Columns carry the vendor's field names, so that a REST field, a column and a JSON key are one word. */
const companies = `CREATE TABLE companies (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  companyName TEXT NOT NULL COLLATE NOCASE,
  companyNumber TEXT COLLATE NOCASE,
  companyType INTEGER NOT NULL,
  companyCategoryID INTEGER,
  classification INTEGER,
  isActive INTEGER NOT NULL DEFAULT 1,
  parentCompanyID INTEGER REFERENCES companies(id),
  ownerResourceID INTEGER NOT NULL,
  territoryID INTEGER,
  marketSegmentID INTEGER,
  phone TEXT NOT NULL COLLATE NOCASE,
  alternatePhone1 TEXT COLLATE NOCASE,
  alternatePhone2 TEXT COLLATE NOCASE,
  fax TEXT COLLATE NOCASE,
  webAddress TEXT COLLATE NOCASE,
  address1 TEXT COLLATE NOCASE,
  address2 TEXT COLLATE NOCASE,
  additionalAddressInformation TEXT COLLATE NOCASE,
  city TEXT COLLATE NOCASE,
  state TEXT COLLATE NOCASE,
  postalCode TEXT COLLATE NOCASE,
  countryID INTEGER REFERENCES countries(id),
  isTaxExempt INTEGER NOT NULL DEFAULT 0,
  isEnabledForComanaged INTEGER NOT NULL DEFAULT 0,
  createDate TEXT NOT NULL,
  lastActivityDate TEXT NOT NULL,
  lastTrackedModifiedDateTime TEXT NOT NULL,
  portalSubdomain TEXT NOT NULL DEFAULT '',
  hasIdentityProvider INTEGER NOT NULL DEFAULT 0
)`;

const contacts = `CREATE TABLE contacts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  companyID INTEGER NOT NULL REFERENCES companies(id),
  firstName TEXT NOT NULL COLLATE NOCASE,
  lastName TEXT NOT NULL COLLATE NOCASE,
  middleInitial TEXT COLLATE NOCASE,
  title TEXT COLLATE NOCASE,
  isActive INTEGER NOT NULL DEFAULT 1,
  primaryContact INTEGER NOT NULL DEFAULT 0,
  externalID TEXT COLLATE NOCASE,
  emailAddress TEXT COLLATE NOCASE,
  emailAddress2 TEXT COLLATE NOCASE,
  emailAddress3 TEXT COLLATE NOCASE,
  phone TEXT COLLATE NOCASE,
  extension TEXT COLLATE NOCASE,
  alternatePhone TEXT COLLATE NOCASE,
  mobilePhone TEXT COLLATE NOCASE,
  faxNumber TEXT COLLATE NOCASE,
  addressLine TEXT COLLATE NOCASE,
  addressLine1 TEXT COLLATE NOCASE,
  city TEXT COLLATE NOCASE,
  state TEXT COLLATE NOCASE,
  zipCode TEXT COLLATE NOCASE,
  countryID INTEGER REFERENCES countries(id),
  roomNumber TEXT COLLATE NOCASE,
  note TEXT COLLATE NOCASE,
  receivesEmailNotifications INTEGER NOT NULL DEFAULT 1,
  createDate TEXT NOT NULL,
  lastActivityDate TEXT NOT NULL,
  lastModifiedDate TEXT NOT NULL
)`;

/** No password column: nothing here ever signs a portal user in, so a password is checked and thrown away. */
const portalUsers = `CREATE TABLE portal_users (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contactID INTEGER NOT NULL UNIQUE REFERENCES contacts(id),
  userName TEXT NOT NULL UNIQUE COLLATE NOCASE,
  securityLevel INTEGER NOT NULL REFERENCES security_levels(id),
  isClientPortalActive INTEGER NOT NULL,
  dateFormat INTEGER NOT NULL,
  timeFormat INTEGER NOT NULL,
  numberFormat INTEGER NOT NULL
)`;

const lists = [
  'CREATE TABLE countries (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL)',
  `CREATE TABLE security_levels (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, isSystem INTEGER NOT NULL, isActive INTEGER NOT NULL
  )`,
  'CREATE TABLE request_types (id INTEGER PRIMARY KEY, name TEXT NOT NULL, isActive INTEGER NOT NULL, groupName TEXT)',
  // One row: what companies inherit, JSON of the model's GlobalSettings. Version 0 with nobody's name: as it was seeded.
  `CREATE TABLE provider (
    id INTEGER PRIMARY KEY CHECK (id = 1), settings TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 0, changedBy TEXT, changedAt TEXT
  )`,
];

const portalAdministration = [
  // A company without a row has the model's default settings in version 0.
  `CREATE TABLE portal_settings (
    companyID INTEGER PRIMARY KEY REFERENCES companies(id),
    settings TEXT NOT NULL, version INTEGER NOT NULL, changedBy TEXT NOT NULL, changedAt TEXT NOT NULL
  )`,
  `CREATE TABLE contracts (
    id INTEGER PRIMARY KEY, companyID INTEGER NOT NULL REFERENCES companies(id), name TEXT NOT NULL, expiresOn TEXT
  )`,
  `CREATE TABLE contract_services (
    id INTEGER PRIMARY KEY, contractID INTEGER NOT NULL REFERENCES contracts(id), name TEXT NOT NULL
  )`,
  // A row stands for an accepted agreement, with the service that carries the licence fee.
  `CREATE TABLE taskfire (
    companyID INTEGER PRIMARY KEY REFERENCES companies(id),
    acceptedBy TEXT NOT NULL, acceptedAt TEXT NOT NULL, agreementVersion TEXT NOT NULL,
    serviceID INTEGER REFERENCES contract_services(id)
  )`,
  // Outlives the agreement, so that no version comes twice. A company without a row is in version 0.
  `CREATE TABLE taskfire_versions (companyID INTEGER PRIMARY KEY REFERENCES companies(id), version INTEGER NOT NULL)`,
];

const logos = [
  // `data` is base64. A company without a row inherits that of company 0.
  `CREATE TABLE logos (
    companyID INTEGER NOT NULL REFERENCES companies(id), slot TEXT NOT NULL, type TEXT NOT NULL, data TEXT NOT NULL,
    width INTEGER NOT NULL, height INTEGER NOT NULL, PRIMARY KEY (companyID, slot)
  )`,
  // Outlives the logos, so that no version comes twice. A company without a row is in version 0.
  `CREATE TABLE logo_versions (companyID INTEGER PRIMARY KEY REFERENCES companies(id), version INTEGER NOT NULL)`,
];

/** No foreign key to contacts: the log keeps the name of whoever has been deleted since. */
const ssoEvents = `CREATE TABLE sso_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  companyID INTEGER NOT NULL REFERENCES companies(id),
  at TEXT NOT NULL,
  contactID INTEGER,
  contactName TEXT,
  securityLevel TEXT,
  userName TEXT,
  identityProvider TEXT NOT NULL,
  eventType TEXT NOT NULL,
  detail TEXT NOT NULL
)`;

const signIn = [
  `CREATE TABLE accounts (
    name TEXT PRIMARY KEY, displayName TEXT NOT NULL, passwordHash TEXT NOT NULL, mayConfigurePortal INTEGER NOT NULL
  )`,
  `CREATE TABLE sessions (
    tokenHash TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts(name), expiresAt TEXT NOT NULL
  )`,
  `CREATE TABLE access_tokens (tokenHash TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts(name))`,
  // What the authorization server's library keeps, one row per code, token, grant and request; times in s since 1970.
  `CREATE TABLE oauth_records (
    model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, grantId TEXT, uid TEXT,
    consumedAt INTEGER, expiresAt INTEGER NOT NULL, PRIMARY KEY (model, id)
  )`,
  // Signs the cookies of sign-ins under way.
  'CREATE TABLE cookie_key (value TEXT NOT NULL)',
  'INSERT INTO cookie_key (value) VALUES (lower(hex(randomblob(32))))',
];

const indexes = [
  'CREATE INDEX companies_name ON companies(companyName)',
  'CREATE INDEX companies_parent ON companies(parentCompanyID)',
  'CREATE INDEX contacts_company ON contacts(companyID, id)',
  'CREATE INDEX contracts_company ON contracts(companyID)',
  'CREATE INDEX contacts_email ON contacts(emailAddress)',
  'CREATE INDEX contacts_last_name ON contacts(lastName)',
  'CREATE INDEX sso_events_newest ON sso_events(companyID, at DESC, id DESC)',
  'CREATE INDEX oauth_records_grant ON oauth_records(grantId)',
  'CREATE INDEX oauth_records_end ON oauth_records(expiresAt)',
];

/** Everything that an empty database needs. */
export const schemaStatements: readonly Statement[] = [
  'CREATE TABLE schema_info (version INTEGER NOT NULL)',
  `INSERT INTO schema_info (version) VALUES (${SCHEMA_VERSION.toString()})`,
  ...lists,
  companies,
  contacts,
  portalUsers,
  ...portalAdministration,
  ...logos,
  ssoEvents,
  ...signIn,
  ...indexes,
].map((sql) => ({ sql }));
