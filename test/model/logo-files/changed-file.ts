import fc from 'fast-check';
import { bytesOf, type Bytes } from './bytes.js';
import {
  exif,
  extendedWebp,
  gif,
  gifComment,
  jpeg,
  palette,
  plainPictures,
  png,
  pngText,
  webpChunk,
} from './pictures.js';

/** Files that are taken, plain ones and some with more in them. */
export const startingFiles: readonly Bytes[] = [
  ...plainPictures.map(({ bytes }) => bytes),
  png({ depth: 2, colourType: 3, before: [palette(4), pngText('Made by hand')] }),
  png({ depth: 16, colourType: 6 }),
  gif({ before: [gifComment('Made by hand')] }),
  gif({ frame: [2, 1, 5, 4] }),
  jpeg({ before: [exif(8)] }),
  extendedWebp(4, webpChunk('XMP ', bytesOf('<x/>'))),
];

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

type Change = (bytes: Bytes) => Bytes;
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(place, fc.nat({ max: 255 })).map(([where, byte]): Change => (bytes) => {
    const copy = bytes.slice();
    copy[Math.floor(where * copy.length)] = byte;
    return copy;
  }),
  fc.tuple(place, fc.nat({ max: 7 })).map(([where, bit]): Change => (bytes) => {
    const copy = bytes.slice();
    const at = Math.floor(where * copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << bit);
    return copy;
  }),
  fc.tuple(place, fc.uint8Array({ maxLength: 6 })).map(([where, more]): Change => (bytes) => {
    const at = Math.floor(where * bytes.length);
    return bytesOf(bytes.slice(0, at), more, bytes.slice(at));
  }),
  fc.tuple(place, place).map(([one, other]): Change => (bytes) => {
    const [from, to] = [one, other].sort((a, b) => a - b).map((where) => Math.floor(where * bytes.length));
    return bytesOf(bytes.slice(0, from), bytes.slice(to));
  }),
);

/** A good file, or one of them with some bytes changed, added or taken away. */
export function changedFrom(files: readonly Bytes[]): fc.Arbitrary<Bytes> {
  return fc
    .tuple(fc.constantFrom(...files), fc.array(change, { maxLength: 3 }))
    .map(([file, changes]) => changes.reduce((bytes, apply) => apply(bytes), file));
}

export const changedFile = changedFrom(startingFiles);
