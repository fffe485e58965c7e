import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { SCRIPT_TAG } from './contestants.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Which page a contestant has: one that waits for the driver, one that mounts at once. */
export type PageKind = 'driven' | 'starting';

/** Where a contestant's page is, below the folder. */
export function pageName(name: string, kind: PageKind): string {
  return `${name}.${kind}.html`;
}

/**
 * Bundles each contestant by itself, as an app that shows nothing else would: production code, minified, with what its
 * controls load later in chunks of their own. What measures is a bundle of its own and not counted.
 *
 * @param scriptTag the folder of the built package, for the page without a bundler.
 * @returns the folder with the pages, to be deleted at the end.
 */
export async function buildForms(names: readonly string[], scriptTag: string): Promise<string> {
  await mkdir(path.join(root, 'dist'), { recursive: true });
  const folder = await mkdtemp(path.join(root, 'dist/bench-form-'));
  await bundle('bench/form/page/serve.ts', 'serve', path.join(folder, 'serve'));
  for (const name of names) {
    const own = path.join(folder, name);
    await bundle(`bench/form/adapters/${name}.ts`, name, own);
    if (name === SCRIPT_TAG) await cp(scriptTag, path.join(own, 'package'), { recursive: true });
    for (const kind of ['driven', 'starting'] as const)
      await writeFile(
        path.join(folder, pageName(name, kind)),
        pageOf(name, kind, existsSync(path.join(own, `${name}.css`))),
      );
  }
  return folder;
}

async function bundle(entry: string, name: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    build: {
      target: 'chrome123',
      emptyOutDir: false,
      modulePreload: false,
      cssCodeSplit: false,
      outDir,
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: `${name}.js`,
          chunkFileNames: '[name].js',
          assetFileNames: `${name}[extname]`,
        },
      },
    },
  });
}

function pageOf(name: string, kind: PageKind, hasStyles: boolean): string {
  const call = kind === 'driven' ? 'serve' : 'start';
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>${name}</title>
  <link rel="icon" href="data:," />
  ${hasStyles ? `<link rel="stylesheet" href="${name}/${name}.css" />` : ''}
  <style>body { margin: 0 }</style>
  ${name === SCRIPT_TAG ? `<script type="module" src="${name}/package/script.js"></script>` : ''}
  <script type="module">
    import { contestant } from './${name}/${name}.js';
    import { ${call} } from './serve/serve.js';
    ${call}(contestant);
  </script>
</html>`;
}
