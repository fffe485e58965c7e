import { zlibSync } from 'fflate';
import { pngChunk } from '../../../src/model/logo-file/encode-png.js';
import { bytesOf, patched, replaced, u16, type Bytes } from './bytes.js';
import { refusedAs, type HostileFile } from './hostile-file.js';
import {
  extendedWebp,
  frame,
  gif,
  gifCodes,
  huffman,
  jpeg,
  losslessData,
  losslessWebp,
  palette,
  png,
  PNG_START,
  pngText,
  quantization,
  scan,
  segment,
  webp,
  webpChunk,
  webpHeader,
  zeroBits,
} from './pictures.js';

/** Files of the four types that break their type's rules. */
export function brokenFiles(): readonly HostileFile[] {
  return [
    ...refusedAs('damaged', pngs()),
    ...refusedAs('damaged', pngData()),
    ...refusedAs('damaged', gifs()),
    ...refusedAs('damaged', jpegs()),
    ...refusedAs('damaged', webps()),
    ...refusedAs('variant-not-allowed', {
      'lossless JPEG': jpeg({ marker: 0xc3 }),
      'hierarchical JPEG': jpeg({ marker: 0xc5 }),
      'arithmetic JPEG': jpeg({ marker: 0xc9 }),
      'progressive arithmetic JPEG': jpeg({ marker: 0xca }),
      'JPEG of 12 bits': jpeg({ precision: 12 }),
      'JPEG with arithmetic tables': jpeg({ before: [segment(0xcc, 0, 0)] }),
    }),
  ];
}

/** A copy whose named chunk has a wrong checksum. */
function wrongSum(bytes: Bytes, name: string): Bytes {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const at = text.indexOf(name);
  const length = new DataView(bytes.buffer).getUint32(at - 4);
  const place = at + 4 + length;
  return patched(bytes, place, (bytes[place] ?? 0) ^ 1);
}

function pngs(): Record<string, Bytes> {
  const rich = png({ depth: 4, colourType: 3, before: [palette(16), pngText('x')] });
  const names = ['IHDR', 'PLTE', 'tEXt', 'IDAT', 'IEND'];
  const header = png().slice(8, 33);
  const [half, other] = [zlibSync(new Uint8Array(185)).slice(0, 9), zlibSync(new Uint8Array(185)).slice(9)];
  return {
    ...Object.fromEntries(names.map((name) => [`PNG, ${name} with a wrong sum`, wrongSum(rich, name)])),
    'PNG without a width': png({ width: 0 }),
    'PNG without a height': png({ height: 0, rows: bytesOf(0) }),
    'PNG of three bits': png({ depth: 3 }),
    'PNG of an unknown kind of colours': png({ colourType: 5 }),
    'PNG in true colour of four bits': png({ depth: 4 }),
    'PNG packed in an unknown way': png({ compression: 1 }),
    'PNG filtered in an unknown way': png({ filter: 1 }),
    'PNG interlaced in an unknown way': png({ interlace: 2 }),
    'PNG that lacks its palette': png({ depth: 8, colourType: 3 }),
    'PNG with a palette for grey': png({ colourType: 0, before: [palette(4)] }),
    'PNG with two palettes': png({ before: [palette(4), palette(4)] }),
    'PNG with a palette of 257': png({ before: [palette(257)] }),
    'PNG with more colours than its bits can name': png({ depth: 1, colourType: 3, before: [palette(3)] }),
    'PNG with a part of a colour': png({ before: [pngChunk('PLTE', bytesOf(1, 2, 3, 4))] }),
    'PNG with its palette behind the picture': png({ after: [palette(4)] }),
    'PNG with two headers': png({ before: [header] }),
    'PNG with another chunk first': bytesOf(PNG_START, pngText('x'), png().slice(8)),
    'PNG without a picture': bytesOf(PNG_START, header, pngChunk('IEND', bytesOf())),
    'PNG with an unknown chunk that matters': png({ before: [pngChunk('CgBI', bytesOf(0, 0, 0, 0))] }),
    'PNG with a chunk that has no name': png({ before: [pngChunk('\0\0\0\0', bytesOf())] }),
    'PNG with something in its end': bytesOf(png().slice(0, -12), pngChunk('IEND', bytesOf(1))),
    'PNG with a picture in two places': png({
      packed: half,
      after: [pngText('x'), pngChunk('IDAT', other)],
    }),
  };
}

