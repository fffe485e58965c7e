import { must } from './refusal.js';

/**
 * Beginnings of pages, scripts, documents and programs. Long enough not to turn up by chance among the bytes of a picture: in
 * a megabyte the shortest is expected once in 60,000 files.
 */
const foreign =
  /<script|<html|<!doctype|<iframe|<\?php|<svg[\s>][^<]{0,200}xmlns|javascript:|%PDF-1|<%@ ?page|#!\/(?:usr\/)?bin\//i;
/** Shorter ones, for what stands beside the picture and is text if anything: ZIP, RAR, 7z, ELF and Windows programs. */
const archives = [
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  'Rar!\u001a\u0007',
  '7z\u00bc\u00af',
  '\u007fELF',
  'MZ\u0090\0',
];
const scripts = /<svg[\s>]|onerror\s*=|\beval\(/i;

/** Refuses a file that is something else as well. `text` is the whole of it, one character a byte. */
export function refuseForeign(text: string): void {
  must(!foreign.test(text) && !hasZipEnd(text), 'hidden-content');
}

/** Refuses what hides in a comment or in other data beside the picture. */
export function refuseHidden(text: string): void {
  must(!scripts.test(text) && !archives.some((start) => text.includes(start)), 'hidden-content');
}

/** A ZIP archive is found from its end: a record that names one disk, and a comment that fits into the rest of the file. */
function hasZipEnd(text: string): boolean {
  const mark = 'PK\u0005\u0006\0\0\0\0';
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    const comment = text.charCodeAt(at + 20) + text.charCodeAt(at + 21) * 256;
    if (at + 22 + comment <= text.length) return true;
  }
  return false;
}
