/** How long (ms) the browser gets to take the file over. */
const TAKE_OVER = 60_000;

/** Has the browser save a text as a file, as if it had been downloaded. It leaves nothing in the page. */
export function saveFile(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
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
