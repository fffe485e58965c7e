import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** A checkout with nothing but the starter, beside another one that has its dependencies. */
describe('the starter', () => {
  let folder: string;
  let checkout: string;
  let others: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'starter-'));
    checkout = path.join(folder, 'checkout');
    others = path.join(folder, 'others-modules');
    await mkdir(path.join(checkout, 'scripts'), { recursive: true });
    await mkdir(others);
    await copyFile('scripts/run.mjs', path.join(checkout, 'scripts/run.mjs'));
    await writeFile(
      path.join(checkout, 'package.json'),
      '{ "type": "module", "engines": { "node": ">=20.0" } }',
    );
    await writeFile(path.join(others, 'kept.txt'), 'of the other checkout');
    await symlink(others, path.join(checkout, 'node_modules'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  function start() {
    const starter = path.join(checkout, 'scripts/run.mjs');
    return spawnSync(process.execPath, [starter, 'program.ts'], { cwd: checkout, encoding: 'utf8' });
  }

  it('does not install through a linked node_modules, which would empty another checkout', async () => {
    await writeFile(path.join(checkout, 'package-lock.json'), '{ "lockfileVersion": 3, "packages": {} }');
    const { status, stderr, stdout } = start();
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('node_modules is a link');
    expect(await readFile(path.join(others, 'kept.txt'), 'utf8')).toBe('of the other checkout');
  });

  it('uses a linked node_modules that has all that is needed', async () => {
    await writeFile(path.join(checkout, 'package-lock.json'), '{ "lockfileVersion": 3, "packages": {} }');
    await writeFile(path.join(others, '.package-lock.json'), '{}');
    // It goes on to the program, for which this checkout has no loader.
    expect(start().stderr).toContain("Cannot find package 'tsx'");
  });
});
