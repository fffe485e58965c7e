import { build, type Rolldown } from 'vite';
import { PACKAGE_ENTRIES } from './entries.js';
import type { RootManifest } from './root-manifest.js';

/** What the manifest must know of the modules that were built. Files are named from the package's folder. */
export interface BuiltModules {
  /** Packages that the modules import at run time. */
  readonly dependencies: readonly string[];
  /** Modules that register elements, and the entries that lead to them: a bundler must not drop them. */
  readonly registering: readonly string[];
}

/**
 * In one copy with the app's or another version's, `configureLocalization` would be called twice, which throws; and one's
 * language would be the other's.
 */
const BUNDLED = new Set(['@lit/localize']);
const REGISTERS = /\bdefine\("portal-/;

/**
 * Writes the ES modules, file for file as in `src`, so that the app's bundler takes only what it uses. Dependencies stay
 * imports, but for the bundled ones.
 */
export async function buildModules(
  root: string,
  outDir: string,
  manifest: RootManifest,
): Promise<BuiltModules> {
  const external = Object.keys(manifest.dependencies).filter((name) => !BUNDLED.has(name));
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      sourcemap: true,
      minify: false,
      lib: { entry: PACKAGE_ENTRIES.map(({ source }) => source), formats: ['es'] },
      rolldownOptions: {
        external: external.map((name) => new RegExp(`^${name}(/|$)`)),
        output: {
          preserveModules: true,
          preserveModulesRoot: 'src',
          entryFileNames: ({ name }) => `${withoutNodeModules(name)}.js`,
        },
      },
    },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunks = outputs.flatMap((one) => ('output' in one ? one.output : [])).filter(isChunk);
  return { dependencies: dependenciesOf(chunks, external), registering: registeringOf(chunks) };
}

/** npm leaves every folder with that name out of a package; and a helper's version does not belong into its path. */
function withoutNodeModules(name: string): string {
  return name.replace(/^(node_modules|_virtual)\//, 'vendor/').replace(/@\d[^/]*/g, '');
}

function dependenciesOf(chunks: readonly Rolldown.OutputChunk[], external: readonly string[]): string[] {
  const imported = chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
  return external.filter((name) => imported.some((one) => one === name || one.startsWith(`${name}/`)));
}

function registeringOf(chunks: readonly Rolldown.OutputChunk[]): string[] {
  const elements = chunks.filter(({ code }) => REGISTERS.test(code));
  return ['components/index.js', ...elements.map(({ fileName }) => fileName)].sort();
}

function isChunk(output: Rolldown.OutputChunk | Rolldown.OutputAsset): output is Rolldown.OutputChunk {
  return output.type === 'chunk';
}
