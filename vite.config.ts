/** How the extension is built. `scripts/build/` runs it for each browser; `vite build` alone makes the published one. */
import { crx } from '@crxjs/vite-plugin';
import { defineConfig, type UserConfig } from 'vite';
import { agentBundle } from './scripts/build/agent-bundle.js';
import type { ExtensionBuild } from './scripts/build/extension-build.js';
import { injectedBundle } from './scripts/build/injected-bundle.js';
import { contentScripts, extensionManifest } from './scripts/build/manifest.js';
import { workerBundle } from './scripts/build/worker-bundle.js';

/**
 * Not minified: store reviewers and stack traces read the code as it is, and a script that is loaded from disk gains
 * nothing from being short. The targets are the oldest browsers that the manifest admits.
 */
const output = { minify: false, target: ['chrome123', 'firefox153'] };

/** Vite's configuration for one build; the caller adds `build.outDir`. */
export function extensionConfig(extension: ExtensionBuild): UserConfig {
  const define = {
    __CONNECTION_PRESET__: JSON.stringify(extension.preset),
    __OPEN_SHADOW_ROOTS__: JSON.stringify(extension.openShadowRoots),
  };
  return {
    define,
    build: {
      ...output,
      modulePreload: false,
      emptyOutDir: true,
      // The pages that the manifest does not name.
      rolldownOptions: {
        input: { jobs: 'src/pages/jobs/jobs.html', journal: 'src/pages/journal/journal.html' },
      },
      outDir: `dist/${extension.target}`,
    },
    plugins: [
      crx({
        manifest: extensionManifest(extension),
        browser: extension.target === 'firefox' ? 'firefox' : 'chrome',
      }),
      injectedBundle({
        entry: 'src/content/elements.iife.ts',
        fileName: 'elements.js',
        define,
        output,
      }),
      agentBundle({ contentScripts: contentScripts(extension), define, output }),
      workerBundle({ target: extension.target, define, output }),
    ],
  };
}

export default defineConfig(extensionConfig({ target: 'chromium', preset: null, openShadowRoots: false }));
