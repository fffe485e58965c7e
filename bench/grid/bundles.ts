import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundleForPage } from '../page-bundle.js';
import { DATA_GRID, ISOLATED, OURS, peers } from './contestants.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Bundles {
  /** All of it, to be deleted at the end. */
  readonly folder: string;
  /** A folder with one page per contestant, and one for each with its files. */
  readonly pages: string;
  /** Carries our grid into `isolated.html` as a content script. */
  readonly extension: string;
}

/**
 * Bundles each contestant by itself, as an app that uses nothing else would: production code, minified. The bundle holds
 * the grid and its adapter of about a kilobyte; what measures is a bundle of its own.
 */
export async function buildBundles(names: readonly string[]): Promise<Bundles> {
  await mkdir(path.join(root, 'dist'), { recursive: true });
  // Its own for each run: two at a time must not build into each other's folder.
  const folder = await mkdtemp(path.join(root, 'dist/bench-grid-'));
  const pages = path.join(folder, 'pages');
  await bundleForPage({ entry: 'bench/grid/page/serve.ts', name: 'serve', outDir: pages });
  for (const name of [OURS, ...peers].filter((one) => names.includes(one))) {
    const own = path.join(pages, name);
    await bundleForPage({ entry: `bench/grid/adapters/${name}.ts`, name, outDir: own });
    await writeFile(
      path.join(pages, `${name}.html`),
      pageOf(name, existsSync(path.join(own, `${name}.css`))),
    );
  }
  await writeFile(path.join(pages, `${ISOLATED}.html`), '<!doctype html><title>Isolated</title>');
  return { folder, pages, extension: await buildExtension(path.join(folder, 'extension')) };
}

/** Bytes of scripts and styles together. */
export interface BundleSize {
  readonly raw: number;
  readonly gzip: number;
}

/**
 * Our grid of any rows by itself, without what contacts and their accounts need: what the others are. Loaded only on demand, and so
 * not counted: German, and the writing of CSV.
 */
export async function dataGridSize(pages: string): Promise<BundleSize> {
  const folder = path.join(pages, DATA_GRID);
  await bundleForPage({
    entry: 'src/components/data-grid/data-grid.ts',
    name: DATA_GRID,
    outDir: folder,
  });
  const files = new Set([`${DATA_GRID}.js`]);
  for (const file of files) {
    const code = await readFile(path.join(folder, file), 'utf8');
    for (const [, imported] of code.matchAll(/\bfrom\s*["']\.\/([^"']+)["']/g))
      if (imported !== undefined) files.add(imported);
  }
  return sizeOf(
    pages,
    [...files].map((file) => `${DATA_GRID}/${file}`),
  );
}

/** @param files paths below the folder of pages, such as `slickgrid/slickgrid.js`. */
export async function sizeOf(pages: string, files: readonly string[]): Promise<BundleSize> {
  const contents = await Promise.all(files.map((file) => readFile(path.join(pages, file))));
  const sum = (sizes: readonly number[]): number => sizes.reduce((all, one) => all + one, 0);
  return {
    raw: sum(contents.map(({ length }) => length)),
    gzip: sum(contents.map((content) => gzipSync(content).length)),
  };
}

/** An extension of nothing but our grid, built as the real one: not minified. */
async function buildExtension(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await bundleForPage({
    entry: 'bench/grid/page/isolated.ts',
    name: ISOLATED,
    outDir: folder,
    isContentScript: true,
  });
  const manifest = {
    manifest_version: 3,
    name: 'Our grid in a world of its own',
    version: '1',
    content_scripts: [{ matches: [`http://127.0.0.1/${ISOLATED}.html`], js: [`${ISOLATED}.js`] }],
  };
  await writeFile(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

function pageOf(name: string, hasStyles: boolean): string {
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>${name}</title>
  <link rel="icon" href="data:," />
  ${hasStyles ? `<link rel="stylesheet" href="${name}/${name}.css" />` : ''}
  <style>body { margin: 0 }</style>
  <script type="module">
    import { contestant } from './${name}/${name}.js';
    import { serve } from './serve.js';
    serve(contestant);
  </script>
</html>`;
}
