/** Of a digit: large ones take fewer rounds, small ones fewer counts to look at, which is dearer where places are few. */
const LARGE = 11;
const SMALL = 8;
const FEW = 3000;
const counts = new Uint32Array(1 << LARGE);
/** Where a round writes to; kept, for short runs are sorted by the thousand. */
const scratch = new Int32Array(FEW);

/**
 * Sorts `places` by the unsigned 32-bit number that `words` has for each of them. Equal ones keep their order, so that
 * several runs sort by several words, the last one first. Bits at which all are equal cost one look.
 */
export function sortByWord(places: Int32Array, words: Uint32Array): void {
  const { length } = places;
  let from = places;
  let to: Int32Array = length > FEW ? new Int32Array(length) : scratch.subarray(0, length);
  const bits = length > FEW ? LARGE : SMALL;
  const mask = (1 << bits) - 1;
  for (let shift = 0; shift < 32; shift += bits) {
    if (!countDigits(from, words, shift, mask)) continue;
    for (let index = 0; index < length; index += 1) {
      const place = from[index] ?? 0;
      const digit = ((words[place] ?? 0) >>> shift) & mask;
      const target = counts[digit] ?? 0;
      counts[digit] = target + 1;
      to[target] = place;
    }
    [from, to] = [to, from];
  }
  if (from !== places) places.set(from);
}

/** Turns `counts` into where each digit's places begin; false where all have the same digit. */
function countDigits(places: Int32Array, words: Uint32Array, shift: number, mask: number): boolean {
  counts.fill(0, 0, mask + 1);
  // Counted by hand: an iterator takes four times as long.
  const { length } = places;
  for (let index = 0; index < length; index += 1) {
    const digit = ((words[places[index] ?? 0] ?? 0) >>> shift) & mask;
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
  let start = 0;
  for (let digit = 0; digit <= mask; digit += 1) {
    const count = counts[digit] ?? 0;
    if (count === length) return false;
    counts[digit] = start;
    start += count;
  }
  return true;
}
