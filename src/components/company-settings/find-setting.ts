import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { foldText } from '../../model/index.js';
import { mayBeShortcut } from '../shared/index.js';
import { settingSynonyms } from './setting-synonyms.js';
import type { SettingField } from './setting-fields.js';

/** True for a text that has every word of the search in it, in any order and case, with or without accents. */
export function matchesSearch(search: string, text: string): boolean {
  const haystack = foldText(text);
  return foldText(search)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

/** All that a setting is found by: its own words, and what else it is called in either language. */
export function settingWords({ key, label, help }: SettingField): string {
  return `${label} ${help} ${settingSynonyms[key]}`;
}

/** What the search field tells its element. */
export interface FindActions {
  readonly find: (search: string) => void;
  /** Enter: to the first row that was found. */
  readonly goToFirst: () => void;
}

export function findField(search: string, { find, goToFirst }: FindActions): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') goToFirst();
    else if (event.key === 'Escape' && search !== '') find('');
    else return;
    // The page around must not take the same key for its own dialogs and forms.
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<input
    type="search"
    class="find"
    aria-label=${msg('Find a setting')}
    aria-keyshortcuts="/"
    placeholder=${msg('Find a setting ( / )')}
    .value=${search}
    @input=${(event: Event) => find((event.target as HTMLInputElement).value)}
    @keydown=${onKey}
  />`;
}

/** True for a "/" that means "find", not one that someone types into a field. */
export function isFindKey(event: KeyboardEvent): boolean {
  return event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && mayBeShortcut(event);
}
