/**
 * Two sorted lists of places in one; of equal places those of `sorted` come first. Looks for each of `added` by halves, so
 * that few cost few comparisons, however long the list is.
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
