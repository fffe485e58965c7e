import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';

/** A built extension in memory: paths with `/` and what is in the files. */
export type ExtensionFiles = ReadonlyMap<string, Uint8Array>;

/** Reads a built extension from its folder or its zip, in the order of the paths. */
export async function readExtension(source: string): Promise<ExtensionFiles> {
  const files = source.endsWith('.zip')
    ? Object.entries(unzipSync(await readFile(source))).filter(([file]) => !file.endsWith('/'))
    : await readFolder(source);
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function readFolder(folder: string): Promise<[string, Uint8Array][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }): Promise<[string, Uint8Array]> => {
      const file = path.join(parentPath, name);
      return [path.relative(folder, file).split(path.sep).join('/'), await readFile(file)];
    }),
  );
}

/** Writes an extension into a folder, ready to be loaded unpacked. What was in the folder is gone. */
export async function writeExtension(files: ExtensionFiles, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
