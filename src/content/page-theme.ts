import type { Lifetime } from './lifetime.js';

/**
 * Follows the PSA between light and dark. It says so on `<body>` with `--is-theme-dark: 0|1`; a page without that is
 * taken by its own `color-scheme`, which our block inherits as everything else does.
 */
export function followPageTheme(page: Document, lifetime: Lifetime, block: HTMLElement): void {
  const follow = (): void => {
    block.style.colorScheme = colorSchemeOf(page);
  };
  const observer = new MutationObserver(follow);
  observer.observe(page.body, { attributes: true, attributeFilter: ['style', 'class'] });
  lifetime.onEnd(() => {
    observer.disconnect();
  });
  follow();
}

function colorSchemeOf(page: Document): 'light' | 'dark' | '' {
  const isDark = getComputedStyle(page.body).getPropertyValue('--is-theme-dark').trim();
  if (isDark === '1') return 'dark';
  return isDark === '0' ? 'light' : '';
}
