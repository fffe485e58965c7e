import { bytesOfBase64 } from '../base64.js';
import { MOST_LOGO_BYTES, type LogoProblem, type LogoType, type LogoUpload } from '../logo.js';
import { latin1, type Bytes } from './byte-reader.js';
import { readGif } from './gif.js';
import { refuseForeign } from './hidden-content.js';
import { readJpeg } from './jpeg.js';
import { kindOf } from './kind.js';
import type { ReadPicture } from './picture-size.js';
import { readPng } from './png.js';
import { LogoRefusal } from './refusal.js';
import { readWebp } from './webp.js';

/** A picture that can be a logo: without comments, places, thumbnails and other data that do not change its look. */
export interface LogoPicture extends ReadPicture {
  readonly type: LogoType;
}

export type LogoInspection =
  | { readonly picture: LogoPicture; readonly problem?: undefined }
  | { readonly picture?: undefined; readonly problem: LogoProblem };

const readers: Readonly<Record<LogoType, (bytes: Bytes) => ReadPicture>> = {
  'image/png': readPng,
  'image/jpeg': readJpeg,
  'image/gif': readGif,
  'image/webp': readWebp,
};

/**
 * G2, G3: what a file is by its content, or why it cannot be a logo. It is read to its last byte; PNG and GIF are unpacked and
 * their pixels counted, of JPEG and WebP the structure is checked. A file that passes passes again as it comes out.
 */
export function inspectLogo(bytes: Bytes): LogoInspection {
  if (bytes.length === 0) return { problem: 'empty' };
  if (bytes.length > MOST_LOGO_BYTES) return { problem: 'too-large' };
  const kind = kindOf(bytes);
  if (!isLogoType(kind)) return { problem: kind };
  try {
    const read = readers[kind](bytes);
    refuseForeign(latin1(bytes));
    return { picture: { type: kind, ...read } };
  } catch (thrown) {
    if (thrown instanceof LogoRefusal) return { problem: thrown.problem };
    throw thrown;
  }
}

/** The same of a file as it is sent. Text that is no base64 is a file that was damaged on its way. */
export function inspectUpload({ data }: LogoUpload): LogoInspection {
  if (data.length > Math.ceil(MOST_LOGO_BYTES / 3) * 4) return { problem: 'too-large' };
  const bytes = bytesOfBase64(data);
  return bytes === undefined ? { problem: 'damaged' } : inspectLogo(bytes);
}

function isLogoType(kind: LogoType | LogoProblem): kind is LogoType {
  return kind in readers;
}
