import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';

/** A folder of an app outside the project that has the package in its node_modules. */
export interface AppFolder {
  readonly folder: string;
  /** A file in it. */
  file(name: string): string;
  remove(): Promise<void>;
}

const ManifestSchema = v.object({ dependencies: v.record(v.string(), v.string()) });

/**
 * Installs the package as npm would, without asking a registry: what it depends on, and `others`, are this project's own
 * copies. A dependency that the package forgot to name is thus not found.
 *
 * @param packageFolder the package as npm unpacks it.
 * @param files text by name; folders are made.
 */
export async function createAppFolder(
  packageFolder: string,
  files: Readonly<Record<string, string>>,
  others: readonly string[] = [],
): Promise<AppFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), 'app-'));
  const file = (name: string): string => path.join(folder, name);
  await cp(packageFolder, file('node_modules/psa-portal-admin'), { recursive: true });
  const manifest = await readFile(file('node_modules/psa-portal-admin/package.json'), 'utf8');
  const { dependencies } = v.parse(ManifestSchema, JSON.parse(manifest));
  for (const name of [...Object.keys(dependencies), ...others]) {
    await mkdir(path.dirname(file(`node_modules/${name}`)), { recursive: true });
    await symlink(path.resolve('node_modules', name), file(`node_modules/${name}`), 'dir');
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(file(name)), { recursive: true });
    await writeFile(file(name), text);
  }
  return { folder, file, remove: () => rm(folder, { recursive: true, force: true }) };
}
