import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { extensionConfig } from '../../vite.config.js';
import type { BuildTarget } from './extension-build.js';
import type { ConnectionPreset } from './preset.js';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

export interface BuildOptions {
  target: BuildTarget;
  /** Bakes the connection to a sandbox on this machine in. Default: none, as published. */
  preset?: ConnectionPreset | null;
  /** Open shadow roots, for drivers and axe. Default: closed, as published. */
  test?: boolean;
  /** Default: `dist/<target>`, prefixed with `test-` and `sandbox-` where they apply. */
  outDir?: string;
}

/** Where a build goes, so that what is published can never be mixed up with what is not. */
function defaultOutDir({ target, preset = null, test = false }: BuildOptions): string {
  return `dist/${test ? 'test-' : ''}${preset === null ? '' : 'sandbox-'}${target}`;
}

/**
 * Builds the extension, ready to be loaded unpacked.
 *
 * @returns the absolute path of the folder with the built manifest.
 * @throws when a source does not compile; the folder is then not usable.
 */
export async function buildExtension(options: BuildOptions): Promise<string> {
  const { target, preset = null, test = false } = options;
  const outDir = path.resolve(projectRoot, options.outDir ?? defaultOutDir(options));
  const config = extensionConfig({ target, preset, openShadowRoots: test });
  await build({
    ...config,
    configFile: false,
    root: projectRoot,
    logLevel: 'warn',
    build: { ...config.build, outDir },
  });
  return outDir;
}
