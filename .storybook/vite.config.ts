import { defineConfig } from 'vite';
import { elementsManifest } from './elements-manifest-plugin.js';

/** Storybook would otherwise take the extension's build at the top level. */
export default defineConfig({ plugins: [elementsManifest()], publicDir: false });
