import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Everything that belongs to the project, by path: what git tracks, and what it would once all was committed. A release
 * is made from a clean work tree, where the two are the same.
 *
 * @returns `null` where the folder is no git checkout of its own, as in what reviewers unpack.
 */
export async function readSource(root: string): Promise<Map<string, Uint8Array> | null> {
  if (!isCheckout(root)) return null;
  const list = await git(
    root,
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--deduplicate',
  );
  // Deleted, but not yet committed.
  const files = list.split('\0').filter((file) => file !== '' && existsSync(path.join(root, file)));
  const contents = files.map(async (file) => [file, await readFile(path.join(root, file))] as const);
  return new Map(await Promise.all(contents));
}

/** What no commit has, as git names it; empty where the work tree is clean or this is no checkout. */
export async function uncommitted(root: string): Promise<string[]> {
  if (!isCheckout(root)) return [];
  const status = await git(root, 'status', '--porcelain');
  return status.split('\n').filter((line) => line !== '');
}

/** Git itself would also find a checkout that this folder only lies in. */
export function isCheckout(root: string): boolean {
  return existsSync(path.join(root, '.git'));
}

async function git(root: string, ...args: string[]): Promise<string> {
  const { stdout } = await run('git', args, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}
