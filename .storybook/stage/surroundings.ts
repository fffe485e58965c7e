import { html, type TemplateResult } from 'lit';
import type { PortalLocale } from '../../src/locales/localization.js';

/** What the toolbar chooses, and what a story may fix for itself as `globals`. */
export interface Surroundings {
  readonly locale: PortalLocale;
  readonly colours: 'light' | 'dark' | 'auto';
  readonly theme: 'default' | 'psa' | 'plain' | 'high-contrast';
  readonly density: 'comfortable' | 'compact';
  readonly direction: 'ltr' | 'rtl';
}

export const usualSurroundings: Surroundings = {
  locale: 'en',
  colours: 'light',
  theme: 'default',
  density: 'comfortable',
  direction: 'ltr',
};

const colourSchemes = { light: 'light', dark: 'dark', auto: 'light dark' } as const;

/** What the page around a story has to be set to. */
export function colourScheme({ colours }: Pick<Surroundings, 'colours'>): string {
  return colourSchemes[colours];
}

/**
 * A story in its language, colours, direction and width, as Storybook and the elements' tests show it.
 *
 * @param width a CSS length; stories name theirs as `parameters.width`.
 */
export function surrounded(surroundings: Surroundings, width: unknown, content: unknown): TemplateResult {
  const { locale, direction } = surroundings;
  return html`<main
    lang=${locale}
    dir=${direction}
    style="padding: 16px; box-sizing: border-box; margin-inline: auto; font-family: system-ui; background: Canvas;
      color-scheme: ${colourScheme(surroundings)}; inline-size: ${typeof width === 'string' ? width : '100%'}"
  >
    ${content}
  </main>`;
}
