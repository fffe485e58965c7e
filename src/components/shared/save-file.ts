/** How long (ms) the browser gets to take the file over. */
const TAKE_OVER = 60_000;

/** Has the browser save a file as if it had been downloaded, once it is there. It leaves nothing in the page. */
export async function saveFile(name: string, file: Blob | Promise<Blob>): Promise<void> {
  const url = URL.createObjectURL(await file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, TAKE_OVER);
}

/** A file's name from words that may hold anything, for example `activate-nordlicht-it-2026-11-24.csv`. */
export function fileName(parts: readonly string[], extension: string): string {
  const name = parts
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${name.slice(0, 100)}.${extension}`;
}
