import { fileURLToPath } from 'node:url';

export const PICTURES_FOLDER = fileURLToPath(new URL('../../store/pictures', import.meta.url));

/** For the guides. */
export const GUIDE_FOLDER = fileURLToPath(new URL('../../docs/pictures', import.meta.url));

export const COLOURS = ['light', 'dark'] as const;
export type Colours = (typeof COLOURS)[number];

/** What Chrome, Edge and Mozilla take, in pixels. */
export const SCREENSHOT = { width: 1280, height: 800 } as const;

/** Chrome's and Edge's small promotional tile, and Edge's logo. */
export const TILES = {
  tile: { width: 440, height: 280 },
  logo: { width: 300, height: 300 },
} as const;

/** Bytes. They are in the repository, where everybody who clones it pays for them. */
export const LARGEST_PICTURE = 300 * 1024;
export const ALL_PICTURES = 3 * 1024 * 1024;
