import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export const CHECKSUMS_FILE = 'SHA256SUMS';

/** A line for each file, as `sha256sum` writes them and `sha256sum --check` reads them. */
export async function checksumsOf(folder: string, names: readonly string[]): Promise<string> {
  const lines = names.map(async (name) => {
    const content = await readFile(path.join(folder, name));
    return `${createHash('sha256').update(content).digest('hex')}  ${name}\n`;
  });
  return (await Promise.all(lines)).join('');
}
