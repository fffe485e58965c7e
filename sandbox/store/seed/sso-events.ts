import type { SsoEventType } from '../../../src/model/index.js';
import type { Statement } from '../database.js';
import type { ColumnValues } from '../rows.js';
import { insertStatements } from './insert.js';
import { securityLevels } from './provider.js';

/** Who signs in, as the log names people. */
export interface Signer {
  readonly contactId: number;
  readonly contactName: string;
  readonly userName: string;
  readonly securityLevel: string;
}

/** The sign-ins of one company, up to now. */
export interface SeedLog {
  readonly companyId: number;
  /** How many, half as many again as the log shows: what is older stays stored. */
  readonly count: number;
  readonly identityProvider: string;
  readonly signers: readonly Signer[];
  /** The domain of addresses that nobody here has. */
  readonly domain: string;
}

/** The people of a company who have an account. */
export function signersOf(
  companyId: number,
  contacts: readonly ColumnValues[],
  users: readonly ColumnValues[],
): Signer[] {
  const accounts = new Map(users.map((user) => [user.contactID, user]));
  return contacts
    .filter((contact) => contact.companyID === companyId && accounts.has(contact.id ?? null))
    .map((contact) => {
      const account = accounts.get(contact.id ?? null);
      return {
        contactId: Number(contact.id),
        contactName: `${String(contact.lastName)}, ${String(contact.firstName)}`,
        userName: String(account?.userName),
        securityLevel: securityLevels.find(({ id }) => id === account?.securityLevel)?.name ?? '',
      };
    });
}

const DAY = 86_400_000;
/** Days over which they are spread: 15 more than the log shows. */
const SPREAD = 45;
/** The certificate ran out on the day before the day before yesterday, for some hours. */
const CERTIFICATE_DAY = 3;

/** What else goes wrong; each one in turn, so that every kind occurs. */
const failures: readonly SsoEventType[] = [
  'contact-does-not-exist',
  'saml-response-expired',
  'user-does-not-exist',
  'too-many-contacts-match',
  'contact-does-not-exist',
  'user-access-denied',
  'saml-validation-error',
];

/** The same for the same moment. */
export function ssoEventStatements(logs: readonly SeedLog[], now: Date): Statement[] {
  return insertStatements(
    'sso_events',
    logs.flatMap((log) => Array.from({ length: log.count }, (_, index) => eventColumns(log, index, now))),
  );
}

/** Index 0 is the newest. */
function eventColumns(log: SeedLog, index: number, now: Date): ColumnValues {
  const age = (index / log.count) * SPREAD * DAY;
  const at = new Date(now.getTime() - age - 60_000 * ((index * 7) % 13)).toISOString();
  const type = typeOf(index, age);
  const signer = log.signers[(index * 11) % log.signers.length];
  const isKnown = type !== 'contact-does-not-exist' && type !== 'too-many-contacts-match';
  return {
    companyID: log.companyId,
    at,
    contactID: isKnown ? (signer?.contactId ?? null) : null,
    contactName: isKnown ? (signer?.contactName ?? null) : null,
    securityLevel: isKnown ? (signer?.securityLevel ?? null) : null,
    userName: isKnown ? (signer?.userName ?? null) : null,
    identityProvider: log.identityProvider,
    eventType: type,
    detail: detailOf(type, { at, log, index, userName: signer?.userName ?? '' }),
  };
}

function typeOf(index: number, age: number): SsoEventType {
  const hours = age / 3_600_000 - CERTIFICATE_DAY * 24;
  if (hours > 0 && hours < 10) return 'saml-certificate-expired';
  return index % 9 === 4 ? (failures[Math.floor(index / 9) % failures.length] ?? 'success') : 'success';
}

interface Occurrence {
  readonly at: string;
  readonly log: SeedLog;
  readonly index: number;
  readonly userName: string;
}

/** Words of our own: those of the vendor are not public. */
function detailOf(type: SsoEventType, { at, log, index, userName }: Occurrence): string {
  switch (type) {
    case 'success':
      return '';
    case 'saml-validation-error':
      return `The attribute "email" of the response does not match the user name ${userName}.`;
    case 'user-does-not-exist':
      return `${log.identityProvider} has no user ${userName}.`;
    case 'contact-does-not-exist':
      return `No contact has the e-mail address new.colleague${(index % 4).toString()}@${log.domain}.`;
    case 'saml-certificate-expired':
      return `The certificate of ${log.identityProvider} has expired.`;
    case 'saml-response-expired':
      return `The response was valid until ${new Date(Date.parse(at) - 90_000).toISOString()}.`;
    case 'too-many-contacts-match':
      return `3 contacts have the e-mail address versand@${log.domain}.`;
    case 'user-access-denied':
      return 'A condition that denies access was met: department = Warehouse.';
  }
}
