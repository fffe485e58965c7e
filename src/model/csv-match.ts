import type { ContactIndex, ContactKey, WrittenName } from './contact-index.js';
import type { CsvColumns, CsvLine, CsvMeaning } from './csv-columns.js';
import type { CsvValueReader, CsvValues, UnknownValue } from './csv-values.js';
import { asShare, eachInParts, type Work } from './work.js';

/** What has come of a record. Only `matched` ones are changed. */
export type CsvOutcome =
  | { readonly kind: 'matched'; readonly contactId: number; readonly by: ContactKey | 'choice' }
  /** Several contacts fit, at most `MOST_CANDIDATES` are named; somebody has to choose. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly number[] }
  /** Its id, its address and its name are those of different contacts; somebody has to choose. */
  | { readonly kind: 'contradictory'; readonly candidates: readonly number[] }
  | { readonly kind: 'unknown'; readonly reason: 'not-found' | 'nothing-to-go-by' }
  /** An earlier record has the same contact; that one counts. */
  | {
      readonly kind: 'duplicate';
      readonly contactId: number;
      readonly firstLine: number;
      readonly hasSameValues: boolean;
    }
  /** More values than columns: something is shifted, and whose e-mail stands in which column is anybody's guess. */
  | { readonly kind: 'ragged'; readonly cells: number; readonly columns: number }
  /** It is known who is meant, but not what they shall get. */
  | { readonly kind: 'value-unknown'; readonly contactId: number; readonly value: UnknownValue }
  /** Somebody chose none of the candidates. */
  | { readonly kind: 'left-out' };

/** Nobody chooses from more; and a thousand records that fit a thousand contacts each must not be a million. */
export const MOST_CANDIDATES = 50;

export interface CsvFinding {
  readonly line: number;
  readonly outcome: CsvOutcome;
  readonly values: CsvValues;
  /** A value that this PSA does not have; it counts once it is known who is meant. */
  readonly unknownValue?: UnknownValue;
}

export interface CsvMatchContext {
  readonly columns: CsvColumns;
  readonly index: ContactIndex;
  readonly values: CsvValueReader;
  /** Cells of the heading, or of the first record: more are too many. */
  readonly width: number;
}

/** Who is meant by each record, one by one. O(records + contacts). */
export function* findContacts(lines: readonly CsvLine[], context: CsvMatchContext): Work<CsvFinding[]> {
  const { columns, index, width } = context;
  const places = new Map(columns.flatMap((meaning, at) => (meaning === null ? [] : [[meaning, at]])));
  const common = new CommonIds();
  const found: CsvFinding[] = [];
  yield* asShare(index.prepare(keysIn(columns)), 0, 0.4);
  const find = eachInParts(lines, ({ line, cells }) => {
    const { values, unknown } = context.values.read(columns, cells);
    const outcome = isRagged(cells, width)
      ? ({ kind: 'ragged', cells: cells.length, columns: width } as const)
      : identify((meaning) => cells[places.get(meaning) ?? -1]?.trim() ?? '', index, common);
    found.push({ line, outcome, values, ...(unknown === undefined ? {} : { unknownValue: unknown }) });
  });
  yield* asShare(find, 0.4, 1);
  return found;
}

/** By what records with such columns name a contact. */
function keysIn(columns: CsvColumns): ContactKey[] {
  const isIn = (...meanings: readonly CsvMeaning[]): boolean => meanings.some((one) => columns.includes(one));
  return [
    ...(isIn('contactId') ? (['contactId'] as const) : []),
    ...(isIn('email') ? (['email'] as const) : []),
    ...(isIn('name', 'firstName', 'lastName') ? (['name'] as const) : []),
  ];
}

/** Which candidate somebody chose for a line; null = none of them. */
export type CsvChoices = ReadonlyMap<number, number | null>;

/** Takes the choices in, and then finds what is meant twice: the first record of a contact counts. */
export function* settleFindings(found: readonly CsvFinding[], choices: CsvChoices): Work<CsvFinding[]> {
  const firsts = new Map<number, CsvFinding>();
  const settled: CsvFinding[] = [];
  yield* eachInParts(found, (finding) => {
    settled.push({ ...finding, outcome: settledOutcome(finding, choices, firsts) });
  });
  return settled;
}

