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

type SetLocale = (locale: PortalLocale) => Promise<void>;

/**
 * Every copy of this module in the page, of whatever version. Tags belong to the copy that came first, and an app that has
 * another must still be able to switch those elements.
 */
const page: typeof globalThis & { 'psa-portal-admin.locales'?: Set<SetLocale> } = globalThis;
const copies = (page['psa-portal-admin.locales'] ??= new Set());
copies.add((locale) => localization.setLocale(locale));

/** The language in which the elements of this context speak now. */
export function portalLocale(): PortalLocale {
  return localization.getLocale() === 'de' ? 'de' : 'en';
}

/** Switches every element of this context to a language. Elements that are shown already render again. */
export async function setPortalLocale(locale: PortalLocale): Promise<void> {
  await Promise.all(Array.from(copies, (setLocale) => setLocale(locale)));
}

/** The product's language for a BCP 47 tag such as `de-AT`: German for every German, English for the rest. */
export function localeFor(languageTag: string): PortalLocale {
  return /^de\b/i.test(languageTag) ? 'de' : 'en';
}
