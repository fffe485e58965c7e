import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export interface PageBundle {
  /** The source, from the project's root. */
  readonly entry: string;
  /** The name of the script and of the styles beside it. */
  readonly name: string;
  readonly outDir: string;
  /** One script that is no module, and as it was written: as the extension has them. Default: no. */
  readonly isContentScript?: boolean;
}

/** Bundles what a page of a bench loads, as an app that uses nothing else would: production code, minified, in parts. */
export async function bundleForPage({
  entry,
  name,
  outDir,
  isContentScript = false,
}: PageBundle): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('..', import.meta.url)),
    publicDir: false,
    logLevel: 'error',
    build: {
      target: 'chrome123',
      outDir,
      emptyOutDir: false,
      modulePreload: false,
      cssCodeSplit: false,
      ...(isContentScript ? { minify: false } : {}),
      rolldownOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        output: {
          format: isContentScript ? 'iife' : 'es',
          codeSplitting: !isContentScript,
          entryFileNames: `${name}.js`,
          chunkFileNames: '[name].js',
          assetFileNames: `${name}[extname]`,
        },
      },
    },
  });
}
