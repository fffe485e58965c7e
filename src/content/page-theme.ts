import type { Lifetime } from './lifetime.js';

/**
 * Light or dark as the PSA says it on `<body>` with `--is-theme-dark: 0|1`; '' on a page without that, where our block
 * inherits the page's own `color-scheme` as everything else does.
 */
export function pageColorScheme(page: Document): 'light' | 'dark' | '' {
  const isDark = getComputedStyle(page.body).getPropertyValue('--is-theme-dark').trim();
  if (isDark === '1') return 'dark';
  return isDark === '0' ? 'light' : '';
}

/** Calls back when the page may have switched between light and dark. */
export function onPageThemeChange(page: Document, lifetime: Lifetime, callback: () => void): void {
  const observer = new MutationObserver(callback);
  observer.observe(page.body, { attributes: true, attributeFilter: ['style', 'class'] });
  lifetime.onEnd(() => {
    observer.disconnect();
  });
}
