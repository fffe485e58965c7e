import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { mayBeShortcut } from '../shared/index.js';
import type { PlaceId } from './page-places.js';

/** ms. So long after "g" a letter still is the second half of a shortcut. */
const SEQUENCE = 1500;

/** "g", then this letter, leads there. */
export const goKeys: Readonly<Partial<Record<PlaceId, string>>> = {
  'settings/sign-in': 's',
  'settings/visibility': 'v',
  'settings/tickets': 'i',
  'settings/request-types': 'r',
  'settings/early-access': 'e',
  taskfire: 't',
  logos: 'o',
  users: 'u',
  jobs: 'j',
  'sso-log': 'l',
};

export interface ShortcutActions {
  readonly search: () => void;
  readonly help: () => void;
  readonly go: (place: PlaceId) => void;
}

/**
 * The keys of the company's page. They are heard only while the focus is in the element, so that they can't get in the way of
 * the page around; and single keys not while somebody types, and not when turned off.
 */
export class PageShortcuts implements ReactiveController {
  /** Single keys are shortcuts. */
  isOn = true;
  #goPressedAt = -Infinity;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly actions: ShortcutActions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!mayBeShortcut(event)) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const isUsed = isPlain ? this.isOn && this.#single(event) : isSearchKey(event) && this.#search();
    if (!isUsed) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #search(): boolean {
    this.actions.search();
    return true;
  }

  /** Returns whether the key meant something. */
  #single({ key, timeStamp }: KeyboardEvent): boolean {
    const isSecond = timeStamp - this.#goPressedAt < SEQUENCE;
    this.#goPressedAt = key === 'g' && !isSecond ? timeStamp : -Infinity;
    if (isSecond) return this.#go(key);
    if (key === '/') return this.#search();
    if (key !== '?') return key === 'g';
    this.actions.help();
    return true;
  }

  #go(letter: string): boolean {
    const place = (Object.keys(goKeys) as PlaceId[]).find((id) => goKeys[id] === letter);
    if (place !== undefined) this.actions.go(place);
    return place !== undefined;
  }
}

function isSearchKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey;
}
