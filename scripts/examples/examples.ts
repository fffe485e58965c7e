import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as v from 'valibot';
import { preview } from 'vite';
import { serveFolder } from '../../test/e2e/support/storybook.js';
import { createAppFolder, type AppFolder } from './app-folder.js';

/** The folders of `examples/`. */
export const EXAMPLES = ['html', 'react', 'vue', 'strict-csp'] as const;
export type ExampleName = (typeof EXAMPLES)[number];

/** Where the examples look for the portal service: the sandbox, as it starts by itself. */
const USUAL_SERVICE = 'http://127.0.0.1:4010';
const OUR_PACKAGE = 'psa-portal-admin';
const Names = v.optional(v.record(v.string(), v.string()), {});
const ManifestSchema = v.object({ dependencies: Names, devDependencies: Names });

/**
 * Copies an example to a folder of its own and installs there what its package.json names.
 *
 * @param packageFolder the built package.
 * @param service the origin of the portal service that it shall speak to.
 */
export async function installExample(
  name: ExampleName,
  packageFolder: string,
  service: string,
): Promise<AppFolder> {
  const files = await filesOf(path.resolve('examples', name), new URL(service).origin);
  const { dependencies, devDependencies } = v.parse(ManifestSchema, JSON.parse(files['package.json'] ?? ''));
  const others = Object.keys({ ...dependencies, ...devDependencies }).filter((one) => one !== OUR_PACKAGE);
  return createAppFolder(packageFolder, files, others);
}

async function filesOf(folder: string, service: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const texts = files.map(async (file) => {
    const text = await readFile(file, 'utf8');
    return [path.relative(folder, file), text.replaceAll(USUAL_SERVICE, service)] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

/**
 * Builds an installed example and serves it, with the headers that its configuration says. The plain page is served as it is.
 *
 * @param port default: a free one.
 */
export async function serveExample(
  name: ExampleName,
  { folder }: AppFolder,
  port = 0,
): Promise<{ url: string; close(): Promise<void> }> {
  if (name === 'html') return serveFolder(folder, { port });
  buildApp(folder);
  const server = await preview({
    root: folder,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port, strictPort: true },
  });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('vite names no address');
  return { url, close: () => server.close() };
}

/** As its own `vite build` does, in a process of its own: what ours has in NODE_ENV would decide what lit and React are built as. */
export function buildApp(folder: string): void {
  const vite = createRequire(path.join(folder, 'package.json')).resolve('vite/package.json');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(path.dirname(vite), 'bin/vite.js'), 'build', '--logLevel', 'error'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (status !== 0) throw new Error(`vite build failed in ${folder}:\n${stdout}\n${stderr}`);
}
