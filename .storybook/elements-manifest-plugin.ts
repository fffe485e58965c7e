import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { customElementsManifest } from '../scripts/build/package/custom-elements.js';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));
const NAME = 'virtual:elements-manifest';

/** Offers what the package's `custom-elements.json` says as a module, read anew from the sources at each start and build. */
export function elementsManifest(): Plugin {
  return {
    name: 'portal-admin:elements-manifest',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) =>
      id === `\0${NAME}`
        ? `export default ${JSON.stringify(customElementsManifest(projectRoot))}`
        : undefined,
  };
}
