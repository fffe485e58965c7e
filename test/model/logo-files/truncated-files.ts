import type { Bytes } from './bytes.js';
import { refusedAs, type HostileFile } from './hostile-file.js';
import {
  exif,
  extendedWebp,
  gif,
  gifComment,
  jpeg,
  plainPictures,
  png,
  pngText,
  webpChunk,
} from './pictures.js';

/** How many places of each file. */
const CUTS = 12;
/** What a file's kind is told by. */
const SIGNATURE = 12;

/** Files that end too early: in headers, between parts, in lengths, in the picture, before the last byte. */
export function truncatedFiles(): readonly HostileFile[] {
  const rich = [
    { name: 'PNG with a text', bytes: png({ before: [pngText('Made by hand')] }) },
    { name: 'GIF with a comment', bytes: gif({ before: [gifComment('Made by hand')] }) },
    { name: 'JPEG with a place', bytes: jpeg({ before: [exif(6)] }) },
    { name: 'WebP with texts', bytes: extendedWebp(4, webpChunk('XMP ', new Uint8Array(30))) },
  ];
  return [...plainPictures, ...rich].flatMap(({ name, bytes }) => refusedAs('truncated', cuts(name, bytes)));
}

function cuts(name: string, bytes: Bytes): Record<string, Bytes> {
  const last = bytes.length - 1;
  const places = Array.from({ length: CUTS }, (_, index) =>
    Math.round(SIGNATURE + ((last - SIGNATURE) * index) / (CUTS - 1)),
  );
  return Object.fromEntries(
    [...new Set(places)].map((place) => [`${name} cut after ${place} bytes`, bytes.slice(0, place)]),
  );
}
