import type { Decorator, Preview } from '@storybook/web-components-vite';
import { setPortalLocale } from '../src/locales/localization.js';
import { colourScheme, surrounded, usualSurroundings, type Surroundings } from './stage/surroundings.js';

const inSurroundings: Decorator = (story, { globals, parameters }) => {
  const surroundings = { ...usualSurroundings, ...globals } satisfies Surroundings;
  document.documentElement.lang = surroundings.locale;
  document.documentElement.style.colorScheme = colourScheme(surroundings);
  // Storybook paints its own white; the elements take what the page has.
  document.body.style.background = 'Canvas';
  return surrounded(surroundings, parameters.width, story());
};

const preview: Preview = {
  decorators: [inSurroundings],
  loaders: [({ globals }) => setPortalLocale(globals.locale === 'de' ? 'de' : 'en')],
  initialGlobals: usualSurroundings,
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
      toolbar: { title: 'Colours', icon: 'contrast', items: ['light', 'dark', 'auto'], dynamicTitle: true },
    },
    direction: {
      description: 'Direction of writing',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
    },
  },
  parameters: { layout: 'fullscreen', controls: { expanded: true }, a11y: { test: 'error' } },
};

export default preview;
