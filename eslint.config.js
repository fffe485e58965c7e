import js from '@eslint/js';
import { importX, createNodeResolver } from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { houseZones } from './scripts/house/zones.js';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      '.cache/',
      '.sandbox/',
      'src/locales/generated/',
      'sandbox/pages/assets/',
      // Apps of their own, with the package from npm and a compiler each.
      'examples/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers in template literals read well and cannot surprise; everything else stays forbidden.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'sandbox/**/*.ts'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({ extensionAlias: { '.js': ['.ts', '.js'] }, extensions: ['.ts', '.js'] }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: houseZones(), basePath: import.meta.dirname }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
    },
  },
  {
    files: ['src/{components,content,pages}/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], litA11y.configs.recommended],
    settings: { wc: { elementBaseClasses: ['LitElement', 'PortalElement'] } },
    rules: { 'lit/no-legacy-template-syntax': 'error', 'lit/no-template-arrow': 'off' },
  },
  {
    // Elements must run in any page: the browser's extension API and the network belong to other rooms.
    files: ['src/components/**/*.ts'],
    ignores: ['**/*.stories.ts'],
    rules: {
      'no-restricted-imports': ['error', 'webextension-polyfill', 'ky'],
      'no-restricted-globals': ['error', 'fetch', 'chrome', 'browser'],
    },
  },
  {
    // A command line speaks through the console; a server and the tests' tools too.
    files: ['scripts/**/*.{ts,js,mjs}', 'bench/**/*.ts', 'sandbox/main.ts', '*.config.{js,ts}'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-console': 'off' },
  },
  {
    // A describe block is a list, not a function with a job.
    files: ['test/**/*.ts', 'src/**/*.stories.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
);
