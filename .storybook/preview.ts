import type { Decorator, Preview } from '@storybook/web-components-vite';
import { action } from 'storybook/actions';
import { setPortalLocale } from '../src/locales/localization.js';
import { registeredElement } from './blocks/elements.js';
import { LazyElementPage, LazyMdxCode, LazySiteContainer } from './blocks/lazy-site.js';
import { colourScheme, surrounded, usualSurroundings, type Surroundings } from './stage/surroundings.js';
import { applyTheme } from './themes.js';
import { toolbar } from './toolbar.js';

const inSurroundings: Decorator = (story, { globals, parameters, viewMode }) => {
  const surroundings = { ...usualSurroundings, ...globals } satisfies Surroundings;
  applyTheme(surroundings.theme);
  if (viewMode === 'story') {
    // The pages of documentation are in English and have colours of their own.
    document.documentElement.lang = surroundings.locale;
    document.documentElement.style.colorScheme = colourScheme(surroundings);
    // Storybook paints its own white; the elements take what the page has.
    document.body.style.background = 'Canvas';
  }
  return surrounded(surroundings, parameters.width, story());
};

/** Tells each event of the element in the panel of actions. */
const tellEvents: NonNullable<Preview['beforeEach']> = ({ canvasElement, component }) => {
  const names = registeredElement(String(component))?.element.events.map(({ name }) => name) ?? [];
  const tell = (event: Event): void => {
    action(event.type)('detail' in event ? event.detail : undefined);
  };
  for (const name of names) canvasElement.addEventListener(name, tell);
  return () => {
    for (const name of names) canvasElement.removeEventListener(name, tell);
  };
};

const preview: Preview = {
  ...toolbar,
  tags: ['autodocs'],
  decorators: [inSurroundings],
  loaders: [({ globals }) => setPortalLocale(globals.locale === 'de' ? 'de' : 'en')],
  beforeEach: tellEvents,
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    a11y: { test: 'error' },
    docs: {
      container: LazySiteContainer,
      page: LazyElementPage,
      components: { code: LazyMdxCode },
      canvas: { sourceState: 'none' },
      toc: { headingSelector: 'h2, h3' },
    },
    options: {
      storySort: {
        // Read by Storybook as text: nothing but literals.
        order: [
          'Welcome',
          'Getting data in',
          'Events and veto',
          'Theming',
          'Languages',
          'Accessibility',
          'Elements',
          ['Company page', 'Company settings', 'Contact grid'],
          'Parts',
        ],
      },
    },
  },
};

export default preview;
