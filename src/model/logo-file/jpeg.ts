import { ByteReader, joined, latin1, type Bytes } from './byte-reader.js';
import { exifOrientation, orientationOnly } from './exif-orientation.js';
import { refuseHidden } from './hidden-content.js';
import { JpegTables } from './jpeg-tables.js';
import { checkSize, type ReadPicture } from './picture-size.js';
import { must } from './refusal.js';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const EXIF = 0xe1;
/** JFIF, colour profile, and Adobe's kind of colours: without them it looks different. */
const keptApplications = [0xe0, 0xe2, 0xee];
/** Scans of a progressive file; encoders make some ten. Each costs a pass over the whole picture. */
const MOST_SCANS = 64;

/** Reads a JPEG from marker to marker, to its last byte (ITU-T T.81, annex B). The scans' own bits are not decoded. */
export function readJpeg(bytes: Bytes): ReadPicture {
  const reader = new ByteReader(bytes);
  const tables = new JpegTables();
  const kept: Bytes[] = [];
  let orientation = 1;
  let scans = 0;
  must(nextMarker(reader) === START);
  for (;;) {
    const marker = nextMarker(reader);
    if (marker === END) break;
    const segment = readSegment(reader, marker);
    if (marker === EXIF) orientation = exifOrientation(segment.data) ?? orientation;
    if (isDropped(marker)) {
      refuseHidden(latin1(segment.data));
      continue;
    }
    kept.push(segment.whole);
    const isFrame = tables.take(marker, segment.data);
    if (isFrame) checkSize(tables.width, tables.height);
    if (marker !== SCAN) continue;
    scans += 1;
    must(scans <= MOST_SCANS);
    kept.push(scanData(reader));
  }
  must(reader.left === 0, 'trailing-data');
  must(tables.isComplete);
  const start = bytes.subarray(0, 2);
  const turned = orientation === 1 ? [] : [orientationOnly(orientation)];
  const isLying = orientation >= 5;
  return {
    width: isLying ? tables.height : tables.width,
    height: isLying ? tables.width : tables.height,
    bytes: joined([start, ...turned, ...kept, Uint8Array.of(0xff, END)]),
  };
}

/** Any number of fill bytes may stand before a marker. */
function nextMarker(reader: ByteReader): number {
  must(reader.u8() === 0xff);
  let marker = reader.u8();
  while (marker === 0xff) marker = reader.u8();
  return marker;
}

function readSegment(reader: ByteReader, marker: number): { readonly data: Bytes; readonly whole: Bytes } {
  // The others have no length; they stand in a scan, or at the start and the end.
  must(marker >= 0xc0 && (marker < 0xd0 || marker > END));
  const start = reader.at;
  const length = reader.u16();
  must(length >= 2);
  const data = reader.take(length - 2);
  return { data, whole: joined([Uint8Array.of(0xff, marker), reader.bytes.subarray(start, reader.at)]) };
}

/** Comments, and data of programs that do not change the look. */
function isDropped(marker: number): boolean {
  return marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && !keptApplications.includes(marker));
}

/** Up to the next marker that is neither an escaped 0xff nor a restart. */
function scanData(reader: ByteReader): Bytes {
  const { bytes, at: start } = reader;
  for (;;) {
    const mark = bytes.indexOf(0xff, reader.at);
    must(mark !== -1 && mark + 1 < bytes.length, 'truncated');
    const next = bytes[mark + 1] ?? 0;
    const isInside = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!isInside) {
      must(mark > start);
      reader.at = mark;
      return bytes.subarray(start, mark);
    }
    reader.at = mark + 2;
  }
}
