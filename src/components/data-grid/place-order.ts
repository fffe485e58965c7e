import { sortByWord } from './radix-sort.js';

/** Of an empty value: it comes last in either direction. */
export const EMPTY_RANK = 0xffffffff;

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
