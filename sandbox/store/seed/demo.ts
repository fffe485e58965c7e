import type { Statement } from '../database.js';
import type { ColumnValues } from '../rows.js';
import { companyStatements, type SeedCompany } from './companies.js';
import { insertStatements } from './insert.js';
import { logoStatements } from './logos.js';
import { contactColumns, person, portalUserColumns } from './people.js';
import { signersOf, ssoEventStatements, type SeedLog, type Signer } from './sso-events.js';

const NORDLICHT = 174;
const HARBOR_SUPPLY = 175;
const ALPENGLANZ = 180;

/** One company per situation that an admin meets. */
const companies: readonly SeedCompany[] = [
  { id: 0, name: 'Nordwind IT', country: 'DE', city: 'Hamburg', subdomain: 'nordwind' },
  {
    id: NORDLICHT,
    name: 'Nordlicht Logistik GmbH',
    country: 'DE',
    city: 'Bremen',
    subdomain: 'nordlicht',
    hasIdentityProvider: true,
    settings: {
      workedTime: 'billed',
      ticketDueDates: true,
      requestTypes: { mode: 'custom', ids: [1, 2, 6] },
    },
    taskfire: { contractEnds: '2027-12-31' },
  },
  { id: HARBOR_SUPPLY, name: 'Harbor Supply Co.', country: 'US', city: 'New York', state: 'NY' },
  {
    id: ALPENGLANZ,
    name: 'Alpenglanz Hotels AG',
    country: 'AT',
    city: 'Innsbruck',
    subdomain: 'alpenglanz',
    hasIdentityProvider: true,
    settings: { relatedTickets: 'taskfire', timeZone: 'Europe/Vienna' },
    taskfire: { contractEnds: '2026-06-30' },
  },
  { id: 181, name: 'Alpenglanz Seehotel', country: 'AT', city: 'Bregenz', parentId: 180 },
  // No customer: its own people have no access, those of the parent company still open tickets for it.
  { id: 182, name: 'Alpenglanz Bergresort', country: 'CH', city: 'Davos', parentId: 180, type: 3 },
  {
    id: 190,
    name: 'Kanzlei Brückner & Partner',
    country: 'DE',
    city: 'Lüneburg',
    subdomain: 'brueckner',
    settings: { portalEnabled: false },
  },
  {
    id: 200,
    name: 'Leuchtturm Verlag KG',
    country: 'DE',
    city: 'Kiel',
    subdomain: 'leuchtturm',
    settings: { earlyAccess: true, preventLegacyPortal: true, firstExperience: 'early-access' },
  },
];

/** Everything of one company's people. Ids count up from `firstId`; a user's id is its contact's id plus 40,000. */
interface Staff {
  readonly companyId: number;
  readonly firstId: number;
  readonly size: number;
  readonly domain: string;
  readonly formats: 'german' | 'american';
  /** What the accounts of every third are. */
  readonly users: 'active' | 'inactive' | 'none';
}

const staff: readonly Staff[] = [
  { companyId: 0, firstId: 1, size: 4, domain: 'nordwind.example', formats: 'german', users: 'active' },
  {
    companyId: HARBOR_SUPPLY,
    firstId: 400,
    size: 9,
    domain: 'harbor-supply.example',
    formats: 'american',
    users: 'inactive',
  },
  {
    companyId: ALPENGLANZ,
    firstId: 420,
    size: 17,
    domain: 'alpenglanz.example',
    formats: 'german',
    users: 'active',
  },
  { companyId: 181, firstId: 440, size: 5, domain: 'seehotel.example', formats: 'german', users: 'active' },
  { companyId: 182, firstId: 450, size: 3, domain: 'bergresort.example', formats: 'german', users: 'none' },
  { companyId: 190, firstId: 460, size: 6, domain: 'brueckner.example', formats: 'german', users: 'active' },
];