function pngData(): Record<string, Bytes> {
  const rows = new Uint8Array(185);
  const good = bytesOf(zlibSync(rows));
  const [body, sum] = [good.slice(0, -4), good.slice(-4)];
  return {
    'PNG with an empty picture': png({ packed: bytesOf() }),
    'PNG with a wrong sum over its picture': png({ packed: bytesOf(body, 1, 2, 3, 4) }),
    'PNG with an unknown filter in a row': png({ rows: patched(rows, 37, 5) }),
    'PNG with something behind its packed picture': png({ packed: bytesOf(body, 'PK hidden here', sum) }),
    'PNG with something behind the sum': png({ packed: bytesOf(good, 'hidden') }),
    'PNG packed with a dictionary': png({ packed: bytesOf(0x78, 0xbb, good.slice(2)) }),
    'PNG packed with another method': png({ packed: bytesOf(0x77, 0x09, good.slice(2)) }),
    'PNG packed with a wrong check': png({ packed: bytesOf(0x78, 0x02, good.slice(2)) }),
    'PNG that was not packed': png({ packed: rows }),
    'PNG with a picture of random bits': png({ packed: bytesOf(0x78, 0x9c, 0xff, 0xff, 0xff, sum) }),
    'PNG with half a picture': png({ packed: good.slice(0, 6) }),
  };
}

function gifs(): Record<string, Bytes> {
  return {
    'GIF without a width': gif({ width: 0, frame: [0, 0, 1, 1] }),
    'GIF without a height': gif({ height: 0, frame: [0, 0, 1, 1] }),
    'GIF with an empty picture': gif({ frame: [0, 0, 0, 6], data: gifCodes(0) }),
    'GIF with a picture beyond its ground': gif({ frame: [4, 0, 10, 6] }),
    'GIF with a picture below its ground': gif({ frame: [0, 1, 10, 6] }),
    'GIF without colours': gif({ colours: false }),
    'GIF without a picture': gif({ frames: 0 }),
    'GIF with codes of one bit': gif({ codeSize: 1 }),
    'GIF with codes of nine bits': gif({ codeSize: 9 }),
    'GIF with a code that is not made yet': gif({ data: bytesOf(0x3c, 0, 0) }),
    'GIF with codes that do not end': gif({ data: gifCodes(60, false) }),
    'GIF with something behind its codes': gif({ data: bytesOf(gifCodes(60), 'hidden') }),
    'GIF with an unknown block': patched(gif(), 19, 0x2d),
    'GIF with a control block of the wrong size': gif({ before: [bytesOf(0x21, 0xf9, 2, 0, 0, 0)] }),
  };
}

function jpegs(): Record<string, Bytes> {
  const [first, picture] = [frame(0xc0, 20, 9), zeroBits(12)];
  const body = (...parts: readonly Bytes[]): Bytes => jpeg({ body: bytesOf(parts) });
  const codes = (...counts: readonly number[]): Bytes =>
    segment(
      0xc4,
      0,
      counts,
      new Uint8Array(16 - counts.length),
      new Uint8Array(counts.reduce((a, b) => a + b)),
    );
  const progressive = (...scans: readonly Bytes[]): Bytes =>
    body(quantization, frame(0xc2, 20, 9), huffman, ...scans);
  return {
    'JPEG without anything': bytesOf(0xff, 0xd8, 0xff, 0xd9),
    'JPEG without a frame': body(quantization, huffman, scan(0, 63), picture),
    'JPEG with two frames': body(quantization, first, first, huffman, scan(0, 63), picture),
    'JPEG without a scan': body(quantization, first, huffman),
    'JPEG with an empty scan': body(quantization, first, huffman, scan(0, 63)),
    'JPEG without codes': body(quantization, first, scan(0, 63), picture),
    'JPEG without quantities': body(first, huffman, scan(0, 63), picture),
    'JPEG without a width': body(quantization, frame(0xc0, 0, 9), huffman, scan(0, 63), picture),
    'JPEG without a height': body(quantization, frame(0xc0, 20, 0), huffman, scan(0, 63), picture),
    'JPEG of two components': body(quantization, segment(0xc0, 8, u16(9), u16(20), 2, 1, 17, 0, 2, 17, 0)),
    'JPEG of a component sampled five times': body(segment(0xc0, 8, u16(9), u16(20), 1, 1, 0x51, 0)),
    'JPEG with a quantity of zero': body(segment(0xdb, 0, new Uint8Array(64))),
    'JPEG with a part of its quantities': jpeg({ before: [segment(0xdb, 0, 1, 2, 3)] }),
    'JPEG with more codes than fit': jpeg({ before: [codes(2, 1)] }),
    'JPEG with a code of only ones': jpeg({ before: [codes(2)] }),
    'JPEG with an empty table': jpeg({ before: [segment(0xc4, 0, new Uint8Array(16))] }),
    'JPEG with a table of an unknown place': jpeg({
      before: [segment(0xc4, 0x04, 1, new Uint8Array(15), 0)],
    }),
    'JPEG with a difference of 16 bits': jpeg({ before: [segment(0xc4, 0, 1, new Uint8Array(15), 16)] }),
    'JPEG with a scan of an unknown component': body(
      ...[quantization, first, huffman, segment(0xda, 1, 7, 0, 0, 63, 0), picture],
    ),
    'JPEG with two components in a scan of one': body(
      ...[quantization, first, huffman, segment(0xda, 2, 1, 0, 1, 0, 0, 63, 0), picture],
    ),
    'progressive JPEG with a backward scan': progressive(scan(0, 0), picture, scan(9, 5), picture),
    'progressive JPEG with a scan of all at once': progressive(scan(0, 63), picture),
    'progressive JPEG with too exact steps': progressive(scan(0, 0, 0x0e), picture),
    'progressive JPEG with a step left out': progressive(scan(0, 0, 0x31), picture),
    'progressive JPEG of details only': progressive(scan(1, 63), picture),
    'JPEG with a segment without a length': jpeg({ before: [bytesOf(0xff, 0xfe, 0, 1)] }),
    'JPEG with an unknown marker': jpeg({ before: [segment(0xf3, 'x')] }),
    'JPEG with bytes between its parts': jpeg({ before: [bytesOf('junk')] }),
    'JPEG with a restart outside of a scan': jpeg({ before: [bytesOf(0xff, 0xd0)] }),
    'JPEG with a second start': jpeg({ before: [bytesOf(0xff, 0xd8)] }),
  };
}

