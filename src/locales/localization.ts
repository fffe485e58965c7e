import { configureLocalization } from '@lit/localize';
import { sourceLocale, targetLocales } from './generated/locale-codes.js';

/** The languages of the product. */
export type PortalLocale = 'en' | 'de';

const localization = configureLocalization({
  sourceLocale,
  targetLocales,
  // An app in English never loads it. The extension's content script is built in one piece, so there it is bundled and
  // nothing is loaded at run time.
  loadLocale: () => import('./generated/de.js'),
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
