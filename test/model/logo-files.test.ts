import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Of, bytesOfBase64, demoLogo, inspectLogo, logoProblems } from '../../src/model/index.js';
import { pngChunk } from '../../src/model/logo-file/encode-png.js';
import { bytesOf, u32, type Bytes } from './logo-files/bytes.js';
import { hostileFiles } from './logo-files/hostile-files.js';
import { changedFile } from './logo-files/changed-file.js';
import {
  exif,
  extendedWebp,
  gif,
  gifComment,
  jpeg,
  palette,
  plainPictures,
  png,
  pngText,
  segment,
  webpChunk,
} from './logo-files/pictures.js';

const PLACE = '54.3233 N 10.1228 E';
const textOf = (bytes: Bytes): string => String.fromCharCode(...bytes);

/** The picture that a file is taken as; a refused file fails the test. */
function taken(bytes: Bytes) {
  const { picture, problem } = inspectLogo(bytes);
  if (picture === undefined) throw new Error(`refused: ${problem}`);
  return picture;
}

describe('hostile and broken logo files (G2, G3)', () => {
  it('are more than two hundred different ones, for every reason there is', () => {
    expect(new Set(hostileFiles.map(({ name }) => name)).size).toBe(hostileFiles.length);
    // Two kinds of JPEG begin alike, so that some of their first pieces are the same.
    expect(new Set(hostileFiles.map(({ bytes }) => bytes.join())).size).toBeGreaterThan(400);
    expect(new Set(hostileFiles.map(({ problem }) => problem))).toEqual(new Set(logoProblems));
  });

  it.each(hostileFiles.map(({ name, problem, bytes }) => [name, problem, bytes] as const))(
    '%s: %s',
    (_name, problem, bytes) => {
      expect(inspectLogo(bytes)).toEqual({ problem });
    },
  );

  it('cost little: none of them takes half a second', () => {
    for (const { name, bytes } of hostileFiles) {
      const start = performance.now();
      inspectLogo(bytes);
      expect(performance.now() - start, name).toBeLessThan(500);
    }
  });
});

describe('good logo files (G2)', () => {
  it.each(plainPictures.map(({ name, bytes, size }) => [name, bytes, size] as const))(
    'takes a %s as it is, with its size',
    (_name, bytes, [width, height]) => {
      expect(taken(bytes)).toMatchObject({ width, height, bytes });
    },
  );

  const kinds = [
    [0, [1, 2, 4, 8, 16]],
    [2, [8, 16]],
    [3, [1, 2, 4, 8]],
    [4, [8, 16]],
    [6, [8, 16]],
  ] as const;
  it.each(kinds.flatMap(([colourType, depths]) => depths.map((depth) => [colourType, depth] as const)))(
    'takes a PNG of colour type %i with %i bits, in any size',
    (colourType, depth) => {
      const before = colourType === 3 ? [palette(2 ** Math.min(depth, 8))] : [];
      for (const [width, height] of [
        [1, 1],
        [3, 9],
        [17, 2],
      ] as const)
        expect(taken(png({ width, height, depth, colourType, before }))).toMatchObject({ width, height });
    },
  );

  it('takes an interlaced PNG, row by row of each pass', () => {
    // 3 × 2 in grey: passes of 1, 1 (a second column), none, 1, none, 1 … each row with its filter byte.
    const rows = bytesOf([0, 1], [0, 2], [0, 3], [0, 4, 5, 6]);
    const interlaced = png({ width: 3, height: 2, colourType: 0, interlace: 1, rows });
    expect(taken(interlaced)).toMatchObject({ width: 3, height: 2 });
    const plain = png({ width: 3, height: 2, colourType: 0, interlace: 1, rows: rows.slice(0, 8) });
    expect(inspectLogo(plain)).toEqual({ problem: 'damaged' });
  });

  it('takes the largest ones that are allowed', () => {
    const rows = new Uint8Array((1 + 500) * 1000);
    expect(taken(png({ width: 4000, height: 1000, depth: 1, colourType: 0, rows }))).toMatchObject({
      width: 4000,
      height: 1000,
    });
  });

  it('leaves out what does not change the look: comments, places, programs’ data', () => {
    const files = [
      png({ before: [pngText(PLACE), pngChunk('eXIf', bytesOf(PLACE))], after: [pngText(PLACE)] }),
      gif({ before: [gifComment(PLACE)] }),
      jpeg({ before: [exif(1), segment(0xfe, PLACE), segment(0xed, 'Photoshop 3.0\0', PLACE)] }),
      extendedWebp(0x0c, webpChunk('EXIF', bytesOf(PLACE)), webpChunk('XMP ', bytesOf(PLACE))),
    ];
    const plain = [png(), gif(), jpeg(), extendedWebp()];
    expect(files.map((file) => taken(file).bytes)).toEqual(plain);
  });

  it('keeps what does: transparency, profiles, the density, how a camera was held', () => {
    const extras = [
      pngChunk('gAMA', u32(45_455)),
      pngChunk('tRNS', bytesOf(0, 0, 0, 0, 0, 0)),
      pngChunk('pHYs', bytesOf(u32(9), u32(9), 1)),
    ];
    const file = png({ before: extras });
    expect(taken(file).bytes).toEqual(file);
    const profile = segment(0xe2, 'ICC_PROFILE\0', 1, 1, new Uint8Array(40));
    expect(taken(jpeg({ before: [profile] })).bytes).toEqual(jpeg({ before: [profile] }));
    const turned = taken(jpeg({ before: [exif(6)] }));
    expect([turned.width, turned.height]).toEqual([9, 20]);
    expect(textOf(turned.bytes)).not.toContain(PLACE);
    expect(taken(turned.bytes)).toEqual(turned);
  });

  it('sums up chunks as the specification does', () => {
    // The end of every PNG there is.
    expect(png().slice(-4)).toEqual(bytesOf(0xae, 0x42, 0x60, 0x82));
  });

  it('takes the demo logos', () => {
    for (const mark of ['wave', 'flower', 'peaks'] as const) {
      const { type, data, width, height } = demoLogo(mark, 40, [0, 80, 160]);
      const bytes = bytesOfBase64(data) ?? new Uint8Array(0);
      expect(taken(bytes)).toEqual({ type, width, height, bytes });
    }
  });
});

describe('any logo file (G3)', () => {
  it('is taken or refused, never breaks the check, and is taken again as it comes out', () => {
    fc.assert(
      fc.property(changedFile, (bytes) => {
        const { picture } = inspectLogo(bytes);
        if (picture !== undefined) expect(inspectLogo(picture.bytes)).toEqual({ picture });
      }),
      { numRuns: 3000 },
    );
  });

  it('is the same after its way as text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        expect(bytesOfBase64(base64Of(bytes))).toEqual(bytes);
      }),
      { numRuns: 50 },
    );
    expect(bytesOfBase64('A')).toBeUndefined();
  });
});
