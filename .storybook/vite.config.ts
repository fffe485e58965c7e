import { defineConfig } from 'vite';
import { keepSideEffects } from '../scripts/build/keep-side-effects.js';

/** Storybook would otherwise take the extension's build at the top level. */
export default defineConfig({ plugins: [keepSideEffects] });
