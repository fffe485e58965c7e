import { zlibSync } from 'fflate';
import { pngChunk } from '../../../src/model/logo-file/encode-png.js';
import { bytesOf, LowBits, u16, u16le, u24le, u32, u32le, type Bytes, type Part } from './bytes.js';

export const PNG_START = '\u0089PNG\r\n\u001a\n';

interface PngParts {
  readonly width?: number;
  readonly height?: number;
  readonly depth?: number;
  readonly colourType?: number;
  readonly interlace?: number;
  readonly compression?: number;
  readonly filter?: number;
  /** In place of the rows that fit the header. */
  readonly rows?: Bytes;
  /** In place of the packed rows. */
  readonly packed?: Bytes;
  /** Chunks before the picture data. */
  readonly before?: readonly Bytes[];
  /** Chunks after it. */
  readonly after?: readonly Bytes[];
}

const channels = [1, 0, 3, 1, 2, 0, 4];

/** A grey ramp, by default 12 × 5 in true colour. */
export function png(parts: PngParts = {}): Bytes {
  const { width = 12, height = 5, depth = 8, colourType = 2, interlace = 0 } = parts;
  const rowBytes = Math.ceil((width * depth * (channels[colourType] ?? 1)) / 8);
  const rows =
    parts.rows ??
    Uint8Array.from({ length: (rowBytes + 1) * height }, (_, at) =>
      at % (rowBytes + 1) === 0 ? 0 : at % 200,
    );
  const { compression = 0, filter = 0, before = [], after = [] } = parts;
  const header = bytesOf(u32(width), u32(height), depth, colourType, compression, filter, interlace);
  return bytesOf(
    PNG_START,
    pngChunk('IHDR', header),
    before,
    pngChunk('IDAT', parts.packed ?? zlibSync(rows)),
    after,
    pngChunk('IEND', bytesOf()),
  );
}

export const palette = (colours: number): Bytes =>
  pngChunk(
    'PLTE',
    Uint8Array.from({ length: colours * 3 }, (_, at) => at * 9),
  );

export const pngText = (text: string): Bytes => pngChunk('tEXt', bytesOf('Comment\0', text));

interface GifParts {
  readonly width?: number;
  readonly height?: number;
  /** Where the picture lies on its ground, and how large it is. */
  readonly frame?: readonly [number, number, number, number];
  readonly colours?: boolean;
  readonly codeSize?: number;
  /** In place of the codes that make the frame. */
  readonly data?: Bytes;
  readonly frames?: number;
  readonly before?: readonly Bytes[];
}

/** Two colours, by default 10 × 6. The codes are written without packing, so that each is one pixel. */
export function gif(parts: GifParts = {}): Bytes {
  const { width = 10, height = 6, colours = true, frames = 1, before = [] } = parts;
  const [left, top, across, down] = parts.frame ?? [0, 0, width, height];
  const data = parts.data ?? gifCodes(across * down);
  const frame = bytesOf(
    [0x2c, u16le(left), u16le(top), u16le(across), u16le(down), 0, parts.codeSize ?? 2],
    subBlocks(data),
  );
  return bytesOf(
    ['GIF89a', u16le(width), u16le(height), colours ? 0x80 : 0, 0, 0],
    colours ? '\0\0\0\u00ff\u00ff\u00ff' : '',
    before,
    Array.from({ length: frames }, () => frame),
    0x3b,
  );
}

export const subBlocks = (data: Bytes): Bytes =>
  bytesOf(
    Array.from({ length: Math.ceil(data.length / 255) }, (_, index) => {
      const part = data.subarray(index * 255, index * 255 + 255);
      return bytesOf(part.length, part);
    }),
    0,
  );

export const gifComment = (text: string): Bytes => bytesOf(0x21, 0xfe, subBlocks(bytesOf(text)));

/** Codes for a number of pixels. A clear code after every second one keeps them three bits wide. */
export function gifCodes(pixels: number, isEnded = true): Bytes {
  const bits = new LowBits().write(4, 3);
  for (let index = 0; index < pixels; index += 1) {
    bits.write(index % 2, 3);
    if (index % 2 === 1) bits.write(4, 3);
  }
  return (isEnded ? bits.write(5, 3) : bits).done();
}

export const segment = (marker: number, ...data: readonly Part[]): Bytes => {
  const body = bytesOf(...data);
  return bytesOf(0xff, marker, u16(body.length + 2), body);
};

