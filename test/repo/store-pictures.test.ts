import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, LIMITS, STORES } from '../../scripts/store/listing.js';
import {
  ALL_PICTURES,
  COLOURS,
  GUIDE_FOLDER,
  LARGEST_PICTURE,
  PICTURES_FOLDER,
  SCREENSHOT,
  TILES,
} from '../../scripts/store/picture-files.js';
import { pngSize } from '../../scripts/store/png-size.js';
import { SCENES } from '../../scripts/store/scenes.js';

const screenshots = SCENES.flatMap((scene) => COLOURS.map((colours) => `${scene}.${colours}.png`));
const tiles = Object.entries(TILES).map(([tile, size]) => ({ file: `${tile}.png`, size }));
const files = readdirSync(PICTURES_FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.png'))
  .map((file) => path.join(PICTURES_FOLDER, file));

describe('the pictures for the stores', () => {
  it.each(LANGUAGES)('are all there in %s, in the sizes that stores take', (language) => {
    const folder = path.join(PICTURES_FOLDER, language);
    const wanted = [...screenshots.map((file) => ({ file, size: SCREENSHOT })), ...tiles];
    expect(readdirSync(folder).sort()).toEqual(wanted.map(({ file }) => file).sort());
    for (const { file, size } of wanted)
      expect(pngSize(readFileSync(path.join(folder, file))), file).toEqual([size.width, size.height]);
  });

  it.each(LANGUAGES)('have the one for the guide in %s beside them', (language) => {
    const picture = readFileSync(path.join(GUIDE_FOLDER, `connection.${language}.png`));
    expect(pngSize(picture)).toEqual([SCREENSHOT.width, SCREENSHOT.height]);
    expect(picture.byteLength).toBeLessThan(LARGEST_PICTURE);
  });

  it('are no more scenes than each store shows', () => {
    for (const store of STORES) expect(SCENES.length).toBeLessThanOrEqual(LIMITS[store].screenshots);
  });

  it('are small enough to lie in the repository', () => {
    const sizes = files.map((file) => statSync(file).size);
    expect(Math.max(...sizes)).toBeLessThan(LARGEST_PICTURE);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(ALL_PICTURES);
  });
});
