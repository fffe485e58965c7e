/**
 * `npm run release`: what the stores get, in `dist/release`. Uploads nothing.
 *
 *   npm run release                 refuses where something speaks against a release
 *   npm run release:dry             says what would, and makes the files all the same
 *     -- --out folder               default: dist/release
 *     -- --allow-dirty              does not ask for a clean work tree
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import packageJson from '../../package.json' with { type: 'json' };
import { archive } from './archive.js';
import { buildingNote } from './building-note.js';
import { CHECKSUMS_FILE, checksumsOf } from './checksums.js';
import { writeExtensionZips, ZIP_NAMES } from './extension-zips.js';
import { obstacles } from './obstacles.js';
import { readSource } from './source-files.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SOURCE_ZIP = 'source.zip';
const NOTE = 'BUILDING.md';

const { values } = parseArgs({
  options: {
    dry: { type: 'boolean', default: false },
    'allow-dirty': { type: 'boolean', default: false },
    out: { type: 'string', default: 'dist/release' },
  },
});

process.exitCode = (await isInTheWay()) ? 1 : await release(path.resolve(root, values.out));

async function isInTheWay(): Promise<boolean> {
  const changelog = await readFile(path.join(root, 'CHANGELOG.md'), 'utf8');
  const { version } = packageJson;
  const found = await obstacles({ root, version, changelog, allowDirty: values['allow-dirty'] });
  if (found.length === 0) return false;
  const heading = values.dry ? 'A dry run. A release would be refused:' : 'No release was made:';
  console.log([heading, ...found.map((sentence) => `  - ${sentence}`)].join('\n'));
  return !values.dry;
}

async function release(folder: string): Promise<number> {
  const names = Object.values(ZIP_NAMES);
  await mkdir(folder, { recursive: true });
  // Whatever stops this on the way, what was made before is not taken for its result.
  for (const old of [...names, SOURCE_ZIP, CHECKSUMS_FILE]) await rm(path.join(folder, old), { force: true });
  await writeExtensionZips(folder);
  const hasSource = await writeSourceZip(folder, await checksumsOf(folder, names));
  const checksums = await checksumsOf(folder, hasSource ? [...names, SOURCE_ZIP] : names);
  await writeFile(path.join(folder, CHECKSUMS_FILE), checksums);
  console.log(`${packageJson.name} ${packageJson.version} in ${path.relative(root, folder)}:\n${checksums}`);
  if (!hasSource) console.log(`${SOURCE_ZIP} was left out, since this is no git checkout.`);
  return 0;
}

async function writeSourceZip(folder: string, checksums: string): Promise<boolean> {
  const source = await readSource(root);
  if (source === null) return false;
  const note = buildingNote(packageJson.version, packageJson.engines.node, checksums);
  source.set(NOTE, new TextEncoder().encode(note));
  await writeFile(path.join(folder, SOURCE_ZIP), archive(source));
  return true;
}
