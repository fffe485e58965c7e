import { EMPTY_RANK } from './column-order.js';
import { sortByWord } from './radix-sort.js';

/** What one column says about the order: a rank for each place. */
export interface RankedKey {
  readonly ranks: Uint32Array;
  readonly isDescending: boolean;
}

/** All places from 0 to `length`, by the first key, then by the next among its equals; equal in all = by arrival. */
export function sortedPlaces(length: number, keys: readonly RankedKey[]): Int32Array {
  const places = placesInOrder(0, length);
  for (const { ranks, isDescending } of keys.toReversed()) {
    sortByWord(places, isDescending ? reversed(ranks) : ranks);
  }
  return places;
}

export function placesInOrder(first: number, end: number): Int32Array {
  const places = new Int32Array(end - first);
  for (let index = 0; index < places.length; index += 1) places[index] = first + index;
  return places;
}

/** Empty ones stay last. */
function reversed(ranks: Uint32Array): Uint32Array {
  return ranks.map((rank) => (rank === EMPTY_RANK ? rank : EMPTY_RANK - 1 - rank));
}

/**
 * Two sorted lists in one. The places of `added` all come later in the order of arrival. Looks for each of them by halves,
 * so that few cost few comparisons, however long the list is.
 */
export function mergedPlaces(
  sorted: Int32Array,
  added: Int32Array,
  compare: (one: number, other: number) => number,
): Int32Array {
  const merged = new Int32Array(sorted.length + added.length);
  let taken = 0;
  added.forEach((place, index) => {
    const before = upperBound(sorted, taken, place, compare);
    merged.set(sorted.subarray(taken, before), taken + index);
    merged[before + index] = place;
    taken = before;
  });
  merged.set(sorted.subarray(taken), taken + added.length);
  return merged;
}

/** The first index from `low` on whose place comes after `place`. */
function upperBound(
  sorted: Int32Array,
  low: number,
  place: number,
  compare: (one: number, other: number) => number,
): number {
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted[middle] ?? 0, place) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
