import { latin1, type Bytes } from './byte-reader.js';

const HEAD = 'Exif\u0000\u0000';
const ORIENTATION = 0x0112;
const SHORT = 3;

/** How a camera was held (TIFF 6.0, tag 274), 1 to 8; undefined where the segment does not tell. Never throws. */
export function exifOrientation(segment: Bytes): number | undefined {
  if (latin1(segment.subarray(0, 6)) !== HEAD || segment.length < 14) return undefined;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 6, segment.byteLength - 6);
  const order = tiff.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const isLittle = order === 0x4949;
  const start = tiff.getUint32(4, isLittle);
  if (start + 2 > tiff.byteLength) return undefined;
  const count = tiff.getUint16(start, isLittle);
  for (let index = 0; index < count; index += 1) {
    const at = start + 2 + index * 12;
    if (at + 12 > tiff.byteLength) return undefined;
    if (tiff.getUint16(at, isLittle) !== ORIENTATION) continue;
    const value = tiff.getUint16(at + 8, isLittle);
    const isSaid = tiff.getUint16(at + 2, isLittle) === SHORT && value >= 1 && value <= 8;
    return isSaid ? value : undefined;
  }
  return undefined;
}

/** A whole segment that says this and nothing else. */
export function orientationOnly(orientation: number): Bytes {
  const bytes = new Uint8Array(36);
  bytes.set([0xff, 0xe1, 0, 34]);
  bytes.set(new TextEncoder().encode(`${HEAD}MM`), 4);
  const tiff = new DataView(bytes.buffer, 10);
  tiff.setUint16(2, 42);
  tiff.setUint32(4, 8);
  tiff.setUint16(8, 1);
  tiff.setUint16(10, ORIENTATION);
  tiff.setUint16(12, SHORT);
  tiff.setUint32(14, 1);
  tiff.setUint16(18, orientation);
  return bytes;
}
