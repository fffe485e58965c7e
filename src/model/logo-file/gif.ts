import { ByteReader, joined, latin1, type Bytes } from './byte-reader.js';
import { checkGifData } from './gif-data.js';
import { refuseHidden } from './hidden-content.js';
import { checkSize, type ReadPicture } from './picture-size.js';
import { must } from './refusal.js';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
/** Delay and transparency of the picture that follows (GIF89a, 23). */
const GRAPHIC_CONTROL = 0xf9;

/** Reads a GIF to its last byte. One picture only: a logo stands still. */
export function readGif(bytes: Bytes): ReadPicture {
  const reader = new ByteReader(bytes);
  reader.take(6);
  const [width, height] = [reader.u16le(), reader.u16le()];
  checkSize(width, height);
  const flags = reader.u8();
  reader.take(2);
  const globalColours = colours(reader, flags);
  const kept: Bytes[] = [bytes.subarray(0, reader.at)];
  let pictures = 0;
  for (;;) {
    const start = reader.at;
    const block = reader.u8();
    if (block === TRAILER) break;
    if (block === EXTENSION) {
      if (readExtension(reader)) kept.push(bytes.subarray(start, reader.at));
      continue;
    }
    must(block === IMAGE);
    pictures += 1;
    must(pictures === 1, 'animated');
    readPicture(reader, { width, height, globalColours });
    kept.push(bytes.subarray(start, reader.at));
  }
  must(pictures === 1);
  must(reader.left === 0, 'trailing-data');
  kept.push(bytes.subarray(-1));
  return { width, height, bytes: joined(kept) };
}

/** The number of colours in a table, which is skipped. */
function colours(reader: ByteReader, flags: number): number {
  if (flags < 0x80) return 0;
  const count = 2 ** ((flags & 7) + 1);
  reader.take(3 * count);
  return count;
}

/** True where it belongs to the picture. Comments and data of programs do not. */
function readExtension(reader: ByteReader): boolean {
  const label = reader.u8();
  const data = joined(subBlocks(reader));
  if (label === GRAPHIC_CONTROL) {
    must(data.length === 4);
    return true;
  }
  refuseHidden(latin1(data));
  return false;
}

function readPicture(
  reader: ByteReader,
  screen: { readonly width: number; readonly height: number; readonly globalColours: number },
): void {
  const [left, top, width, height] = [reader.u16le(), reader.u16le(), reader.u16le(), reader.u16le()];
  must(width > 0 && height > 0 && left + width <= screen.width && top + height <= screen.height);
  const ownColours = colours(reader, reader.u8());
  must(ownColours + screen.globalColours > 0);
  const codeSize = reader.u8();
  checkGifData(joined(subBlocks(reader)), codeSize, width * height);
}

/** Pieces of at most 255 bytes up to an empty one. */
function subBlocks(reader: ByteReader): Bytes[] {
  const blocks: Bytes[] = [];
  for (let length = reader.u8(); length > 0; length = reader.u8()) blocks.push(reader.take(length));
  return blocks;
}
