import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { OUT_DIR } from '../../../scripts/build/package.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of an installed copy of the package, as npm would have unpacked it. */
    packageFolder: string;
    /** What `npm pack` made of it. */
    packageTarball: string;
  }
}

/** Builds and packs the package once for all tests of the project; they use the tarball or what npm would unpack of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'package-'));
  run('npm', ['run', 'build:package']);
  const tarball = pack(OUT_DIR, folder);
  await mkdir(path.join(folder, 'unpacked'));
  run('tar', ['-xzf', tarball, '-C', path.join(folder, 'unpacked')]);
  project.provide('packageTarball', tarball);
  project.provide('packageFolder', path.join(folder, 'unpacked/package'));
  return () => rm(folder, { recursive: true, force: true });
}

function pack(packageFolder: string, target: string): string {
  const args = ['pack', packageFolder, '--pack-destination', target, '--loglevel', 'error'];
  const name = run('npm', args).trim().split('\n').at(-1);
  if (name === undefined) throw new Error('npm pack named no file');
  return path.join(target, name);
}

function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
  return stdout;
}
