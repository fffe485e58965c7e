import type Papa from 'papaparse';
import type { CsvLine } from '../../../model/index.js';
import { undefused } from '../../shared/csv.js';
import { LONGEST_FIELD, MOST_COLUMNS, MOST_LINES } from './csv-limits.js';
import { Unreadable } from './csv-problem.js';

/** What stands between two values, in the order in which they are taken where all fit alike: commas stand in names too. */
export const csvDelimiters = ['\t', ';', '|', ','] as const;
export type CsvDelimiter = (typeof csvDelimiters)[number];

/** Taken where nothing separates anything, so that a comma in a name is a part of it: a tab stands in hardly any. */
const ONE_COLUMN: CsvDelimiter = '\t';

/** Characters of a record that has not ended. Beyond that a quotation mark was not closed, and each part would cost more. */
const LONGEST_RECORD = 1024 * 1024;

interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly type: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** Makes records of a text that comes in parts. Empty ones are counted, but left out. */
export class LineParser {
  readonly lines: CsvLine[] = [];
  /** Known after the first part. */
  delimiter: CsvDelimiter = ONE_COLUMN;
  #pending = '';
  #isFirst = true;
  #count = 0;

  /** @param chosen by somebody who knows better than what is recognised. */
  constructor(
    private readonly papa: typeof Papa,
    private readonly chosen?: CsvDelimiter,
  ) {}

  /** The line that is read now. */
  get line(): number {
    return this.#count + 1;
  }

  /** @throws Unreadable */
  push(text: string): void {
    refuseBinary(text, this.#isFirst);
    this.#pending += this.#isFirst ? this.#begin(text) : text;
    this.#isFirst = false;
    this.#take(false);
    if (this.#pending.length > LONGEST_RECORD)
      throw new Unreadable({ code: 'broken-quotes', line: this.line });
  }

  /** @throws Unreadable */
  end(): void {
    this.#take(true);
    if (this.lines.length === 0) throw new Unreadable({ code: 'empty' });
  }

  /** Finds the delimiter; "sep=;" in a line of its own is how Excel is told, and shows no such line. */
  #begin(text: string): string {
    const told = /^"?sep=([,;|\t])"?\n/i.exec(text);
    const rest = told === null ? text : text.slice(told[0].length);
    const sign = this.chosen ?? told?.[1] ?? this.#guess(rest.slice(0, LONGEST_FIELD));
    this.delimiter = csvDelimiters.find((delimiter) => delimiter === sign) ?? ONE_COLUMN;
    return rest;
  }

  /** The library's guess; where records are too unlike for it, what stands in the first one most often. */
  #guess(sample: string): string | undefined {
    const { meta, errors } = this.papa.parse(sample, {
      delimitersToGuess: [...csvDelimiters],
      newline: '\n',
      preview: 1,
      skipEmptyLines: true,
    });
    if (!errors.some(({ code }) => code === 'UndetectableDelimiter')) return meta.delimiter;
    const [first = ''] = sample.trimStart().split('\n', 1);
    const counts = csvDelimiters.map((delimiter) => first.split(delimiter).length - 1);
    const most = Math.max(...counts);
    return most === 0 ? undefined : csvDelimiters[counts.indexOf(most)];
  }

  #take(isLast: boolean): void {
    const parser = new this.papa.Parser({ delimiter: this.delimiter, newline: '\n' });
    const { data, errors, meta } = parser.parse(this.#pending, 0, !isLast) as Parsed;
    // What is wrong with a record that has not ended yet is found again when it has.
    const broken = errors.find(({ type, row = 0 }) => type === 'Quotes' && row < data.length);
    if (broken !== undefined)
      throw new Unreadable({ code: 'broken-quotes', line: this.line + (broken.row ?? 0) });
    for (const cells of data) this.#add(cells);
    this.#pending = isLast ? '' : this.#pending.slice(meta.cursor);
  }

  #add(parsed: readonly string[]): void {
    const { line } = this;
    this.#count += 1;
    const cells = parsed.map(undefused);
    if (cells.length > MOST_COLUMNS) throw new Unreadable({ code: 'too-many-columns', line });
    const long = cells.findIndex(({ length }) => length > LONGEST_FIELD);
    if (long >= 0) throw new Unreadable({ code: 'long-field', line, column: long + 1 });
    if (cells.every((cell) => cell.trim() === '')) return;
    // One more than the limit may be the heading.
    if (this.lines.length > MOST_LINES) throw new Unreadable({ code: 'too-many-lines' });
    this.lines.push({ line, cells });
  }
}

/** No text holds zeros; other control characters are rare in one. */
function refuseBinary(text: string, isFirst: boolean): void {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  const controls = isFirst ? (text.match(/[\x01-\x08\x0e-\x1f\x7f]/g)?.length ?? 0) : 0;
  if (text.includes('\0') || controls * 50 > text.length)
    throw new Unreadable({ code: 'no-csv', kind: 'other' });
}
