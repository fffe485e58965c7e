import { Gunzip } from 'fflate';
import type { LogoProblem, LogoType } from '../logo.js';
import { latin1, type Bytes } from './byte-reader.js';

/** How much of a file is looked at to tell what it is, bytes. */
const LOOKED_AT = 65_536;

/** Texts, one character a byte, with their places in a file. */
type Signature = readonly (readonly [at: number, text: string])[];

const taken: readonly (readonly [LogoType, Signature])[] = [
  ['image/png', [[0, '\u0089PNG\r\n\u001a\n']]],
  ['image/jpeg', [[0, '\u00ff\u00d8\u00ff']]],
  ['image/gif', [[0, 'GIF87a']]],
  ['image/gif', [[0, 'GIF89a']]],
  // prettier-ignore
  ['image/webp', [[0, 'RIFF'], [8, 'WEBP']]],
];

/** BMP, TIFF, icon and cursor, Photoshop, AVIF and HEIC, JPEG XL, JPEG 2000. */
const otherPictures: readonly Signature[] = [
  // prettier-ignore
  [[0, 'BM'], [6, '\0\0\0\0']],
  [[0, 'II*\0']],
  [[0, 'MM\0*']],
  [[0, '\0\0\u0001\0']],
  [[0, '\0\0\u0002\0']],
  [[0, '8BPS']],
  [[4, 'ftyp']],
  [[0, '\u00ff\n']],
  [[0, '\0\0\0\u000cJXL ']],
  [[0, '\0\0\0\u000cjP  ']],
];

const has = (head: string, signature: Signature): boolean =>
  signature.every(([at, text]) => head.startsWith(text, at));

const svg = /<(?:[\w-]+:)?svg[\s>/:]/i;

/** What a file is by its first bytes; its name and what the browser calls it count for nothing. */
export function kindOf(bytes: Bytes): LogoType | LogoProblem {
  const head = latin1(bytes.subarray(0, LOOKED_AT));
  const found = taken.find(([, signature]) => has(head, signature));
  if (found !== undefined) return found[0];
  if (otherPictures.some((signature) => has(head, signature))) return 'type-not-allowed';
  // Without the zeros UTF-16 and UTF-32 read like ASCII.
  const text = (head.startsWith('\u001f\u008b') ? unzippedHead(bytes) : head).replaceAll('\0', '');
  return svg.test(text) ? 'svg-refused' : 'not-an-image';
}

/** The beginning of what was packed, as far as it can be unpacked from the beginning of the file. */
function unzippedHead(bytes: Bytes): string {
  let text = '';
  const gunzip = new Gunzip((part) => {
    if (text.length < LOOKED_AT) text += latin1(new Uint8Array(part.subarray(0, LOOKED_AT)));
  });
  try {
    for (let at = 0; at < bytes.length && text.length < LOOKED_AT; at += 1024)
      gunzip.push(bytes.subarray(at, at + 1024));
  } catch {
    // Broken from here on: what there is decides.
  }
  return text;
}