function webps(): Record<string, Bytes> {
  const picture = webpChunk('VP8L', losslessData());
  const lossy = (...header: readonly number[]): Bytes =>
    webp(webpChunk('VP8 ', bytesOf(header, new Uint8Array(40))));
  const start = [0x9d, 0x01, 0x2a, 14, 0, 7, 0];
  return {
    'WebP without anything': webp(),
    'WebP of another version': webp(webpChunk('VP8L', losslessData(14, 7, 1))),
    'WebP with another signature': replaced(losslessWebp(), '/', '0'),
    'WebP with a signature and no picture': webp(webpChunk('VP8L', losslessData().slice(0, 5))),
    'WebP of an unknown kind': webp(webpChunk('VP9 ', losslessData())),
    'WebP with two pictures': webp(picture, picture),
    'WebP with a part that is not even': patched(webp(webpChunk('VP8L', losslessData())), -1, 1),
    'WebP with an extended header and no picture': webp(webpHeader(14, 7, 0)),
    'WebP with an extended header of the wrong size': webp(webpChunk('VP8X', new Uint8Array(8)), picture),
    'WebP with an extended header that says another size': webp(webpHeader(14, 8, 0), picture),
    'WebP with the picture before its profile': webp(
      webpHeader(14, 7, 0x20),
      picture,
      webpChunk('ICCP', bytesOf(1, 2)),
    ),
    'WebP with a profile that nobody told of': webp(
      webpHeader(14, 7, 0),
      webpChunk('ICCP', bytesOf(1, 2)),
      picture,
    ),
    'WebP that tells of a profile it lacks': extendedWebp(0x20),
    'WebP with transparency for a picture that has its own': webp(
      ...[webpHeader(14, 7, 0x10), webpChunk('ALPH', bytesOf(0, 1)), picture],
    ),
    'WebP with two extended pictures': extendedWebp(0, picture),
    'lossy WebP that is no key frame': lossy(0x11, 1, 0, ...start),
    'lossy WebP of an unknown version': lossy(0x18, 1, 0, ...start),
    'lossy WebP that is not shown': lossy(0x00, 1, 0, ...start),
    'lossy WebP without its mark': lossy(0x10, 1, 0, 0x9d, 0x01, 0x2b, 14, 0, 7, 0),
    'lossy WebP without a width': lossy(0x10, 1, 0, 0x9d, 0x01, 0x2a, 0, 0, 7, 0),
    'lossy WebP without a first part': lossy(0x10, 0, 0, ...start),
    'lossy WebP with a first part beyond its end': lossy(0x10, 0xff, 0, ...start),
  };
}