/** The one code `0`, for the one value 0: no difference to the block before, or the end of a block. */
const oneCode = bytesOf(1, new Uint8Array(15), 0);
export const huffman = bytesOf(segment(0xc4, 0x00, oneCode), segment(0xc4, 0x10, oneCode));
export const quantization = segment(0xdb, 0, new Uint8Array(64).fill(1));
export const frame = (marker: number, width: number, height: number, precision = 8): Bytes =>
  segment(marker, precision, u16(height), u16(width), 1, 1, 0x11, 0);
export const scan = (first: number, last: number, steps = 0): Bytes =>
  segment(0xda, 1, 1, 0x00, first, last, steps);

/** Zeros for so many bits, and ones up to the next byte. */
export function zeroBits(bits: number): Bytes {
  const bytes = new Uint8Array(Math.ceil(bits / 8));
  if (bits % 8 > 0) bytes[bytes.length - 1] = 0xff >> (bits % 8);
  return bytes;
}

interface JpegParts {
  readonly width?: number;
  readonly height?: number;
  readonly marker?: number;
  readonly precision?: number;
  /** In place of tables, frame and scans. */
  readonly body?: Bytes;
  /** Segments right after the start. */
  readonly before?: readonly Bytes[];
}

const JFIF = segment(0xe0, 'JFIF\0', 1, 1, 0, 0, 1, 0, 1, 0, 0);

/** An even grey, by default 20 × 9; `marker` 0xc2 makes it progressive. */
export function jpeg(parts: JpegParts = {}): Bytes {
  const { width = 20, height = 9, marker = 0xc0, precision = 8, before = [] } = parts;
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const scans =
    marker === 0xc2
      ? bytesOf(scan(0, 0), zeroBits(blocks), scan(1, 63), zeroBits(blocks))
      : bytesOf(scan(0, 63), zeroBits(blocks * 2));
  const body = parts.body ?? bytesOf(quantization, frame(marker, width, height, precision), huffman, scans);
  return bytesOf(0xff, 0xd8, JFIF, before, body, 0xff, 0xd9);
}

/** A segment as cameras write it, with a place beside the orientation. */
export function exif(orientation: number): Bytes {
  const entry = (tag: number, type: number, value: Bytes): Bytes =>
    bytesOf(u16le(tag), u16le(type), u32le(1), value);
  return segment(
    0xe1,
    ['Exif\0\0II*\0', u32le(8), u16le(2)],
    entry(0x0112, 3, bytesOf(u16le(orientation), 0, 0)),
    entry(0x8825, 4, u32le(38)),
    u32le(0),
    '54.3233 N 10.1228 E',
  );
}

export const webpChunk = (name: string, data: Uint8Array): Bytes =>
  bytesOf(name, u32le(data.length), data, data.length % 2 === 1 ? 0 : '');

export const webp = (...chunks: readonly Uint8Array[]): Bytes => {
  const body = bytesOf('WEBP', chunks);
  return bytesOf('RIFF', u32le(body.length), body);
};

/** One colour in any size: five codes with one symbol each need no bits for the pixels. */
export function losslessData(width = 14, height = 7, version = 0): Bytes {
  const bits = new LowBits()
    .write(0x2f, 8)
    .write(width - 1, 14)
    .write(height - 1, 14)
    .write(0, 1)
    .write(version, 3);
  // No transform, no cache of colours, one group of codes.
  bits.write(0, 3);
  for (const symbol of [120, 60, 30, 255, 0]) bits.write(1, 1).write(0, 1).write(1, 1).write(symbol, 8);
  return bits.done();
}

export const losslessWebp = (width = 14, height = 7): Bytes =>
  webp(webpChunk('VP8L', losslessData(width, height)));

export const webpHeader = (width: number, height: number, flags: number): Bytes =>
  webpChunk('VP8X', bytesOf(flags, 0, 0, 0, u24le(width - 1), u24le(height - 1)));

export const extendedWebp = (flags = 0, ...more: readonly Bytes[]): Bytes =>
  webp(webpHeader(14, 7, flags), webpChunk('VP8L', losslessData()), ...more);

/** A valid file of each kind, with the size that it has. */
export const plainPictures: readonly {
  readonly name: string;
  readonly bytes: Bytes;
  readonly size: readonly [number, number];
}[] = [
  { name: 'PNG', bytes: png(), size: [12, 5] },
  { name: 'GIF', bytes: gif(), size: [10, 6] },
  { name: 'JPEG', bytes: jpeg(), size: [20, 9] },
  { name: 'progressive JPEG', bytes: jpeg({ marker: 0xc2 }), size: [20, 9] },
  { name: 'WebP', bytes: losslessWebp(), size: [14, 7] },
  { name: 'extended WebP', bytes: extendedWebp(), size: [14, 7] },
];
