import { defineConfig } from 'vite';

/** Storybook would otherwise take the extension's build at the top level. */
export default defineConfig({});
