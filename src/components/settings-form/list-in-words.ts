import { portalLocale } from '../../locales/localization.js';

/** Names in a row, for example "Worked time, Time zone". */
export function listInWords(names: readonly string[]): string {
  return new Intl.ListFormat(portalLocale(), { type: 'conjunction' }).format(names);
}
