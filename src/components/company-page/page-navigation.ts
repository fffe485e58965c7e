import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { sectionLink } from '../shared/section-link.js';
import type { Find } from './page-finds.js';
import { placeTitle, settingsSectionOf, type PlaceId, type SettingsSectionId } from './page-places.js';
import './page-search.js';

/** What the navigation shows and does. */
export interface PageNavigation {
  readonly places: readonly PlaceId[];
  readonly current: PlaceId | undefined;
  /** How many unsaved changes a group of settings has. */
  readonly changesIn: (section: SettingsSectionId) => number;
  readonly finds: readonly Find[];
  readonly hasSlash: boolean;
  /** In a narrow page the list of places is closed until somebody opens it. */
  readonly isListOpen: boolean;
  readonly toggleList: (isOpen: boolean) => void;
  readonly go: (place: PlaceId) => void;
  readonly choose: (find: Find) => void;
  readonly help: () => void;
}

/** Search, and the way to each stop of the page: beside it where there is room, else in a bar above it. */
export function pageNavigation(navigation: PageNavigation): TemplateResult {
  const { places, current, finds, hasSlash, isListOpen, toggleList, choose, help } = navigation;
  const close = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isListOpen) return;
    event.stopPropagation();
    toggleList(false);
  };
  return html`<nav part="navigation" aria-label=${msg('Sections of this page')} @keydown=${close}>
    <portal-page-search .finds=${finds} .choose=${choose} ?has-slash=${hasSlash}></portal-page-search>
    <button
      type="button"
      class="button list-button"
      aria-expanded=${isListOpen}
      aria-controls="places"
      @click=${() => toggleList(!isListOpen)}
    >
      <span class="list-title">${current === undefined ? msg('Sections') : placeTitle(current)}</span>
    </button>
    <ul id="places" class=${isListOpen ? 'open' : ''}>
      ${places.map((place) => stop(place, navigation))}
      <li class="help">
        <button type="button" @click=${help}>${msg('Keyboard shortcuts')}</button>
      </li>
    </ul>
  </nav>`;
}

function stop(place: PlaceId, { current, changesIn, go }: PageNavigation): TemplateResult {
  const section = settingsSectionOf(place);
  return sectionLink({
    place,
    title: placeTitle(place),
    isCurrent: place === current,
    changes: section === undefined ? 0 : changesIn(section),
    go: () => go(place),
  });
}
