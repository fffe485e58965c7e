/** The encodings that spreadsheets and systems write CSV in. */
export const csvEncodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type CsvEncoding = (typeof csvEncodings)[number];

export interface EncodingGuess {
  readonly encoding: CsvEncoding;
  /** A mark in the file says so, or there is no other way to read it. */
  readonly isSure: boolean;
}

/** The share of characters that have one empty byte in UTF-16: at least delimiters, digits and line breaks do. */
const HALF_EMPTY = 0.1;

/**
 * The encoding by the first bytes: a byte order mark, or every other byte empty. Else UTF-8, unless the file proves to
 * be none: then it is Windows-1252, in which Excel writes CSV in western Europe and America.
 */
export function encodingOf(head: Uint8Array): EncodingGuess {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', isSure: true };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', isSure: true };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', isSure: true };
  const [even, odd] = emptyBytes(head);
  const many = Math.max(1, (head.length / 2) * HALF_EMPTY);
  if (odd >= many && even * 10 < odd) return { encoding: 'utf-16le', isSure: true };
  if (even >= many && odd * 10 < even) return { encoding: 'utf-16be', isSure: true };
  return { encoding: 'utf-8', isSure: false };
}

function emptyBytes(bytes: Uint8Array): readonly [even: number, odd: number] {
  const counts: [number, number] = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) counts[at % 2 === 0 ? 0 : 1] += 1;
  });
  return counts;
}
