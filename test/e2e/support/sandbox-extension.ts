import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BuildTarget } from '../../../scripts/build/build-target.js';
import { deriveInto } from '../../../scripts/build/derive.js';
import { demoConnection } from '../../../scripts/start/demo.js';
import { releaseZip } from './release-zips.js';

/** The released extension with open shadow roots, connected to this PSA as that user, in a folder of its own. */
export async function buildSandboxExtension(
  target: BuildTarget,
  psaUrl: string,
  user: 'admin' | 'viewer' = 'admin',
): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), `e2e-${target}-`));
  await deriveInto(folder, releaseZip(target), {
    connectionPreset: demoConnection(psaUrl, user),
    openShadowRoots: true,
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
