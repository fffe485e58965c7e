import type { Preview } from '@storybook/web-components-vite';
import { usualSurroundings, type Surroundings } from './stage/surroundings.js';

type Choices<Key extends keyof Surroundings> = readonly (readonly [
  value: Surroundings[Key],
  title: string,
])[];

type Icon =
  NonNullable<NonNullable<Preview['globalTypes']>[string]['toolbar']> extends { icon?: infer Name }
    ? Name
    : never;

function list<Key extends keyof Surroundings>(title: string, icon: Icon, choices: Choices<Key>) {
  const items = choices.map(([value, words]) => ({ value, title: words }));
  return { description: title, toolbar: { title, icon, items, dynamicTitle: true } };
}

/** What the toolbar offers: everything in which an element may find itself. */
export const toolbar = {
  initialGlobals: usualSurroundings,
  globalTypes: {
    locale: list<'locale'>('Language', 'globe', [
      ['en', 'English'],
      ['de', 'Deutsch'],
    ]),
    colours: list<'colours'>('Colours', 'contrast', [
      ['light', 'Light'],
      ['dark', 'Dark'],
      ['auto', 'As the system'],
    ]),
    theme: list<'theme'>('Theme', 'paintbrush', [
      ['default', 'Default theme'],
      ['psa', 'Theme psa'],
      ['plain', 'Theme plain'],
      ['high-contrast', 'Theme high contrast'],
    ]),
    density: list<'density'>('Density', 'grow', [
      ['usual', 'Usual density'],
      ['compact', 'Compact'],
      ['comfortable', 'Comfortable'],
    ]),
    direction: list<'direction'>('Direction of writing', 'transfer', [
      ['ltr', 'Left to right'],
      ['rtl', 'Right to left'],
    ]),
  },
} satisfies Pick<Preview, 'initialGlobals' | 'globalTypes'>;
