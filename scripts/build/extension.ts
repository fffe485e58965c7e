import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { extensionConfig } from '../../vite.config.js';
import type { BuildTarget } from './build-target.js';
import type { BuildConstants } from './constants.js';
import { deriveInto } from './derive.js';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the extension as it is published, ready to be loaded unpacked.
 *
 * @param folder Default: `dist/<target>`.
 * @returns the absolute path of the folder with the built manifest.
 * @throws when a source does not compile; the folder is then not usable.
 */
export async function buildExtension(target: BuildTarget, folder = `dist/${target}`): Promise<string> {
  const outDir = path.resolve(projectRoot, folder);
  const config = extensionConfig(target);
  await build({
    ...config,
    configFile: false,
    root: projectRoot,
    logLevel: 'warn',
    build: { ...config.build, outDir },
  });
  return outDir;
}

/**
 * Builds the extension as it is published, and from it one for this machine, in `dist/sandbox-<target>`, or
 * `dist/test-…` with open roots, so that what is published can never be mixed up with what is not.
 *
 * @returns the absolute path of the folder with the derived build.
 */
export async function buildLocalExtension(target: BuildTarget, constants: BuildConstants): Promise<string> {
  const { connectionPreset, openShadowRoots } = constants;
  const prefix = `${openShadowRoots ? 'test-' : ''}${connectionPreset === null ? '' : 'sandbox-'}`;
  const folder = path.resolve(projectRoot, `dist/${prefix}${target}`);
  await deriveInto(folder, await buildExtension(target), constants);
  return folder;
}
