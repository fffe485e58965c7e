import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far (px) below the window a part may be when it begins to load: about one turn of the wheel. */
const AHEAD = 300;

export interface NearbyPartsOptions<Id extends string> {
  /** The element that holds a part's place; undefined while there is none. */
  readonly elementOf: (id: Id) => Element | null;
  /** The places are where they will stay: what is above them has its height. */
  readonly isSettled: () => boolean;
  readonly ids: readonly Id[];
}

/** Knows which parts of a long page are wanted: those that were near the window once, or that somebody has asked for. */
export class NearbyParts<Id extends string> implements ReactiveController {
  readonly #wanted = new Set<Id>();
  readonly #watched = new Map<Element, Id>();
  #observer: IntersectionObserver | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: NearbyPartsOptions<Id>,
  ) {
    host.addController(this);
  }

  isWanted(id: Id): boolean {
    return this.#wanted.has(id);
  }

  /** Somebody has asked for it. */
  want(id: Id): void {
    if (this.#wanted.has(id)) return;
    this.#wanted.add(id);
    this.host.requestUpdate();
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    if (!this.options.isSettled()) return;
    for (const id of this.options.ids) {
      const element = this.options.elementOf(id);
      if (element !== null && !this.isWanted(id)) this.#watch(element, id);
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#watched.clear();
  }

  #watch(element: Element, id: Id): void {
    if (this.#watched.has(element)) return;
    this.#watched.set(element, id);
    this.#observer ??= new IntersectionObserver(this.#onSeen, { rootMargin: `${AHEAD}px 0px` });
    this.#observer.observe(element);
  }

  readonly #onSeen = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const { isIntersecting, target } of entries) {
      const id = this.#watched.get(target);
      if (!isIntersecting || id === undefined) continue;
      this.#observer?.unobserve(target);
      this.want(id);
    }
  };
}
