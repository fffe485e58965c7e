import type { ExtensionFiles } from './extension-files.js';
import { gzipped, type Sizes } from './sizes.js';

const PAGES = ['options', 'jobs', 'journal'];

/**
 * What a browser reads of a built extension, as gzip would make it: the script in each frame of the PSA, the elements where
 * a page was recognised, the worker at each start, and each page of our own with everything it loads at once.
 */
export function extensionSizes(files: ExtensionFiles): Sizes {
  const scripts = ['page-agent.js', 'elements.js', 'worker.js'].map((file) => [
    file,
    gzipped(read(files, file)),
  ]);
  const pages = PAGES.map((page) => [
    `${page} page`,
    gzipped(wholePage(files, `src/pages/${page}/${page}.html`)),
  ]);
  return Object.fromEntries([...scripts, ...pages]) as Sizes;
}

/** A page, its styles and its scripts with what these import, each once. */
function wholePage(files: ExtensionFiles, page: string): string {
  const html = read(files, page);
  const loaded = new Set([...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].flatMap(([, file]) => file ?? []));
  for (const file of loaded)
    for (const [, name] of read(files, file).matchAll(/^import .*?"\.\/([^"]+)";$/gm))
      if (name !== undefined) loaded.add(`assets/${name}`);
  return [html, ...[...loaded].map((file) => read(files, file))].join('\n');
}

function read(files: ExtensionFiles, file: string): string {
  const bytes = files.get(file);
  if (bytes === undefined) throw new Error(`The build has no ${file}.`);
  return new TextDecoder().decode(bytes);
}
