/** How the extension is built. `scripts/build/` runs it for each browser; `vite build` alone makes Chromium's. */
import { crx } from '@crxjs/vite-plugin';
import { defineConfig, type UserConfig } from 'vite';
import { agentBundle } from './scripts/build/agent-bundle.js';
import type { BuildTarget } from './scripts/build/build-target.js';
import { define } from './scripts/build/constants.js';
import { FOR_PRODUCTION } from './scripts/build/for-production.js';
import { injectedBundle } from './scripts/build/injected-bundle.js';
import { contentScripts, extensionManifest } from './scripts/build/manifest.js';
import { workerBundle } from './scripts/build/worker-bundle.js';

/**
 * Not minified: store reviewers and stack traces read the code as it is, and a script that is loaded from disk gains
 * nothing from being short. The targets are the oldest browsers that the manifest admits.
 */
const output = { minify: false, target: ['chrome123', 'firefox153'] };

/** Vite's configuration for one browser's build, as published: all other builds are derived from it (`derive.ts`). */
export function extensionConfig(target: BuildTarget): UserConfig {
  return {
    ...FOR_PRODUCTION,
    define: { ...FOR_PRODUCTION.define, ...define },
    build: {
      ...output,
      modulePreload: false,
      emptyOutDir: true,
      // The pages that the manifest does not name.
      rolldownOptions: {
        input: { jobs: 'src/pages/jobs/jobs.html', journal: 'src/pages/journal/journal.html' },
        // Says nothing about the code, only how busy this machine is.
        checks: { bundlerTimings: false },
      },
      outDir: `dist/${target}`,
    },
    plugins: [
      crx({
        manifest: extensionManifest(target),
        browser: target === 'firefox' ? 'firefox' : 'chrome',
      }),
      injectedBundle({
        entry: 'src/content/elements.iife.ts',
        fileName: 'elements.js',
        define,
        output,
      }),
      agentBundle({ contentScripts, define, output }),
      workerBundle({ target, define, output }),
    ],
  };
}

export default defineConfig(extensionConfig('chromium'));
