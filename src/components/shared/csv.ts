import Papa from 'papaparse';

/**
 * What a spreadsheet may take for a formula, also behind white space, in full width, or with a line break in it: the
 * library's own rule misses these, its dot does not match a line break.
 */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** Without it, spreadsheets read umlauts as two signs each. */
const BYTE_ORDER_MARK = '\uFEFF';

export type CsvCell = string | number | boolean | null;

/**
 * A table as CSV that a spreadsheet opens as it is: each value in quotation marks, and an apostrophe before texts that
 * would be run as formulas. Numbers and switches stay what they are.
 */
export function toCsv(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const table = { fields: [...columns], data: rows.map((row) => [...row]) };
  return BYTE_ORDER_MARK + Papa.unparse(table, { quotes: true, escapeFormulae: FORMULA });
}
