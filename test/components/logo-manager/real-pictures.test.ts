import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  demoLogo,
  bytesOfBase64,
  inspectLogo,
  type LogoPicture,
  type LogoType,
} from '../../../src/model/index.js';
import type { Bytes } from '../../model/logo-files/bytes.js';
import { changedFrom, startingFiles } from '../../model/logo-files/changed-file.js';
import { exif, gif, jpeg, plainPictures, png } from '../../model/logo-files/pictures.js';

const sizes = [
  [1, 1],
  [3, 2],
  [16, 16],
  [97, 41],
  [320, 80],
  [1200, 300],
] as const;

type Paint = (context: OffscreenCanvasRenderingContext2D, width: number, height: number) => void;
const paints: Readonly<Record<string, Paint>> = {
  'an even ground': (context, width, height) => {
    context.fillStyle = '#1f5fd0';
    context.fillRect(0, 0, width, height);
  },
  'a transparent ground': (context, width, height) => {
    context.fillStyle = '#d01f5f80';
    context.fillRect(width / 4, height / 4, width / 2, height / 2);
    context.font = `${height / 2}px serif`;
    context.fillText('Käserei', 0, height);
  },
  'a gradient': (context, width, height) => {
    const gradient = context.createLinearGradient(0, 0, width, height);
    gradient.addColorStop(0, '#fc0');
    gradient.addColorStop(1, '#036');
    context.fillStyle = gradient;
    context.fillRect(0, 0, width, height);
  },
};

/** A file as the browser's own encoder makes it. */
async function encoded(
  paint: Paint,
  width: number,
  height: number,
  type: LogoType,
  quality?: number,
): Promise<Bytes> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  paint(context, width, height);
  const blob = await canvas.convertToBlob({ type, ...(quality === undefined ? {} : { quality }) });
  expect(blob.type).toBe(type);
  return new Uint8Array(await blob.arrayBuffer());
}

const encodings: readonly (readonly [type: LogoType, quality?: number])[] = [
  ['image/png'],
  ['image/jpeg', 0.4],
  ['image/jpeg', 0.95],
  ['image/jpeg', 1],
  ['image/webp', 0.3],
  ['image/webp', 0.9],
  // Without loss.
  ['image/webp', 1],
];

async function realFiles(): Promise<
  {
    readonly name: string;
    readonly bytes: Bytes;
    readonly size: readonly [number, number];
    readonly type: LogoType;
  }[]
> {
  const files = sizes.flatMap(([width, height]) =>
    encodings.flatMap(([type, quality]) =>
      Object.entries(paints).map(async ([name, paint]) => ({
        name: `${name}, ${width} × ${height}, ${type} ${quality ?? ''}`,
        bytes: await encoded(paint, width, height, type, quality),
        size: [width, height] as const,
        type,
      })),
    ),
  );
  return Promise.all(files);
}

async function decoded({ bytes, type }: Pick<LogoPicture, 'bytes' | 'type'>): Promise<[number, number]> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type }));
  const size: [number, number] = [bitmap.width, bitmap.height];
  bitmap.close();
  return size;
}

describe('pictures of real encoders (G2)', () => {
  it('are all taken, with their size, and look the same afterwards', async () => {
    const files = await realFiles();
    expect(files.length).toBeGreaterThan(100);
    for (const { name, bytes, size, type } of files) {
      const { picture, problem } = inspectLogo(bytes);
      expect(problem, name).toBeUndefined();
      expect(picture && [picture.type, picture.width, picture.height], name).toEqual([type, ...size]);
      if (picture !== undefined) expect(await decoded(picture), name).toEqual(size);
    }
  });

  it('are shown by the browser as the check says, those made by hand as well', async () => {
    const turned = inspectLogo(jpeg({ before: [exif(6)] })).picture;
    expect(turned && (await decoded(turned))).toEqual([9, 20]);
    const logo = demoLogo('wave', 32, [0, 90, 160]);
    const bytes = bytesOfBase64(logo.data);
    expect(bytes && (await decoded({ bytes, type: 'image/png' }))).toEqual([logo.width, logo.height]);
    for (const file of startingFiles) {
      const { picture } = inspectLogo(file);
      expect(picture && (await decoded(picture))).toEqual(picture && [picture.width, picture.height]);
    }
    for (const { bytes, size } of plainPictures) {
      const { picture } = inspectLogo(bytes);
      expect(picture && (await decoded(picture))).toEqual(size);
    }
  });
});

describe('a file whose bytes were changed (G3)', () => {
  /** Of PNG and GIF all is read, so whatever is taken must be shown; JPEG and WebP are shown as far as they go. */
  it('is refused, or shown by the browser in the size that was told', async () => {
    const real = await realFiles();
    const ofType = (type: LogoType): Bytes[] =>
      real.filter((file) => file.type === type && file.bytes.length < 4000).map(({ bytes }) => bytes);
    const files = [png(), gif(), ...ofType('image/png'), ...ofType('image/jpeg'), ...startingFiles];
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(changedFrom(files), async (bytes) => {
        const { picture } = inspectLogo(bytes);
        if (picture === undefined || picture.type === 'image/webp') return;
        accepted += 1;
        expect(await decoded(picture)).toEqual([picture.width, picture.height]);
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
