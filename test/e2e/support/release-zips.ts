import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import type { BuildTarget } from '../../../scripts/build/build-target.js';
import { writeExtensionZips, ZIP_NAMES } from '../../../scripts/release/extension-zips.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with the zips that the stores get. */
    releaseZips: string;
  }
}

/** Built for the first project of a run that asks; the others share them. */
const SHARED = 'PORTAL_ADMIN_TEST_ZIPS';

/**
 * Before all tests: one build for both browsers, from which every extension that is tested is taken. `RELEASE_ZIPS`
 * names a folder with the zips of a release instead, which are then what is tested.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.RELEASE_ZIPS ?? process.env[SHARED];
  if (given !== undefined) {
    project.provide('releaseZips', path.resolve(given));
    return () => Promise.resolve();
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'e2e-release-'));
  process.env[SHARED] = folder;
  await writeExtensionZips(folder);
  project.provide('releaseZips', folder);
  return () => rm(folder, { recursive: true, force: true });
}

/** The zip that a store gets. In tests only. */
export function releaseZip(target: BuildTarget): string {
  return path.join(inject('releaseZips'), ZIP_NAMES[target]);
}
