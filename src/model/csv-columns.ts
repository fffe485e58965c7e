import * as v from 'valibot';
import type { ContactIndex } from './contact-index.js';
import { foldText } from './fold-text.js';
import type { Work } from './work.js';

/** One record of a CSV file. */
export interface CsvLine {
  /** As a spreadsheet numbers it, from 1; empty records count. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a column of a CSV file can tell: who is meant, or a value for their account. */
export const CsvMeaningSchema = v.picklist([
  'contactId',
  'email',
  'name',
  'firstName',
  'lastName',
  'userName',
  'securityLevel',
  'dateFormat',
  'timeFormat',
  'numberFormat',
]);
export type CsvMeaning = v.InferOutput<typeof CsvMeaningSchema>;

/** What tells who is meant. Without one of these, no record can be matched. */
export const identifyingMeanings: readonly CsvMeaning[] = [
  'contactId',
  'email',
  'name',
  'firstName',
  'lastName',
];

/** The meaning of each column of the file, in the file's order; null = it is not used. No meaning occurs twice. */
export type CsvColumns = readonly (CsvMeaning | null)[];

/** Headings without case, accents and punctuation, English and German, the surest first. */
const headings: Readonly<Record<CsvMeaning, readonly string[]>> = {
  contactId: [
    'contactid',
    'kontaktid',
    'ansprechpartnerid',
    'idcontact',
    'kontaktnummer',
    'contactnumber',
    'id',
  ],
  email: [
    'email',
    'emailaddress',
    'emailadresse',
    'mailadresse',
    'mail',
    'contactemail',
    'contactemailaddress',
    'kontaktemail',
    'ansprechpartneremail',
    'primaryemail',
    'email1',
    'emailaddress1',
  ],
  name: [
    'name',
    'fullname',
    'contactname',
    'vollstandigername',
    'vollername',
    'kontaktname',
    'displayname',
    'anzeigename',
    'nachnamevorname',
    'lastnamefirstname',
    'vornamenachname',
    'ansprechpartner',
    'kontakt',
    'contact',
  ],
  firstName: ['firstname', 'vorname', 'givenname', 'contactfirstname', 'first'],
  lastName: [
    'lastname',
    'nachname',
    'familienname',
    'surname',
    'familyname',
    'contactlastname',
    'zuname',
    'last',
  ],
  userName: [
    'username',
    'benutzername',
    'portalusername',
    'clientportalusername',
    'portalbenutzername',
    'loginname',
    'anmeldename',
    'login',
    'user',
    'benutzer',
  ],
  securityLevel: [
    'securitylevel',
    'zugriffsrecht',
    'portalsecuritylevel',
    'sicherheitsstufe',
    'zugriffsrechte',
    'level',
    'role',
    'rolle',
    'berechtigung',
    'stufe',
  ],
  dateFormat: ['dateformat', 'datumsformat'],
  timeFormat: ['timeformat', 'zeitformat', 'uhrzeitformat'],
  numberFormat: ['numberformat', 'zahlenformat'],
};

export interface RecognisedColumns {
  readonly hasHeader: boolean;
  readonly columns: CsvColumns;
}

/** How many records are looked at where the headings do not tell. */
const SAMPLE = 200;

/**
 * What the columns hold, by their headings, and where no heading says who is meant, by what stands in them. A file
 * without headings is recognised by an address in its first record.
 */
export function* recogniseColumns(lines: readonly CsvLine[], index: ContactIndex): Work<RecognisedColumns> {
  const first = lines[0]?.cells ?? [];
  const width = lines.slice(0, SAMPLE).reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const byHeading = first.some(isAddress) ? [] : meaningsOfHeadings(first);
  const columns: (CsvMeaning | null)[] = Array.from({ length: width }, (_, at) => byHeading[at] ?? null);
  const isNamed = columns.some((meaning) => meaning !== null);
  if (!columns.some(isIdentifying)) {
    yield* index.prepare(['contactId', 'name']);
    addByContent(columns, lines.slice(1, SAMPLE), index);
  }
  if (!columns.some(isIdentifying)) addByContent(columns, lines.slice(0, 1), index);
  const email = columns.indexOf('email');
  const hasHeader = isNamed || (email >= 0 && !isAddress(first[email] ?? ''));
  return { hasHeader, columns };
}

/** Whether a meaning tells who is meant. */
export function isIdentifying(meaning: CsvMeaning | null): boolean {
  return meaning !== null && identifyingMeanings.includes(meaning);
}

/** Gives a column another meaning; who had it before is not used any more. */
export function assignColumn(columns: CsvColumns, at: number, meaning: CsvMeaning | null): CsvColumns {
  return columns.map((old, place) => (place === at ? meaning : old === meaning ? null : old));
}

function meaningsOfHeadings(cells: readonly string[]): (CsvMeaning | null)[] {
  const keys = cells.map((cell) => foldText(cell).replace(/[^\p{L}\p{N}]+/gu, ''));
  const columns: (CsvMeaning | null)[] = keys.map(() => null);
  for (const meaning of CsvMeaningSchema.options) {
    const sure = headings[meaning].find((heading) => keys.includes(heading));
    const at = sure === undefined ? -1 : keys.indexOf(sure);
    if (at >= 0 && columns[at] === null) columns[at] = meaning;
  }
  return columns;
}

/** Takes the column in which most cells name a contact, for each way of naming one. */
function addByContent(columns: (CsvMeaning | null)[], sample: readonly CsvLine[], index: ContactIndex): void {
  const tests: readonly [CsvMeaning, (cell: string) => boolean][] = [
    ['email', isAddress],
    ['contactId', (cell) => index.byId(cell).length > 0],
    ['name', (cell) => index.byName(cell).length > 0],
  ];
  for (const [meaning, fits] of tests) {
    const at = columns.findIndex((old, place) => old === null && isMostly(sample, place, fits));
    if (at >= 0) columns[at] = meaning;
  }
}

function isMostly(sample: readonly CsvLine[], at: number, fits: (cell: string) => boolean): boolean {
  const cells = sample.map(({ cells }) => cells[at] ?? '').filter((cell) => cell.trim() !== '');
  return cells.length > 0 && cells.filter(fits).length * 2 >= cells.length;
}

function isAddress(cell: string): boolean {
  return /^\S[^@]*@[^@\s]+\.[^@\s]+$/.test(cell.trim());
}
