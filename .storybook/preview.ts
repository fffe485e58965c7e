import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { setPortalLocale } from '../src/locales/localization.js';

/** Shows a story in the language, colours and width that the toolbar chooses. */
const surroundings: Decorator = (story, { globals, parameters }) => {
  document.documentElement.lang = globals.locale === 'de' ? 'de' : 'en';
  document.documentElement.style.colorScheme = globals.colours === 'dark' ? 'dark' : 'light';
  // Storybook paints its own white; the elements take what the page has.
  document.body.style.background = 'Canvas';
  const width = typeof parameters.width === 'string' ? parameters.width : '100%';
  return html`<main style="max-inline-size: ${width}; margin-inline: auto; font-family: system-ui">
    ${story()}
  </main>`;
};

const preview: Preview = {
  decorators: [surroundings],
  loaders: [({ globals }) => setPortalLocale(globals.locale === 'de' ? 'de' : 'en')],
  initialGlobals: { locale: 'en', colours: 'light' },
  globalTypes: {
    locale: {
      description: 'Language',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: [
          { value: 'en', title: 'English' },
          { value: 'de', title: 'Deutsch' },
        ],
        dynamicTitle: true,
      },
    },
    colours: {
      description: 'Colours',
      toolbar: { title: 'Colours', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
  },
  parameters: { layout: 'fullscreen', controls: { expanded: true }, a11y: { test: 'error' } },
};

export default preview;
