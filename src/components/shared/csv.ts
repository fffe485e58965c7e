import { Turns } from './turns.js';

/**
 * What a spreadsheet may take for a formula, also behind white space, in full width, or with a line break in it: the
 * library's own rule misses these, its dot does not match a line break. Apostrophes before it count with it, so that
 * one more can be told from one that was there.
 */
const FORMULA = /^'*(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;

/** Without it, spreadsheets read umlauts as two signs each. */
const BYTE_ORDER_MARK = '\uFEFF';
const LINE_BREAK = '\r\n';

/** Records that are written at a time. */
const PART = 500;

export type CsvCell = string | number | boolean | null;

/** A column of a table that is exported, for example one of a grid. */
export interface CsvColumn<Row> {
  readonly label: () => string;
  readonly text: (row: Row) => CsvCell;
}

/**
 * A table as a CSV file that a spreadsheet opens as it is: UTF-8 with its mark, each value in quotation marks, and an
 * apostrophe before texts that would be run as formulas. Numbers and switches stay what they are.
 *
 * @throws the reason of the signal.
 */
export async function toCsv(
  headings: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  signal?: AbortSignal,
): Promise<Blob> {
  const { default: papa } = await import('papaparse');
  const parts: string[] = [];
  const write = (records: (readonly CsvCell[])[]): void => {
    parts.push(parts.length === 0 ? BYTE_ORDER_MARK : LINE_BREAK);
    parts.push(papa.unparse(records, { quotes: true, escapeFormulae: FORMULA, newline: LINE_BREAK }));
  };
  let records: (readonly CsvCell[])[] = [headings];
  const turns = new Turns();
  for (const row of rows) {
    records.push(row);
    if (records.length < PART) continue;
    write(records);
    records = [];
    if (turns.isOver) await turns.give(signal);
  }
  if (records.length > 0) write(records);
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

/** The rows of a grid as a CSV file, in the columns and in the order in which they are given. */
export function exportRows<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: Iterable<Row>,
  signal?: AbortSignal,
): Promise<Blob> {
  const headings = columns.map(({ label }) => label());
  return toCsv(headings, cellsOf(columns, rows), signal);
}

function* cellsOf<Row>(columns: readonly CsvColumn<Row>[], rows: Iterable<Row>): Generator<CsvCell[]> {
  for (const row of rows) yield columns.map(({ text }) => text(row));
}

/** A value as it was before an export of ours made it harmless. In other files too an apostrophe there means nothing else. */
export function undefused(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
