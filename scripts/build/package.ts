import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { customElementsManifest } from './package/custom-elements.js';
import { writeEditorData } from './package/editor-data.js';
import { frameworkTypes } from './package/framework-types.js';
import { buildModules } from './package/modules.js';
import { MANIFEST_FILE, packageManifest } from './package/package-manifest.js';
import { writePapers } from './package/papers.js';
import { readRootManifest } from './package/root-manifest.js';
import { buildScriptTag } from './package/script-tag.js';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
/** Where the built package is. */
export const OUT_DIR = path.join(projectRoot, 'dist/package');

/**
 * `npm run build:package`: `dist/package`, ready for `npm pack` or `npm publish`. It is made beside the earlier one and
 * then takes its place, so that nobody reads a half-made package.
 *
 * @returns its folder.
 */
export async function buildPackage(): Promise<string> {
  const outDir = `${OUT_DIR}-${process.pid}`;
  try {
    await fillPackage(outDir);
    await rm(OUT_DIR, { recursive: true, force: true });
    await rename(outDir, OUT_DIR);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
  return OUT_DIR;
}

async function fillPackage(outDir: string): Promise<void> {
  const root = readRootManifest(projectRoot);
  const [built] = await Promise.all([buildModules(projectRoot, outDir, root), writeTypes(outDir)]);
  await buildScriptTag(projectRoot, outDir);
  const themes = await copyThemes(outDir);
  await writePapers(projectRoot, outDir);
  await describeElements(outDir);
  await writeJson(path.join(outDir, 'package.json'), packageManifest(root, built, themes));
}

/** What tools and frameworks read of the elements. */
async function describeElements(outDir: string): Promise<void> {
  const manifest = customElementsManifest(projectRoot);
  await writeJson(path.join(outDir, MANIFEST_FILE), manifest);
  writeEditorData(manifest, outDir);
  for (const [file, text] of frameworkTypes(manifest)) await writeFile(path.join(outDir, file), text);
}

async function writeJson(file: string, value: object): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** Types for the entries and what they reach, and for nothing else in `src`. */
async function writeTypes(outDir: string): Promise<void> {
  const args = ['node_modules/typescript-native/bin/tsc', '-p', 'tsconfig.package.json', '--outDir', outDir];
  const tsc = spawn(process.execPath, args, { cwd: projectRoot, stdio: 'inherit' });
  await once(tsc, 'close');
  if (tsc.exitCode !== 0) throw new Error('The types could not be written; the message of tsc stands above.');
}

/** @returns the names of the theme files. */
async function copyThemes(outDir: string): Promise<string[]> {
  const target = path.join(outDir, 'themes');
  await cp(path.join(projectRoot, 'src/themes'), target, { recursive: true });
  return (await readdir(target)).filter((file) => file.endsWith('.css')).sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`Built the package: ${path.relative(process.cwd(), await buildPackage())}`);
}
