import type { ContactRow, SecurityLevel, SsoEvent, SsoEventType } from '../../model/index.js';

/** Who signs in where, and until when. */
export interface SignInOptions {
  /** Those with an account sign in. */
  readonly rows: readonly ContactRow[];
  readonly levels: readonly SecurityLevel[];
  /** The newest event is no newer than this. */
  readonly now: Date;
  readonly firstId: number;
  readonly identityProvider: string;
  /** Days over which they are spread. Default 36: the log shows 30 of them. */
  readonly days?: number;
}

const DAY = 86_400_000;

/** What fails: two of three times the certificate, which ran out a day ago; the rest in turn. */
const failures: readonly SsoEventType[] = [
  'contact-does-not-exist',
  'saml-response-expired',
  'user-does-not-exist',
  'too-many-contacts-match',
  'user-access-denied',
  'saml-validation-error',
];

/** Invented sign-ins, the same for the same arguments, the newest first: most succeed, every kind of failure occurs. */
export function manySignIns(count: number, options: SignInOptions): SsoEvent[] {
  const { rows, levels, now, firstId, identityProvider, days = 36 } = options;
  const people = rows.flatMap((row) => (row.portalUser === null ? [] : [{ ...row, user: row.portalUser }]));
  const names = new Map(levels.map(({ id, name }) => [id, name]));
  return Array.from({ length: count }, (_, index): SsoEvent => {
    const age = ((index + 1) / count) * days * DAY;
    const type = typeOf(index, age);
    const who = people[(index * 7) % people.length];
    const isKnown =
      who !== undefined && type !== 'contact-does-not-exist' && type !== 'too-many-contacts-match';
    const { contact, user } = who ?? {};
    return {
      id: firstId + count - index,
      at: new Date(now.getTime() - age).toISOString(),
      contactId: isKnown ? who.contact.id : null,
      contactName: isKnown ? `${who.contact.lastName}, ${who.contact.firstName}` : null,
      securityLevel: isKnown ? (names.get(who.user.securityLevel) ?? null) : null,
      userName: isKnown ? who.user.userName : null,
      identityProvider,
      type,
      detail: detailOf(type, contact?.email ?? user?.userName ?? ''),
    };
  });
}

function typeOf(index: number, age: number): SsoEventType {
  if (age > 1.2 * DAY && age < 2 * DAY) return 'saml-certificate-expired';
  return index % 8 === 3 ? (failures[Math.floor(index / 8) % failures.length] ?? 'success') : 'success';
}

function detailOf(type: SsoEventType, name: string): string {
  switch (type) {
    case 'success':
      return '';
    case 'saml-validation-error':
      return 'The signature of the response does not match the certificate.';
    case 'user-does-not-exist':
      return `The identity provider has no user ${name}.`;
    case 'contact-does-not-exist':
      return `No contact has the e-mail address new.${name}.`;
    case 'saml-certificate-expired':
      return 'The certificate of the identity provider has expired.';
    case 'saml-response-expired':
      return 'The response was no longer valid when it arrived.';
    case 'too-many-contacts-match':
      return `2 contacts have the e-mail address ${name}.`;
    case 'user-access-denied':
      return 'A condition that denies access was met.';
  }
}
