import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { PortalLocale } from '../../src/locales/localization.js';

/** What the toolbar chooses, and what a story may fix for itself as `globals`. */
export interface Surroundings {
  readonly locale: PortalLocale;
  readonly colours: 'light' | 'dark' | 'auto';
  readonly theme: 'default' | 'psa' | 'plain' | 'high-contrast';
  readonly density: 'usual' | 'compact' | 'comfortable';
  readonly direction: 'ltr' | 'rtl';
}

export const usualSurroundings: Surroundings = {
  locale: 'en',
  colours: 'light',
  theme: 'default',
  density: 'usual',
  direction: 'ltr',
};

const colourSchemes = { light: 'light', dark: 'dark', auto: 'light dark' } as const;

/** What the page around a story has to be set to. */
export function colourScheme({ colours }: Pick<Surroundings, 'colours'>): string {
  return colourSchemes[colours];
}

/** Elements have an attribute for it, of which their stories know nothing. */
function setDensity(stage: Element | undefined, density: Surroundings['density']): void {
  const elements = [...(stage?.querySelectorAll('*') ?? [])].filter((one) =>
    one.localName.startsWith('portal-'),
  );
  for (const one of elements)
    if (density === 'usual') one.removeAttribute('density');
    else one.setAttribute('density', density);
}

/**
 * A story in its language, colours, direction, density and width, as Storybook and the elements' tests show it.
 *
 * @param width a CSS length; stories name theirs as `parameters.width`.
 */
export function surrounded(surroundings: Surroundings, width: unknown, content: unknown): TemplateResult {
  const { locale, direction, density } = surroundings;
  // The content is drawn after its frame.
  const withDensity = (stage?: Element): void => queueMicrotask(() => setDensity(stage, density));
  return html`<div
    ${ref(withDensity)}
    lang=${locale}
    dir=${direction}
    style="padding: 16px; box-sizing: border-box; margin-inline: auto; font-family: system-ui; background: Canvas;
      color-scheme: ${colourScheme(surroundings)}; inline-size: ${typeof width === 'string' ? width : '100%'}"
  >
    ${content}
  </div>`;
}
