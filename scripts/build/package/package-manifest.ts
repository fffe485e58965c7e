import { builtName, PACKAGE_ENTRIES } from './entries.js';
import { EDITOR_FILES } from './editor-data.js';
import { FRAMEWORK_ENTRIES } from './framework-types.js';
import type { BuiltModules } from './modules.js';
import type { RootManifest } from './root-manifest.js';
import { SCRIPT_FILE } from './script-tag.js';

/** Where the Custom Elements Manifest stands in the package. */
export const MANIFEST_FILE = 'custom-elements.json';

/**
 * The package's own package.json: only what its modules need. The project's would bring the extension's dependencies into
 * every app.
 *
 * @param themes file names in `themes/`.
 */
export function packageManifest(root: RootManifest, built: BuiltModules, themes: readonly string[]): object {
  const { name, version, description, license } = root;
  const versions = built.dependencies.map((one) => [one, root.dependencies[one] ?? ''] as const);
  return {
    name,
    version,
    description,
    license,
    keywords: ['web-components', 'custom-elements', 'lit', 'autotask', 'client-portal'],
    type: 'module',
    main: './index.js',
    types: './index.d.ts',
    exports: {
      ...Object.fromEntries(PACKAGE_ENTRIES.map(({ name: entry, source }) => [entry, moduleExport(source)])),
      ...Object.fromEntries(themes.map((file) => [`./themes/${file}`, `./themes/${file}`])),
      ...Object.fromEntries(FRAMEWORK_ENTRIES.map((entry) => [entry, { types: `${entry}.d.ts` }])),
      [`./${SCRIPT_FILE}`]: `./${SCRIPT_FILE}`,
      ...Object.fromEntries([MANIFEST_FILE, ...EDITOR_FILES].map((file) => [`./${file}`, `./${file}`])),
      './package.json': './package.json',
    },
    customElements: MANIFEST_FILE,
    'web-types': './web-types.json',
    sideEffects: [...built.registering.map((file) => `./${file}`), `./${SCRIPT_FILE}`, './themes/*.css'],
    unpkg: `./${SCRIPT_FILE}`,
    jsdelivr: `./${SCRIPT_FILE}`,
    dependencies: Object.fromEntries(versions),
  };
}

function moduleExport(source: string): { types: string; default: string } {
  return { types: `./${builtName(source)}.d.ts`, default: `./${builtName(source)}.js` };
}
