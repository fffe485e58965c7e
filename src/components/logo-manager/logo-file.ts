import {
  base64Of,
  bytesOfBase64,
  inspectLogo,
  MOST_LOGO_BYTES,
  type Logo,
  type LogoPicture,
  type LogoProblem,
} from '../../model/index.js';

/** Why a chosen file is not shown: what the model says, or that it could not be read, or that it is not one file. */
export type FileProblem = LogoProblem | 'unreadable' | 'no-file' | 'several-files';

/** A file that can be saved as a logo. */
export interface Candidate {
  readonly name: string;
  readonly logo: Logo;
}

/** A file that is not taken, and why. */
export interface RefusedFile {
  readonly name: string;
  readonly problem: FileProblem;
}

/** Looks at what was chosen, dropped or pasted. It never rejects. */
export async function chosenFile(files: readonly File[]): Promise<Candidate | RefusedFile> {
  const [file, ...more] = files;
  if (file === undefined) return { name: '', problem: 'no-file' };
  if (more.length > 0) return { name: '', problem: 'several-files' };
  const { name } = file;
  // Nobody wants to wait until a film has been read.
  if (file.size > MOST_LOGO_BYTES) return { name, problem: 'too-large' };
  const bytes = bytesOfBase64(await textOf(file));
  if (bytes === undefined) return { name, problem: 'unreadable' };
  const { picture, problem } = inspectLogo(bytes);
  if (picture === undefined) return { name, problem };
  if (!(await isShown(picture))) return { name, problem: 'damaged' };
  return { name, logo: logoOf(picture) };
}

function logoOf({ bytes, type, width, height }: LogoPicture): Logo {
  return { type, data: base64Of(bytes), width, height };
}

/**
 * The file as base64; what is none where it cannot be read. Text, because in Firefox's content scripts the bytes that a file
 * gives out belong to the page and may not be looked at.
 */
function textOf(file: File): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onloadend = () => {
      const { result } = reader;
      // An empty file has no comma before its nothing in every browser.
      resolve(typeof result === 'string' ? (result.split(',')[1] ?? '') : '?');
    };
    reader.readAsDataURL(file);
  });
}

/** The browser has the last word: it decodes what only it can decode. */
async function isShown(picture: LogoPicture): Promise<boolean> {
  const bitmap = await decodedLogo(logoOf(picture));
  const isSame = bitmap?.width === picture.width && bitmap.height === picture.height;
  bitmap?.close();
  return isSame;
}

/**
 * The picture as pixels; undefined where the browser cannot decode it. No address is made for it (`data:`, `blob:`), which the
 * policy of the page around might forbid.
 */
export async function decodedLogo({ data, type }: Logo): Promise<ImageBitmap | undefined> {
  const bytes = bytesOfBase64(data);
  if (bytes === undefined) return undefined;
  return createImageBitmap(new Blob([bytes], { type })).catch(() => undefined);
}
