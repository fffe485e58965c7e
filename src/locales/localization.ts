import { configureLocalization } from '@lit/localize';
import * as de from './generated/de.js';
import { sourceLocale, targetLocales } from './generated/locale-codes.js';

/** The languages of the product. */
export type PortalLocale = 'en' | 'de';

const localization = configureLocalization({
  sourceLocale,
  targetLocales,
  // Bundled, not fetched: a content script must not load anything at run time.
  loadLocale: () => Promise.resolve(de),
});

/** The language in which the elements of this context speak now. */
export function portalLocale(): PortalLocale {
  return localization.getLocale() === 'de' ? 'de' : 'en';
}

/** Switches every element of this context to a language. Elements that are shown already render again. */
export function setPortalLocale(locale: PortalLocale): Promise<void> {
  return localization.setLocale(locale);
}

/** The product's language for a BCP 47 tag such as `de-AT`: German for every German, English for the rest. */
export function localeFor(languageTag: string): PortalLocale {
  return /^de\b/i.test(languageTag) ? 'de' : 'en';
}
