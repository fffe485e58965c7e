import { addons } from 'storybook/manager-api';
import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import icon from '../assets/icon.svg';
import { siteTheme } from './site-theme.js';

/** The product's sign and name, as one picture: Storybook shows either. */
function brand(textColour: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 216 32" width="216" height="32">
    <image href="${icon.replaceAll('"', '%22').replaceAll('<', '%3C')}" width="32" height="32"/>
    <text x="42" y="21.5" font-family="system-ui, sans-serif" font-size="16" font-weight="600" fill="${textColour}">PSA Portal Admin</text>
  </svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const themes = {
  light: siteTheme('light', brand('#1a1f29')),
  dark: siteTheme('dark', brand('#e6e9ee')),
};
const prefersDark = matchMedia('(prefers-color-scheme: dark)');

addons.setConfig({ theme: themes.light, panelPosition: 'bottom' });

/** The site follows the colours that the toolbar chooses for the elements. */
addons.register('psa-portal-admin/colours', (api) => {
  const follow = ({ globals }: { readonly globals: Readonly<Record<string, unknown>> }): void => {
    const { colours } = globals;
    const isDark = colours === 'auto' ? prefersDark.matches : colours === 'dark';
    api.setOptions({ theme: isDark ? themes.dark : themes.light });
  };
  api.on(SET_GLOBALS, follow);
  api.on(GLOBALS_UPDATED, follow);
});
