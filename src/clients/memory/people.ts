import type { ContactRow, PortalUser } from '../../model/index.js';

// prettier-ignore

const firstNames = [
  'Mareike', 'Jörg', 'Aylin', 'Björn', 'Zoë', 'Tomasz', 'Käthe', 'Émile', 'Sönke', 'Nadia', 'Günther', 'Chloé',
  'Ole', 'Şirin', 'Léa', 'Übbo', 'Ingrid', 'Ravi', 'Wiebke', 'Małgorzata', 'Anders', 'Thekla', 'Hüseyin',
];
// prettier-ignore
const lastNames = [
  'Adler', 'Öztürk', 'Brüggemann', 'Castaño', 'Dörfler', 'Eßer', 'Fährmann', 'Grünwald', 'Håkansson', 'Iversen',
  'Jäger', 'Krüger', 'Łukasik', 'Möller', 'Nuñez', 'Oßwald', 'Petersen', 'Quandt', 'Rößler', 'Schön', 'Thömmes',
  'Ünal', 'Vogt', 'Würtz', 'Yıldız', 'Zöllner', 'van der Heide', 'Weiß', 'Köhler',
];
const titles = [
  'Office manager',
  'Buchhaltung',
  'IT-Leitung',
  'Head of sales',
  null,
  'Geschäftsführung',
  'Lager',
];

/** How many contacts of ten have which portal status: four active, one switched off, five never had access. */
const isActiveByTens = [true, null, true, null, false, true, null, null, true, null];

/** Where generated people work and which ids they get. */
export interface PeopleOptions {
  readonly companyId: number;
  /** The first contact's id; the others follow. Portal users get the same numbers, ten million higher. */
  readonly firstId: number;
  /** The mail domain, without `@`. */
  readonly domain: string;
}

const defaults: PeopleOptions = { companyId: 174, firstId: 1_000_001, domain: 'oberdorf.example' };
const PORTAL_USER_ID_OFFSET = 10_000_000;

/**
 * Invented contacts, always the same for the same arguments: every tenth-part pattern of portal states, a few inactive
 * people, a few without e-mail address.
 */
export function manyContacts(count: number, options: Partial<PeopleOptions> = {}): ContactRow[] {
  const where = { ...defaults, ...options };
  return Array.from({ length: count }, (_, index) => contactRow(index, where));
}

function contactRow(index: number, { companyId, firstId, domain }: PeopleOptions): ContactRow {
  const firstName = firstNames[index % firstNames.length] ?? '';
  const lastName = lastNames[(index * 5 + Math.floor(index / firstNames.length)) % lastNames.length] ?? '';
  const id = firstId + index;
  const local = `${asciiLetters(firstName)}.${asciiLetters(lastName)}`;
  // The first lap through the names is unique without a number.
  const address = `${local}${index < firstNames.length ? '' : String(index)}@${domain}`;
  return {
    contact: {
      id,
      companyId,
      firstName,
      lastName,
      email: index % 13 === 12 ? null : address,
      phone: index % 4 === 3 ? null : `+49 40 5550${String(1000 + (index % 9000))}`,
      title: titles[index % titles.length] ?? null,
      isActive: index % 17 !== 16,
    },
    portalUser: portalUser(index, id, address),
  };
}

function portalUser(index: number, contactId: number, userName: string): PortalUser | null {
  const isActive = isActiveByTens[index % isActiveByTens.length] ?? null;
  if (isActive === null) return null;
  const id = contactId + PORTAL_USER_ID_OFFSET;
  const securityLevel = (index % 3) + 1;
  return { id, contactId, userName, isActive, securityLevel, dateFormat: 15, timeFormat: 3, numberFormat: 2 };
}

const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', ł: 'l', ı: 'i' };

/** "Jörg" to "joerg": user names and mail addresses allow no other letters than these. */
function asciiLetters(name: string): string {
  return name
    .toLowerCase()
    .replace(/[äöüßłı]/g, (letter) => spelledOut[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}
