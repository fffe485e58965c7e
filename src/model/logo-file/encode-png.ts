import { joined, type Bytes } from './byte-reader.js';
import { crc32 } from './checksums.js';

/** A picture in one colour: of each pixel, how much of it covers the ground. */
export interface ShadedPicture {
  /** From 0 to `shades` - 1. */
  readonly rows: readonly (readonly number[])[];
  /** Red, green and blue from 0 to 255. */
  readonly colour: readonly [number, number, number];
  /** At most 16. */
  readonly shades: number;
}

/** The picture as a PNG with a palette of four bits. */
export function encodePng(
  { rows, colour, shades }: ShadedPicture,
  compress: (data: Uint8Array) => Uint8Array,
): Bytes {
  const [first = []] = rows;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, first.length);
  view.setUint32(4, rows.length);
  header.set([4, 3], 8);
  const palette = Uint8Array.from({ length: shades * 3 }, (_, index) => colour[index % 3] ?? 0);
  const opacity = Uint8Array.from({ length: shades }, (_, index) => Math.round((index * 255) / (shades - 1)));
  const packedRows = rows.map((row) => {
    const bytes = new Uint8Array(1 + Math.ceil(row.length / 2));
    row.forEach((shade, x) => {
      bytes[1 + (x >> 1)] = (bytes[1 + (x >> 1)] ?? 0) | (x % 2 === 0 ? shade << 4 : shade);
    });
    return bytes;
  });
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    pngChunk('IHDR', header),
    pngChunk('PLTE', palette),
    pngChunk('tRNS', opacity),
    pngChunk('IDAT', compress(joined(packedRows))),
    pngChunk('IEND', new Uint8Array(0)),
  ]);
}

/** A chunk with its length, name and checksum. */
export function pngChunk(name: string, data: Uint8Array): Bytes {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}
