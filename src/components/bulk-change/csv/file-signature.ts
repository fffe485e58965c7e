import type { OtherKind } from './csv-problem.js';

/** The first bytes by which other kinds of files are known, as Latin-1 text. */
const signatures: readonly [string, OtherKind][] = [
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'office'],
  ['%PDF-', 'pdf'],
  ['{\\rtf', 'other'],
  ['\x1f\x8b', 'archive'],
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  ['Rar!\x1a\x07', 'archive'],
  ['\x89PNG\r\n', 'other'],
  ['\xff\xd8\xff', 'other'],
  ['GIF8', 'other'],
];

/** What stands in the beginning of an Office document, all of which are ZIP archives. */
const officeParts = [
  '[Content_Types].xml',
  '_rels/',
  'docProps/',
  'xl/',
  'application/vnd.oasis.opendocument',
];

/** Some programs write web pages or XML and call them CSV or Excel files. */
const page = /^\s*<(?:!doctype|!--|html|head|body|table|style|meta|\?xml|\?mso|workbook|xml)/i;

/** What a file is by its first bytes, where it is certainly no CSV file. */
export function otherKindOf(head: Uint8Array): OtherKind | undefined {
  const text = new TextDecoder('windows-1252').decode(head);
  const bytes = String.fromCharCode(...head.subarray(0, 8));
  const known = signatures.find(([signature]) => bytes.startsWith(signature))?.[1];
  if (known !== undefined) return known;
  if (/^PK[^ -~]{2}/.test(text))
    return officeParts.some((part) => text.includes(part)) ? 'office' : 'archive';
  const letters = text.replace(/^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff|^ï»¿|^ÿþ|^þÿ/, '').replaceAll('\0', '');
  return page.test(letters) ? 'page' : undefined;
}
