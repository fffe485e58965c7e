import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PlaceId } from './page-places.js';

/** Which share of the window's height, from above, a stop's upper edge must have passed to be the one that is read. */
const READING_LINE = 0.3;

export interface PlaceWatchOptions {
  readonly places: () => readonly PlaceId[];
  /** Where a stop is in the window; undefined while it isn't there. */
  readonly rectOf: (place: PlaceId) => DOMRect | undefined;
}

/** Knows which stop of the page is being read: the last that has passed the reading line, or where somebody went. */
export class PlaceWatch implements ReactiveController {
  current: PlaceId | undefined;
  /** Somebody went there; it stays until they scroll by themselves: at the page's end nothing reaches the line. */
  #chosen: PlaceId | undefined;
  #frame = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: PlaceWatchOptions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // Whatever scrolls, the window or a box around us: scroll events don't bubble, but are caught on their way down.
    document.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
    for (const type of BY_HAND) document.addEventListener(type, this.#onHand, { passive: true });
  }

  hostDisconnected(): void {
    document.removeEventListener('scroll', this.#onScroll, { capture: true });
    for (const type of BY_HAND) document.removeEventListener(type, this.#onHand);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** Somebody goes there. */
  choose(place: PlaceId): void {
    this.#chosen = place;
    this.#enter(place);
  }

  /** Looks once more, because the page has become another. */
  look(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#measure);
  }

  readonly #onScroll = (): void => {
    if (this.#chosen === undefined) this.look();
  };

  readonly #onHand = (): void => {
    this.#chosen = undefined;
  };

  readonly #measure = (): void => {
    this.#frame = 0;
    if (this.#chosen !== undefined) return;
    const line = window.innerHeight * READING_LINE;
    const [first, ...rest] = this.options.places();
    const isPassed = (place: PlaceId): boolean => {
      const rect = this.options.rectOf(place);
      return rect !== undefined && rect.top <= line;
    };
    const passed = rest.filter(isPassed).at(-1) ?? first;
    if (passed !== undefined) this.#enter(passed);
  };

  #enter(place: PlaceId): void {
    if (place === this.current) return;
    this.current = place;
    this.host.requestUpdate();
  }
}

/** What hands scroll with. */
const BY_HAND = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
