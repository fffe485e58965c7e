import { ByteReader, joined, latin1, type Bytes } from './byte-reader.js';
import { crc32 } from './checksums.js';
import { refuseHidden } from './hidden-content.js';
import { checkSize, type ReadPicture } from './picture-size.js';
import { checkPngData, type PixelRows } from './png-data.js';
import { must } from './refusal.js';

/** By colour type: how many values a pixel has, and with how many bits each (PNG specification, 11.2.1). */
const colourTypes: ReadonlyMap<number, { readonly channels: number; readonly depths: readonly number[] }> =
  new Map([
    [0, { channels: 1, depths: [1, 2, 4, 8, 16] }],
    [2, { channels: 3, depths: [8, 16] }],
    [3, { channels: 1, depths: [1, 2, 4, 8] }],
    [4, { channels: 2, depths: [8, 16] }],
    [6, { channels: 4, depths: [8, 16] }],
  ]);

/** What changes how the picture looks. Everything else that may be left out is: texts, times, places, thumbnails. */
const keptExtras = ['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'pHYs'];
const animation = ['acTL', 'fcTL', 'fdAT'];
/** Bytes. A colour profile is packed; larger ones are dropped rather than unpacked by whoever shows the picture. */
const MOST_PROFILE = 65_536;

interface Header {
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: number;
  readonly colourType: number;
  readonly isInterlaced: boolean;
}

interface Chunk {
  readonly name: string;
  readonly data: Bytes;
  /** With length, name and checksum. */
  readonly whole: Bytes;
}

/** Reads a PNG to its last byte. */
export function readPng(bytes: Bytes): ReadPicture {
  const reader = new ByteReader(bytes);
  const kept: Bytes[] = [reader.take(8)];
  const first = nextChunk(reader);
  must(first.name === 'IHDR');
  const header = readHeader(first.data);
  kept.push(first.whole);
  const pixels: Bytes[] = [];
  let palette = 0;
  let previous = 'IHDR';
  for (let chunk = nextChunk(reader); ; chunk = nextChunk(reader)) {
    const { name, data, whole } = chunk;
    must(!animation.includes(name), 'animated');
    if (name === 'IEND') {
      must(data.length === 0 && pixels.length > 0);
      kept.push(whole);
      break;
    }
    if (name === 'IDAT') {
      must(pixels.length === 0 || previous === 'IDAT');
      pixels.push(data);
    } else if (name === 'PLTE') {
      must(palette === 0 && pixels.length === 0 && header.colourType % 4 !== 0);
      palette = data.length / 3;
      must(Number.isInteger(palette) && palette > 0 && palette <= 256);
    }
    if (isKept(chunk)) kept.push(whole);
    previous = name;
  }
  must(reader.left === 0, 'trailing-data');
  must(header.colourType !== 3 || (palette > 0 && palette <= 2 ** header.bitsPerPixel));
  checkPngData(joined(pixels), passesOf(header));
  return { width: header.width, height: header.height, bytes: joined(kept) };
}

function nextChunk(reader: ByteReader): Chunk {
  const start = reader.at;
  const length = reader.u32();
  must(length <= reader.left, 'truncated');
  const checked = reader.bytes.subarray(reader.at, reader.at + 4 + length);
  const name = reader.text(4);
  const data = reader.take(length);
  const checksum = reader.u32();
  must(/^[A-Za-z]{4}$/.test(name) && checksum === crc32(checked));
  return { name, data, whole: reader.bytes.subarray(start, reader.at) };
}

function readHeader(data: Bytes): Header {
  must(data.length === 13);
  const reader = new ByteReader(data, 'damaged');
  const [width, height] = [reader.u32(), reader.u32()];
  checkSize(width, height);
  const [depth, colourType] = [reader.u8(), reader.u8()];
  const colours = colourTypes.get(colourType);
  must(colours?.depths.includes(depth) === true);
  const [compression, filter, interlace] = [reader.u8(), reader.u8(), reader.u8()];
  must(compression === 0 && filter === 0 && interlace <= 1);
  const bitsPerPixel = depth * colours.channels;
  return { width, height, bitsPerPixel, colourType, isInterlaced: interlace === 1 };
}

/** An unknown chunk with a capital first letter is one without which the picture cannot be drawn. */
function isKept({ name, data }: Chunk): boolean {
  if (name === 'PLTE' || name === 'IDAT') return true;
  must(/^[a-z]/.test(name));
  if (keptExtras.includes(name) && (name !== 'iCCP' || data.length <= MOST_PROFILE)) return true;
  refuseHidden(latin1(data));
  return false;
}

/** Adam7: where each pass begins and how far its pixels are apart (PNG specification, 8.2). */
const adam7 = [
  { x: 0, y: 0, stepX: 8, stepY: 8 },
  { x: 4, y: 0, stepX: 8, stepY: 8 },
  { x: 0, y: 4, stepX: 4, stepY: 8 },
  { x: 2, y: 0, stepX: 4, stepY: 4 },
  { x: 0, y: 2, stepX: 2, stepY: 4 },
  { x: 1, y: 0, stepX: 2, stepY: 2 },
  { x: 0, y: 1, stepX: 1, stepY: 2 },
];

function passesOf({ width, height, bitsPerPixel, isInterlaced }: Header): PixelRows[] {
  const passes = isInterlaced ? adam7 : [{ x: 0, y: 0, stepX: 1, stepY: 1 }];
  return passes.flatMap(({ x, y, stepX, stepY }) => {
    const columns = Math.ceil((width - x) / stepX);
    const rows = Math.ceil((height - y) / stepY);
    return columns > 0 && rows > 0 ? [{ rows, rowBytes: Math.ceil((columns * bitsPerPixel) / 8) }] : [];
  });
}
