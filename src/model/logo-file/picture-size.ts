import { MOST_LOGO_EDGE, MOST_LOGO_PIXELS } from '../logo.js';
import type { Bytes } from './byte-reader.js';
import { must } from './refusal.js';

/** What a reader makes of a file: the size as it is shown, and the file without what only hides in it. */
export interface ReadPicture {
  readonly width: number;
  readonly height: number;
  readonly bytes: Bytes;
}

/** Asked as soon as the header is read, before anything is unpacked. */
export function checkSize(width: number, height: number): void {
  must(width > 0 && height > 0);
  must(
    width <= MOST_LOGO_EDGE && height <= MOST_LOGO_EDGE && width * height <= MOST_LOGO_PIXELS,
    'too-many-pixels',
  );
}
