import { ByteReader, joined, latin1, type Bytes } from './byte-reader.js';
import { refuseHidden } from './hidden-content.js';
import { checkSize, type ReadPicture } from './picture-size.js';
import { must } from './refusal.js';

interface Size {
  readonly width: number;
  readonly height: number;
}
interface Chunk {
  readonly name: string;
  readonly data: Bytes;
  /** With name, length and the byte that makes it even. */
  readonly whole: Bytes;
}

/** Flags of an extended file's header (WebP container specification). */
const ANIMATION = 0x02;
const XMP = 0x04;
const EXIF = 0x08;
const ALPHA = 0x10;
const PROFILE = 0x20;

/** Reads a WebP to its last byte; the picture's own bits only as far as they tell its size. */
export function readWebp(bytes: Bytes): ReadPicture {
  const reader = new ByteReader(bytes);
  reader.take(4);
  const length = reader.u32le();
  must(length <= reader.left, 'truncated');
  must(length === reader.left, 'trailing-data');
  must(length % 2 === 0);
  reader.take(4);
  const chunks: Chunk[] = [];
  const inside = new ByteReader(reader.take(reader.left), 'damaged');
  while (inside.left > 0) chunks.push(nextChunk(inside));
  const [first] = chunks;
  must(first !== undefined);
  if (first.name === 'VP8X') return readExtended(first, chunks.slice(1));
  must(chunks.length === 1);
  return { ...pictureSize(first), bytes };
}

function nextChunk(reader: ByteReader): Chunk {
  const start = reader.at;
  const name = reader.text(4);
  const data = reader.take(reader.u32le());
  if (data.length % 2 === 1) must(reader.u8() === 0);
  return { name, data, whole: reader.bytes.subarray(start, reader.at) };
}

function readExtended({ data }: Chunk, chunks: readonly Chunk[]): ReadPicture {
  const header = new ByteReader(data, 'damaged');
  must(data.length === 10);
  const flags = header.u8();
  header.take(3);
  const [width, height] = [header.u24le() + 1, header.u24le() + 1];
  checkSize(width, height);
  const has = (...names: string[]): boolean => chunks.some(({ name }) => names.includes(name));
  must((flags & ANIMATION) === 0 && !has('ANIM', 'ANMF'), 'animated');
  for (const chunk of chunks) if (!isKept(chunk)) refuseHidden(latin1(chunk.data));
  const kept = chunks.filter(isKept);
  const names = kept.map(({ name }) => name).join(' ');
  must(/^(ICCP )?((ALPH )?VP8 |VP8L)$/.test(names));
  must(has('ICCP') === ((flags & PROFILE) !== 0));
  must(!has('ALPH') || (flags & ALPHA) !== 0);
  const [picture] = kept.slice(-1);
  must(picture !== undefined);
  const size = pictureSize(picture);
  must(size.width === width && size.height === height);
  return { width, height, bytes: rebuilt(data, flags & ~(EXIF | XMP), kept) };
}

function isKept({ name }: Chunk): boolean {
  return ['ICCP', 'ALPH', 'VP8 ', 'VP8L'].includes(name);
}

/** The file with these chunks only. */
function rebuilt(header: Bytes, flags: number, kept: readonly Chunk[]): Bytes {
  const body = joined([header, ...kept.map(({ whole }) => whole)]);
  body[0] = flags;
  const start = new Uint8Array(20);
  start.set(new TextEncoder().encode('RIFF----WEBPVP8X'));
  const view = new DataView(start.buffer);
  view.setUint32(4, body.length + 12, true);
  view.setUint32(16, header.length, true);
  return joined([start, body]);
}

function pictureSize({ name, data }: Chunk): Size {
  must(name === 'VP8 ' || name === 'VP8L');
  const size =
    name === 'VP8 '
      ? lossySize(new ByteReader(data, 'damaged'))
      : losslessSize(new ByteReader(data, 'damaged'));
  checkSize(size.width, size.height);
  return size;
}

/** A key frame's header (RFC 6386, 9.1). What follows is the first part, whose length it tells, and the others. */
function lossySize(reader: ByteReader): Size {
  const tag = reader.u24le();
  const [isKey, version, isShown, firstPart] = [
    tag % 2 === 0,
    (tag >> 1) % 8,
    (tag >> 4) % 2 === 1,
    tag >> 5,
  ];
  must(isKey && version <= 3 && isShown);
  must(reader.text(3) === '\u009d\u0001\u002a');
  const [width, height] = [reader.u16le() % 0x4000, reader.u16le() % 0x4000];
  must(firstPart > 0 && firstPart < reader.left);
  return { width, height };
}

/** WebP lossless bitstream specification, 3: a signature, twice 14 bits, a hint, and the version, which is 0. */
function losslessSize(reader: ByteReader): Size {
  must(reader.u8() === 0x2f);
  const bits = reader.u32le();
  must(Math.floor(bits / 2 ** 29) === 0);
  must(reader.left > 0);
  return { width: (bits % 0x4000) + 1, height: (Math.floor(bits / 0x4000) % 0x4000) + 1 };
}
