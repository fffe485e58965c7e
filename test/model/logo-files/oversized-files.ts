import { zlibSync } from 'fflate';
import { bytesOf, randomBytes, u16, u32, type Bytes } from './bytes.js';
import { pngChunk } from '../../../src/model/logo-file/encode-png.js';
import { refusedAs, type HostileFile } from './hostile-file.js';
import { frame, gif, gifCodes, jpeg, losslessWebp, png, PNG_START, webp, webpHeader } from './pictures.js';

const MEGABYTE = 1024 * 1024;

/** Bombs: little to send, much to unpack. And what is simply too much. */
export function oversizedFiles(): readonly HostileFile[] {
  return [
    ...refusedAs('too-large', {
      'a megabyte and one byte': new Uint8Array(MEGABYTE + 1),
      'a good PNG of 1.2 MB': png({ width: 640, height: 640, rows: noise(640, 640) }),
      'three megabytes of a JPEG': bytesOf(jpeg(), new Uint8Array(3 * MEGABYTE)),
    }),
    ...refusedAs('too-many-pixels', {
      ...sized('PNG', (width, height) => png({ width, height, rows: bytesOf(0) })),
      ...sized('GIF', (width, height) => gif({ width, height, frame: [0, 0, 1, 1] })),
      ...sized('JPEG', (width, height) => jpeg({ body: frame(0xc0, width, height) })),
      ...sized('WebP', losslessWebp),
      'PNG of two thousand million in a row': pngOf(0x7fffffff, 1),
      'PNG of more than PNG allows': pngOf(0xffffffff, 0xffffffff),
      'WebP with an extended header of 16 million in a row': webp(webpHeader(0x1000000, 1, 0)),
    }),
    ...refusedAs('damaged', bombs()),
  ];
}

function noise(width: number, height: number): Bytes {
  const rows = randomBytes((width * 3 + 1) * height, 7);
  for (let row = 0; row < height; row += 1) rows[row * (width * 3 + 1)] = 0;
  return rows;
}

function sized(kind: string, make: (width: number, height: number) => Bytes): Record<string, Bytes> {
  const sizes = [
    [4097, 1],
    [1, 4097],
    [4001, 1000],
    [2001, 2000],
    [12_000, 12_000],
  ] as const;
  return Object.fromEntries(
    sizes.map(([width, height]) => [`${kind} of ${width} × ${height}`, make(width, height)]),
  );
}

/** A header alone. */
function pngOf(width: number, height: number): Bytes {
  return bytesOf(PNG_START, pngChunk('IHDR', bytesOf(u32(width), u32(height), 8, 2, 0, 0, 0)));
}

function bombs(): Record<string, Bytes> {
  const zeros = new Uint8Array(64 * MEGABYTE);
  return {
    'PNG of 12 × 5 that unpacks to 64 MB': png({ packed: bytesOf(zlibSync(zeros, { level: 9 })) }),
    'PNG with one byte too many': png({ rows: new Uint8Array(37 * 5 + 1) }),
    'PNG with one row too many': png({ rows: new Uint8Array(37 * 6) }),
    'PNG with a row too few': png({ rows: new Uint8Array(37 * 4) }),
    'PNG with a byte too few': png({ rows: new Uint8Array(37 * 5 - 1) }),
    'GIF with a pixel too many': gif({ data: gifCodes(61) }),
    'GIF with a hundred thousand pixels too many': gif({ data: gifCodes(100_060) }),
    'GIF with a pixel too few': gif({ data: gifCodes(59) }),
    'JPEG of a thousand scans': jpeg({ marker: 0xc2, body: manyScans() }),
  };
}

function manyScans(): Bytes {
  const [start, once] = [jpeg({ marker: 0xc2 }), bytesOf(0xff, 0xda, u16(8), 1, 1, 0, 1, 63, 0, 0x3f)];
  return bytesOf(
    start.slice(20, -2),
    Array.from({ length: 1000 }, () => once),
  );
}
