import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BuildTarget } from '../../../scripts/build/extension-build.js';
import { buildExtension } from '../../../scripts/build/extension.js';
import { demoConnection } from '../../../scripts/start/demo.js';

/** A test build of the extension (open shadow roots), connected to this PSA as that user, in a folder of its own. */
export async function buildSandboxExtension(
  target: BuildTarget,
  psaUrl: string,
  user: 'admin' | 'viewer' = 'admin',
): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), `e2e-${target}-`));
  await buildExtension({ target, preset: demoConnection(psaUrl, user), test: true, outDir: folder });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
