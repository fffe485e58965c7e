import fc from 'fast-check';
import type { GridColumn } from '../../../src/components/data-grid/grid-column.js';
import { GridRows } from '../../../src/components/data-grid/grid-rows.js';

/** A row with a value of every kind of column. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly team: string;
  readonly isActive: boolean | null;
  readonly born: number | null;
  readonly score: number | null;
}

const isActiveNumber = ({ isActive }: Person) => (isActive === null ? null : Number(isActive));

export const personColumns: readonly GridColumn<Person>[] = [
  { id: 'name', kind: 'text', label: () => 'Name', width: 100, text: ({ name }) => name },
  {
    id: 'team',
    kind: 'choice',
    label: () => 'Team',
    width: 100,
    text: ({ team }) => team.toUpperCase(),
    choice: ({ team }) => team,
    choices: () => ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() })),
  },
  {
    id: 'isActive',
    kind: 'boolean',
    label: () => 'Active',
    width: 100,
    text: ({ isActive }) => (isActive === null ? '' : isActive ? 'Yes' : 'No'),
    value: isActiveNumber,
  },
  {
    id: 'born',
    kind: 'date',
    label: () => 'Born',
    width: 100,
    text: ({ born }) => (born === null ? '' : new Date(born).toISOString().slice(0, 10)),
    value: ({ born }) => born,
  },
  {
    id: 'score',
    kind: 'number',
    label: () => 'Score',
    width: 100,
    text: ({ score }) => (score === null ? '' : String(score)),
    value: ({ score }) => score,
  },
];

export function columnOf(id: string): GridColumn<Person> {
  const column = personColumns.find((candidate) => candidate.id === id);
  if (column === undefined) throw new Error(`no column ${id}`);
  return column;
}

/** Names as they occur, and as they don't: accents, case, ligatures, other scripts, signs, spaces, nothing. */
const nameParts = fc.constantFrom(
  ...[
    'Anna',
    'anna',
    'ANNA',
    'Änna',
    'Anná',
    'Müller',
    'Muller',
    'Mueller',
    'Straße',
    'Strasse',
    'Çelik',
    'Öz',
  ],
  ...[
    'Zoë',
    'Øre',
    'Ærø',
    'Łódź',
    'Ørsted',
    'Ελένη',
    'Ольга',
    'Йода',
    '李',
    '山田',
    '😀',
    'ﬁ',
    'ß',
    'ss',
    'n\u0303',
  ],
  ...[
    '-',
    '_',
    "O'Neil",
    'a.b@c.de',
    '(x)',
    '1',
    '10',
    '2',
    '½',
    '\u0000',
    '\u00ad',
    ' ',
    'ij',
    'ĳ',
    'ch',
    'll',
  ],
);
export const names = fc.oneof(
  { weight: 5, arbitrary: fc.array(nameParts, { maxLength: 4 }).map((parts) => parts.join(' ')) },
  { weight: 2, arbitrary: fc.array(nameParts, { maxLength: 4 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constant('') },
);

const numbers = fc.option(
  fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true }), fc.constantFrom(-0, 0)),
);

/** Rows with ids of their own, in no order. */
export const people: fc.Arbitrary<Person[]> = fc.uniqueArray(
  fc.record({
    id: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.maxSafeInteger()),
    name: names,
    team: fc.constantFrom('', 'a', 'b', 'c'),
    isActive: fc.constantFrom(true, false, null),
    born: fc.option(fc.integer({ min: 0, max: 4 }).map((days) => days * 86_400_000)),
    score: numbers,
  }),
  { selector: ({ id }) => id, maxLength: 40 },
);

export function gridRowsOf(...pages: (readonly Person[])[]): GridRows<Person> {
  return gridRowsGrowing(undefined, ...pages);
}

/** Rows that are put in order little by little where there are so many of them. */
export function gridRowsGrowing(
  growingFrom: number | undefined,
  ...pages: (readonly Person[])[]
): GridRows<Person> {
  const options = { key: ({ id }: Person) => id, columns: personColumns, locale: 'en' };
  const rows = new GridRows<Person>(growingFrom === undefined ? options : { ...options, growingFrom });
  for (const page of pages) rows.add(page);
  return rows;
}

export function idsOf(rows: readonly Person[]): number[] {
  return rows.map(({ id }) => id);
}

/** The ids that are shown, in their order. */
export function shownIds(rows: GridRows<Person>): (number | undefined)[] {
  return Array.from({ length: rows.length }, (_none, position) => rows.at(position)?.id);
}
