import Papa from 'papaparse';
import type { PortalUser } from '../../../src/model/index.js';
import type { FaultPsa, Person, Shape } from './fault-psa.js';

export const SIZE = 1000;
export const REFUSED = 40;
/** Contacts with an inactive account, which are activated again. */
export const INACTIVE = 20;

/** What a place from 0 is, five of each kind that is refused. */
function kindOf(place: number): string {
  if (place >= SIZE - 5) return 'doubled';
  if (place >= 160) return 'plain';
  if (place >= 60) return 'named';
  if (place >= 40) return 'switched off';
  const kinds = ['inactive', 'no email', 'wrong name', 'plain', 'taken', 'active', 'no level', 'taskfire'];
  return kinds[Math.floor(place / 5)] ?? '';
}

export function shapeOf(place: number): Shape {
  switch (kindOf(place)) {
    case 'inactive':
      return { isInactive: true };
    case 'no email':
      return { hasNoEmail: true };
    case 'active':
      return { account: { userName: `held-${place}`, isActive: true } };
    case 'switched off':
      return { account: { userName: `off-${place}`, isActive: false } };
    default:
      return {};
  }
}

/** What the file gives, where it gives something: a user name and a level. */
function givenTo(place: number): readonly [userName: string, level: string] {
  switch (kindOf(place)) {
    case 'wrong name':
      return ['Jürgen Müller', ''];
    case 'taken':
      return [`HELD-${place + 5}`, ''];
    case 'no level':
      return ['', 'King'];
    case 'taskfire':
      return ['', 'Resource'];
    case 'named':
      return [`csv-${place}`, 'Manager'];
    case 'doubled':
      return [`CSV-${place - SIZE + 105}`, ''];
    default:
      return ['', ''];
  }
}

/** A spreadsheet's file of everybody, in German, as Excel writes it there: semicolons, Windows-1252. */
export function csvFile(people: readonly Person[]): Buffer {
  const lines = people.map(({ id, email }, place) => {
    const [userName, level] = givenTo(place);
    return [id, kindOf(place) === 'no email' ? '' : email, userName, level];
  });
  const text = Papa.unparse(
    { fields: ['Kontakt-ID', 'E-Mail', 'Benutzername', 'Zugriffsrecht'], data: lines },
    { delimiter: ';', newline: '\r\n' },
  );
  return Buffer.from(text, 'latin1');
}

/** What the dry run says of one contact. */
export interface Forecast {
  readonly outcome: string;
  readonly userName: string;
  readonly level: string;
  readonly why: string;
}

/** The exported dry run, by contact id. */
export function forecasts(csv: string): Map<number, Forecast> {
  const { data } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  return new Map(
    data.map((row) => {
      const cell = (name: string): string => row[name] ?? '';
      const forecast = {
        outcome: cell('Outcome'),
        userName: cell('User name'),
        level: cell('Security level'),
        why: cell('Why'),
      };
      return [Number(cell('Contact ID')), forecast];
    }),
  );
}

/** The accounts of everybody, by contact, over plain REST. */
export async function accountsNow(psa: FaultPsa): Promise<Map<number, PortalUser>> {
  return new Map((await psa.accounts()).map((account) => [account.contactId, account]));
}
