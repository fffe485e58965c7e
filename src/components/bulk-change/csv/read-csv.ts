import type { CsvLine } from '../../../model/index.js';
import { MOST_BYTES } from './csv-limits.js';
import { Unreadable, type CsvProblem } from './csv-problem.js';
import { otherKindOf } from './file-signature.js';
import { bytesOf, fileText, WrongEncoding, type ReadingOptions } from './file-text.js';
import { LineParser, type CsvDelimiter } from './line-parser.js';
import { encodingOf, type CsvEncoding } from './text-encoding.js';

/** How a file is written. */
export interface CsvFormat {
  readonly encoding: CsvEncoding;
  readonly delimiter: CsvDelimiter;
}

/** A CSV file as it was read. Headings are not told from records yet. */
export interface CsvTable extends CsvFormat {
  readonly lines: readonly CsvLine[];
}

export interface CsvOptions extends ReadingOptions {
  /** What somebody says of the file, instead of what would be recognised. */
  readonly chosen?: Partial<CsvFormat>;
}

/** Either what the file holds, or why it was not read. */
export type CsvReading = { readonly table: CsvTable } | { readonly problem: CsvProblem };

/** Bytes that are looked at to tell what kind of file it is. */
const HEAD = 4096;

/**
 * Reads a CSV file, whatever its encoding and delimiter, part by part, so that the page stays alive. Line breaks inside
 * of values become "\n", and apostrophes that an export put before formulas are taken off again. A file that is none,
 * or that is damaged, is a problem, not an error.
 *
 * @throws the reason of the signal, and nothing else.
 */
export async function readCsv(file: Blob, options: CsvOptions = {}): Promise<CsvReading> {
  try {
    if (file.size === 0) return { problem: { code: 'empty' } };
    if (file.size > MOST_BYTES) return { problem: { code: 'too-large', bytes: file.size } };
    const head = await bytesOf(file.slice(0, HEAD));
    options.signal?.throwIfAborted();
    const kind = otherKindOf(head);
    if (kind !== undefined) return { problem: { code: 'no-csv', kind } };
    return { table: await tableOf(file, head, options) };
  } catch (thrown) {
    if (thrown instanceof Unreadable) return { problem: thrown.problem };
    throw thrown;
  }
}

async function tableOf(file: Blob, head: Uint8Array, options: CsvOptions): Promise<CsvTable> {
  const chosen = options.chosen?.encoding;
  const { encoding, isSure } = chosen === undefined ? encodingOf(head) : { encoding: chosen, isSure: true };
  try {
    return await readAs(encoding, file, options);
  } catch (thrown) {
    if (!(thrown instanceof WrongEncoding)) throw thrown;
    const { isCut, hasOthersThanAscii } = thrown;
    if (isSure || (isCut && hasOthersThanAscii)) throw new Unreadable({ code: 'broken-characters', isCut });
  }
  // Every byte is a character there, so this can't fail in the same way.
  return readAs('windows-1252', file, options);
}

async function readAs(encoding: CsvEncoding, file: Blob, options: CsvOptions): Promise<CsvTable> {
  const { default: papa } = await import('papaparse');
  const parser = new LineParser(papa, options.chosen?.delimiter);
  for await (const text of fileText(file, encoding, options)) parser.push(text);
  parser.end();
  return { lines: parser.lines, encoding, delimiter: parser.delimiter };
}
