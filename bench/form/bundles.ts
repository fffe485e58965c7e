import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleForPage } from '../page-bundle.js';
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
  await bundleForPage({
    entry: 'bench/form/page/serve.ts',
    name: 'serve',
    outDir: path.join(folder, 'serve'),
  });
  for (const name of names) {
    const own = path.join(folder, name);
    await bundleForPage({ entry: `bench/form/adapters/${name}.ts`, name, outDir: own });
    if (name === SCRIPT_TAG) await cp(scriptTag, path.join(own, 'package'), { recursive: true });
    for (const kind of ['driven', 'starting'] as const)
      await writeFile(
        path.join(folder, pageName(name, kind)),
        pageOf(name, kind, existsSync(path.join(own, `${name}.css`))),
      );
  }
  return folder;
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
