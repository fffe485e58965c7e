import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BUILD_TARGETS, type BuildTarget } from '../build/build-target.js';
import { readExtension } from '../build/extension-files.js';
import { buildExtension } from '../build/extension.js';
import { archive } from './archive.js';

/** What goes to the stores, by browser. */
export const ZIP_NAMES: Record<BuildTarget, string> = { chromium: 'chrome.zip', firefox: 'firefox.zip' };

/** Builds the extension for both browsers as it is published, and writes the stores' zips into a folder. */
export async function writeExtensionZips(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const build = await mkdtemp(path.join(tmpdir(), 'release-build-'));
  try {
    await Promise.all(
      BUILD_TARGETS.map(async (target) => {
        const extension = await buildExtension(target, path.join(build, target));
        await writeFile(path.join(folder, ZIP_NAMES[target]), archive(await readExtension(extension)));
      }),
    );
  } finally {
    await rm(build, { recursive: true, force: true });
  }
}
