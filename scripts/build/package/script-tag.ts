import { build } from 'vite';
import { FOR_PRODUCTION } from '../for-production.js';
import { NOTHING_TO_LOAD } from '../one-script.js';

/** The script for pages without a bundler, from the package's folder. */
export const SCRIPT_FILE = 'script.js';

/**
 * Writes everything into one minified script that needs nothing else. It is no module itself, so that it works with
 * `<script type="module" src>` and with a classic `<script src>`.
 */
export async function buildScriptTag(root: string, outDir: string): Promise<void> {
  await build({
    ...FOR_PRODUCTION,
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      sourcemap: true,
      modulePreload: false,
      // One script is what it is meant to be; docs/sizes.json watches it.
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: {
        input: 'src/script-tag.ts',
        transform: NOTHING_TO_LOAD,
        output: { format: 'iife', entryFileNames: SCRIPT_FILE, codeSplitting: false },
      },
    },
  });
}
