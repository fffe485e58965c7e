import { readCsv, type CsvReading } from '../../../../src/components/bulk-change/csv/read-csv.js';

/** A text in one of the encodings that files have. */
export function encoded(
  text: string,
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252',
  { mark = false } = {},
): Uint8Array<ArrayBuffer> {
  const marked = mark ? `\uFEFF${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  if (encoding === 'windows-1252') return Uint8Array.from(text, (letter) => latin1(letter));
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at += 1)
    view.setUint16(at * 2, marked.charCodeAt(at), encoding === 'utf-16le');
  return bytes;
}

/** Windows-1252 is Latin-1 but for a few signs, of which the tests use the euro sign only. */
function latin1(letter: string): number {
  if (letter === '€') return 0x80;
  const code = letter.charCodeAt(0);
  if (code > 0xff || (code >= 0x80 && code < 0xa0)) throw new Error(`Windows-1252 has no ${letter}.`);
  return code;
}

export const fileOf = (...parts: BlobPart[]): Blob => new Blob(parts);

/** The records of a file that is one. */
export async function recordsOf(file: Blob): Promise<readonly (readonly string[])[]> {
  return tableOf(await readCsv(file)).lines.map(({ cells }) => cells);
}

export function tableOf(reading: CsvReading): Extract<CsvReading, { table: unknown }>['table'] {
  if ('problem' in reading) throw new Error(JSON.stringify(reading.problem));
  return reading.table;
}