/** Statements of the demo data beyond the provider's own. */
export function demoStatements(now: Date): Statement[] {
  const contacts = [...staff.flatMap(staffContacts), ...nordlichtContacts()];
  const users = [...staff.flatMap(staffUsers), ...nordlichtUsers()];
  return [
    ...companyStatements(companies),
    ...logoStatements(),
    ...insertStatements('contacts', contacts),
    ...insertStatements('portal_users', users),
    ...ssoEventStatements(signInLogs(contacts, users), now),
  ];
}

/** A usual log, and one of more than 5,000 events; the other companies have no identity provider. */
function signInLogs(contacts: readonly ColumnValues[], users: readonly ColumnValues[]): SeedLog[] {
  const signers = (companyId: number): Signer[] => signersOf(companyId, contacts, users);
  return [
    {
      ...{ companyId: NORDLICHT, count: 620, identityProvider: 'Microsoft Entra ID' },
      ...{ signers: signers(NORDLICHT), domain: 'nordlicht.example' },
    },
    {
      ...{ companyId: ALPENGLANZ, count: 8_400, identityProvider: 'Okta' },
      ...{ signers: signers(ALPENGLANZ), domain: 'alpenglanz.example' },
    },
  ];
}

function staffContacts({ companyId, firstId, size, domain }: Staff): ColumnValues[] {
  return Array.from({ length: size }, (_, index) => {
    const who = person(firstId + index);
    const emailAddress = `${who.mailbox}@${domain}`;
    return contactColumns(firstId + index, companyId, who, {
      emailAddress,
      phone: index % 3 === 0 ? null : `+49 40 555 ${(firstId + index).toString()}`,
      isActive: true,
      primaryContact: index === 0,
    });
  });
}

/** Harbor Supply has only inactive accounts: nobody there can log in (U6). */
function staffUsers({ firstId, size, domain, formats, users }: Staff): ColumnValues[] {
  if (users === 'none') return [];
  const ids = Array.from({ length: size }, (_, index) => firstId + index).filter(
    (_, index) => index % 3 === 0,
  );
  return ids.map((id) =>
    portalUserColumns(40_000 + id, id, `${person(id).mailbox}@${domain}`, {
      securityLevel: 1 + (id % 3),
      isActive: users === 'active',
      formats,
    }),
  );
}

const NORDLICHT_CONTACTS = 128;
const NORDLICHT_FIRST = 201;
const NORDLICHT_ACTIVE_USERS = 37;
const NORDLICHT_INACTIVE_USERS = 11;

/** Edge cases by position: 5, 15, 25... have no mail; 60 to 62 share one; each 16th has left the company. */
function nordlichtContacts(): ColumnValues[] {
  return Array.from({ length: NORDLICHT_CONTACTS }, (_, index) =>
    contactColumns(NORDLICHT_FIRST + index, NORDLICHT, person(index), {
      emailAddress: nordlichtMail(index),
      phone: index % 4 === 3 ? null : `+49 421 555 ${(1000 + index).toString()}`,
      isActive: index % 16 !== 15,
      primaryContact: index === 0,
    }),
  );
}

function nordlichtMail(index: number): string | null {
  if (index >= 60 && index <= 62) return 'versand@nordlicht.example';
  return index % 10 === 5 ? null : `${person(index).mailbox}@nordlicht.example`;
}

/** 37 active accounts (among them number 15's, who has left), then 11 switched off. Levels 1 to 7 all occur. */
function nordlichtUsers(): ColumnValues[] {
  return Array.from({ length: NORDLICHT_ACTIVE_USERS + NORDLICHT_INACTIVE_USERS }, (_, index) => {
    const userName = nordlichtMail(index) ?? person(index).mailbox;
    return portalUserColumns(40_000 + NORDLICHT_FIRST + index, NORDLICHT_FIRST + index, userName, {
      securityLevel: index === 0 ? 5 : 1 + (index % 7),
      isActive: index < NORDLICHT_ACTIVE_USERS,
      formats: 'german',
    });
  });
}