function settledOutcome(
  finding: CsvFinding,
  choices: CsvChoices,
  firsts: Map<number, CsvFinding>,
): CsvOutcome {
  const outcome = chosen(finding, choices);
  if (outcome.kind !== 'matched') return outcome;
  const { contactId } = outcome;
  const first = firsts.get(contactId);
  if (first !== undefined)
    return { kind: 'duplicate', contactId, firstLine: first.line, hasSameValues: isSame(first, finding) };
  firsts.set(contactId, finding);
  const value = finding.unknownValue;
  return value === undefined ? outcome : { kind: 'value-unknown', contactId, value };
}

function chosen({ line, outcome }: CsvFinding, choices: CsvChoices): CsvOutcome {
  if (outcome.kind !== 'ambiguous' && outcome.kind !== 'contradictory') return outcome;
  const choice = choices.get(line);
  if (choice === undefined) return outcome;
  if (choice === null) return { kind: 'left-out' };
  return outcome.candidates.includes(choice) ? { kind: 'matched', contactId: choice, by: 'choice' } : outcome;
}

function isSame(one: CsvFinding, other: CsvFinding): boolean {
  const keys = Object.keys({ ...one.values, ...other.values }) as (keyof CsvValues)[];
  return (
    keys.every((key) => one.values[key] === other.values[key]) &&
    one.unknownValue?.text === other.unknownValue?.text
  );
}

function isRagged(cells: readonly string[], width: number): boolean {
  return cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '');
}

function identify(cell: (meaning: CsvMeaning) => string, index: ContactIndex, common: CommonIds): CsvOutcome {
  const id = cell('contactId');
  const email = cell('email');
  const name = nameOf(cell);
  const hints: readonly [ContactKey, readonly number[]][] = [
    ['contactId', id === '' ? [] : index.byId(id)],
    ['email', email === '' ? [] : index.byEmail(email)],
    ['name', name === undefined ? [] : index.byName(name)],
  ];
  const isEmpty = id === '' && email === '' && name === undefined;
  if (isEmpty) return { kind: 'unknown', reason: 'nothing-to-go-by' };
  let found: readonly number[] | undefined;
  let by: ContactKey = 'name';
  for (const [key, ids] of hints) {
    if (ids.length === 0) continue;
    if (found === undefined) [found, by] = [ids, key];
    else {
      const both = common.of(found, ids);
      if (both.length === 0) return { kind: 'contradictory', candidates: [...few(found), ...few(ids)] };
      found = both;
    }
  }
  if (found === undefined) return { kind: 'unknown', reason: 'not-found' };
  const [contactId] = found;
  return found.length === 1 && contactId !== undefined
    ? { kind: 'matched', contactId, by }
    : { kind: 'ambiguous', candidates: few(found) };
}

function few(ids: readonly number[]): readonly number[] {
  return ids.length > MOST_CANDIDATES ? ids.slice(0, MOST_CANDIDATES) : ids;
}

function nameOf(cell: (meaning: CsvMeaning) => string): WrittenName | undefined {
  const [first, last, whole] = [cell('firstName'), cell('lastName'), cell('name')];
  if (first !== '' || last !== '') return { first, last };
  return whole === '' ? undefined : whole;
}

/**
 * What two lists of ids share. Thousands of contacts may have one address and one name, and each record may ask for them
 * again: the shorter list is looked up in the longer one, and answers are kept.
 */
class CommonIds {
  readonly #sets = new Map<readonly number[], ReadonlySet<number>>();
  readonly #known = new Map<readonly number[], Map<readonly number[], readonly number[]>>();

  of(one: readonly number[], other: readonly number[]): readonly number[] {
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    if (long.length === 1) return one[0] === other[0] ? one : [];
    if (short.length === 1) return short.filter((id) => this.#setOf(long).has(id));
    const ofShort = this.#known.get(short) ?? new Map<readonly number[], readonly number[]>();
    this.#known.set(short, ofShort);
    const known = ofShort.get(long) ?? short.filter((id) => this.#setOf(long).has(id));
    ofShort.set(long, known);
    return known;
  }

  #setOf(ids: readonly number[]): ReadonlySet<number> {
    const known = this.#sets.get(ids) ?? new Set(ids);
    this.#sets.set(ids, known);
    return known;
  }
}
