import type { Surroundings } from './stage/surroundings.js';

const sheets = import.meta.glob<string>('../src/themes/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const applied = new CSSStyleSheet();
document.adoptedStyleSheets.push(applied);

/** Puts one of the package's example themes over the page, as an app does that imports it. */
export function applyTheme(theme: Surroundings['theme']): void {
  applied.replaceSync(sheets[`../src/themes/${theme}.css`] ?? '');
}
