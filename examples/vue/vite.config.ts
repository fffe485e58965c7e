import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

// Without this Vue looks for components of its own with these names.
const isCustomElement = (tag: string) => tag.startsWith('portal-');

export default defineConfig({
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
  // For older browsers Vite would rewrite light-dark(), and the theme would lose its colours.
  build: { target: 'esnext' },
});
