import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import { readExtension, writeExtension } from '../../scripts/build/extension-files.js';
import { archive } from '../../scripts/release/archive.js';
import { checksumsOf } from '../../scripts/release/checksums.js';
import { obstacles } from '../../scripts/release/obstacles.js';

const run = promisify(execFile);
const ZIPS = ['chrome.zip', 'firefox.zip'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portal-admin-release-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm run release:dry', { timeout: 600_000 }, () => {
  const release = (name: string) => path.join(folder, name);
  const checkout = () => path.join(folder, 'reviewers');

  async function makeRelease(cwd: string, out: string, env: Record<string, string>): Promise<string> {
    const args = ['scripts/run.mjs', 'scripts/release/release.ts', '--dry', '--out', out];
    const { stdout } = await run(process.execPath, args, { cwd, env: { ...process.env, ...env } });
    return stdout;
  }

  beforeAll(() => makeRelease('.', release('ours'), { TZ: 'America/New_York' }), 120_000);

  it('makes both zips, the source and their checksums', async () => {
    const sums = await readFile(path.join(release('ours'), 'SHA256SUMS'), 'utf8');
    expect(sums).toBe(await checksumsOf(release('ours'), [...ZIPS, 'source.zip']));
    expect(sums).toMatch(/^[0-9a-f]{64} {2}chrome\.zip\n/);
  });

  it('puts the source of everything in, with a note for reviewers, and nothing that was made from it', async () => {
    const source = await readExtension(path.join(release('ours'), 'source.zip'));
    const names = [...source.keys()];
    const expected = [
      'package-lock.json',
      'src/background/main.ts',
      'sandbox/main.ts',
      'test/repo/release.test.ts',
    ];
    expect(names).toEqual(expect.arrayContaining(expected));
    expect(names.filter((name) => /^(dist|node_modules|\.cache|\.git|\.sandbox)\//.test(name))).toEqual([]);
    const note = new TextDecoder().decode(source.get('BUILDING.md'));
    expect(note).toContain(await checksumsOf(release('ours'), ZIPS));
    expect(note).toContain(`Node.js ${packageJson.engines.node}`);
  });

  it('gives reviewers the same bytes, in another folder, another time zone and without git', async () => {
    await writeExtension(await readExtension(path.join(release('ours'), 'source.zip')), checkout());
    await installIn(checkout());
    const output = await makeRelease(checkout(), release('theirs'), {
      TZ: 'Asia/Tokyo',
      LC_ALL: 'de_DE.UTF-8',
      // Ours was made with what tests have there, as the end-to-end tests' zips are.
      NODE_ENV: 'production',
    });
    expect(output).toContain('source.zip was left out');
    for (const zip of ZIPS) {
      const [ours, theirs] = ['ours', 'theirs'].map((name) => readFile(path.join(release(name), zip)));
      expect((await ours)?.equals((await theirs) ?? Buffer.alloc(0))).toBe(true);
    }
  });

  it('makes nothing where something speaks against a release, if it is no dry run', async () => {
    const args = ['scripts/run.mjs', 'scripts/release/release.ts', '--out', release('refused')];
    const refused = run(process.execPath, args, { cwd: checkout() });
    await expect(refused).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^No release was made:\n {2}- This folder is no git checkout/) as unknown,
    });
    await expect(readExtension(release('refused'))).rejects.toThrow('ENOENT');
  });
});

/** The long run installs as reviewers do. Else what is installed here is taken, as links to the same files. */
async function installIn(checkout: string): Promise<void> {
  const isLong = process.env.TEST_LONG !== undefined || process.platform !== 'linux';
  if (isLong) {
    await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel', 'error'], {
      cwd: checkout,
    });
    return;
  }
  const modules = path.join(checkout, 'node_modules');
  await run('cp', ['-al', path.resolve('node_modules'), modules]);
  // Newer than the lock file that was just unpacked, and a file of its own: the original must not become newer.
  const stamp = path.join(modules, '.package-lock.json');
  await rm(stamp);
  await cp('node_modules/.package-lock.json', stamp);
}

describe('a zip', () => {
  it('depends on names and contents only', () => {
    const [a, b] = [new Uint8Array([1]), new Uint8Array([2, 2])];
    const there = archive(
      new Map([
        ['a/b.js', a],
        ['c.js', b],
      ]),
    );
    process.env.TZ = 'Pacific/Auckland';
    const back = archive(
      new Map([
        ['c.js', b],
        ['a/b.js', a],
      ]),
    );
    delete process.env.TZ;
    expect(Buffer.from(back).equals(there)).toBe(true);
    expect(Buffer.from(archive(new Map([['a/b.js', b]]))).equals(there)).toBe(false);
  });
});

describe('a release is refused', () => {
  const facts = { version: '1.2.0', changelog: '## [1.2.0] - 2030-01-02\n', allowDirty: false };
  const inCheckout = (more: Partial<typeof facts> = {}) => obstacles({ root: folder, ...facts, ...more });

  it('without git, which tells what belongs to it', async () => {
    expect(await inCheckout()).toEqual([expect.stringContaining('no git checkout')]);
  });

  it('with changes that no commit has, unless they are allowed', async () => {
    await run('git', ['init', '--quiet'], { cwd: folder });
    await writeFile(path.join(folder, '.git/info/exclude'), 'ours\ntheirs\nreviewers\n');
    expect(await inCheckout()).toEqual([]);
    for (let n = 1; n <= 7; n += 1) await writeFile(path.join(folder, `file-${n}.txt`), '');
    const [sentence, ...others] = await inCheckout();
    expect(sentence).toMatch(/commit or remove them.*\?\? file-1\.txt\n.*and 2 more$/s);
    expect(others).toEqual([]);
    expect(await inCheckout({ allowDirty: true })).toEqual([]);
  });

  it('without a dated section of its version in the changelog', async () => {
    const changelog = '## [Unreleased]\n## [1.2.0]\n## [1.2.0-rc] - 2030-01-01\n';
    expect(await inCheckout({ changelog, allowDirty: true })).toEqual([
      expect.stringContaining('CHANGELOG.md has no section for 1.2.0'),
    ]);
  });

  it.each(['1.2', '1.2.0-beta.1', '01.2.3', '1.2.70000.1', 'next'])('for version %s', async (version) => {
    const changelog = `## [${version}] - 2030-01-02`;
    const [sentence] = await inCheckout({ version, changelog, allowDirty: true });
    expect(sentence).toContain(`do not take ${version}`);
  });
});

describe('the version', () => {
  it('stands in package.json only; what npm copies from there is in step', () => {
    expect(manifest).not.toHaveProperty('version');
    expect([lock.version, lock.packages[''].version]).toEqual([packageJson.version, packageJson.version]);
  });
});
