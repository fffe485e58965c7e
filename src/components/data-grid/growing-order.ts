import type { Collation } from './collation.js';
import { EMPTY_RANK } from './place-order.js';
import { TextSorter } from './text-sorter.js';

export interface GrowingTexts {
  /** By place; those of other places than these are not looked at. */
  readonly texts: readonly string[];
  readonly collation: Collation;
  /** Ascending; they are put in order where they stand. */
  readonly places: Int32Array;
  readonly isDescending: boolean;
}

/**
 * Places in the order of their texts, which is finished little by little: at once only where somebody looks. Empty ones come
 * last, equal ones stay in order of arrival.
 */
export class GrowingOrder {
  /** Only what is settled stays as it is. */
  readonly places: Int32Array;
  readonly #sorter: TextSorter;
  readonly #filled: number;
  readonly #isDescending: boolean;
  readonly #size: number;

  constructor({ texts, collation, places, isDescending }: GrowingTexts) {
    this.places = places;
    this.#filled = filledFirst(texts, places);
    this.#isDescending = isDescending;
    this.#size = texts.length;
    const filled = this.places.subarray(0, this.#filled);
    this.#sorter = new TextSorter({ texts, collation, places: filled, isDescending });
  }

  /** Puts the positions from `start` to before `end` in order. */
  settle(start: number, end: number): void {
    this.#sorter.settle(start, end);
  }

  /** Where a place will stand when all is in order, or -1. */
  positionOf(place: number): number {
    for (;;) {
      const position = this.places.indexOf(place);
      if (this.#sorter.isSettled(position)) return position;
      // It may go elsewhere in its run by that, but the run gets shorter each time.
      this.settle(position, position + 1);
    }
  }

  /** Works as long as it may; true where all is in order. */
  proceed(mayGoOn?: () => boolean): boolean {
    return this.#sorter.proceed(mayGoOn);
  }

  /** The rank of each place among its texts, from the first in the alphabet on, equal ones alike. Finishes the order. */
  ranks(): Uint32Array {
    this.proceed();
    const ranks = new Uint32Array(this.#size).fill(EMPTY_RANK);
    const filled = this.places.subarray(0, this.#filled);
    let rank = -1;
    for (const place of filled) {
      if (!this.#sorter.isRepeated(place)) rank += 1;
      ranks[place] = rank;
    }
    if (this.#isDescending) for (const place of filled) ranks[place] = rank - (ranks[place] ?? 0);
    return ranks;
  }
}

/** How many have a text; those come first then. */
function filledFirst(texts: readonly string[], places: Int32Array): number {
  const empty: number[] = [];
  let filled = 0;
  for (const place of places) {
    if (texts[place] === '') empty.push(place);
    else places[filled++] = place;
  }
  places.set(empty, filled);
  return filled;
}
