import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import packageJson from '../../../package.json' with { type: 'json' };
import type { BuildTarget } from '../../../scripts/build/build-target.js';
import type { BuildConstants } from '../../../scripts/build/constants.js';
import { deriveInto } from '../../../scripts/build/derive.js';
import { releaseZip } from './release-zips.js';

/** Higher than any that was released. */
export const NEWER = `${packageJson.version}.1`;

/** The released extension with open roots under another version. A folder keeps its extension's id, whatever is in it. */
export async function deriveVersion(
  folder: string,
  target: BuildTarget,
  version: string,
  constants: Partial<BuildConstants> = {},
): Promise<void> {
  await deriveInto(folder, releaseZip(target), { openShadowRoots: true, ...constants });
  const file = path.join(folder, 'manifest.json');
  const manifest = v.parse(v.looseObject({}), JSON.parse(await readFile(file, 'utf8')));
  await writeFile(file, JSON.stringify({ ...manifest, version }));
}
