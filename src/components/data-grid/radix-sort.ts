const BITS = 11;
const BUCKETS = 1 << BITS;
const counts = new Uint32Array(BUCKETS);

/**
 * Sorts `places` by the unsigned 32-bit number that `words` has for each of them. Equal ones keep their order, so that
 * several runs sort by several words, the last one first. Bits at which all are equal cost one look.
 */
export function sortByWord(places: Int32Array, words: Uint32Array): void {
  let from = places;
  let to: Int32Array = new Int32Array(places.length);
  for (let shift = 0; shift < 32; shift += BITS) {
    if (!countDigits(from, words, shift)) continue;
    for (const place of from) {
      const digit = ((words[place] ?? 0) >>> shift) & (BUCKETS - 1);
      const target = counts[digit] ?? 0;
      counts[digit] = target + 1;
      to[target] = place;
    }
    [from, to] = [to, from];
  }
  if (from !== places) places.set(from);
}

/** Turns `counts` into where each digit's places begin; false where all have the same digit. */
function countDigits(places: Int32Array, words: Uint32Array, shift: number): boolean {
  counts.fill(0);
  for (const place of places) {
    const digit = ((words[place] ?? 0) >>> shift) & (BUCKETS - 1);
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
  let start = 0;
  for (let digit = 0; digit < BUCKETS; digit += 1) {
    const count = counts[digit] ?? 0;
    if (count === places.length) return false;
    counts[digit] = start;
    start += count;
  }
  return true;
}
