import { msg } from '@lit/localize';
import type { Action } from './page-finds.js';

/** What the actions do; undefined where that is not possible here. */
export interface PageDeeds {
  readonly openGlobals: (() => void) | undefined;
  readonly addContact: () => void;
  readonly help: () => void;
}

/** What can be done from the page's search. */
export function pageActions({ openGlobals, addContact, help }: PageDeeds): Action[] {
  return [
    {
      ...{ id: 'action-new-contact', label: msg('New contact'), act: addContact },
      words: 'add contact person create user neuer kontakt anlegen hinzufügen erfassen',
    },
    ...(openGlobals === undefined
      ? []
      : [
          {
            ...{ id: 'action-global-settings', label: msg('Global settings'), act: openGlobals },
            words: 'all companies inherit default provider vorgaben alle firmen vererbt standard',
          },
        ]),
    {
      ...{ id: 'action-shortcuts', label: msg('Keyboard shortcuts'), act: help },
      words: 'help keys hotkeys tastatur tastenkürzel hilfe',
    },
  ];
}
