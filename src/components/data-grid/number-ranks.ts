import { sortByWord } from './radix-sort.js';

/** Ranks numbers from 0 on, equal ones alike; NaN gets `emptyRank`. */
export function rankNumbers(values: Float64Array, emptyRank: number): Uint32Array {
  const { low, high } = sortableWords(values);
  const places = Int32Array.from(values.keys());
  sortByWord(places, low);
  sortByWord(places, high);
  const ranks = new Uint32Array(values.length);
  let rank = -1;
  let before = NaN;
  for (const place of places) {
    const value = values[place] ?? NaN;
    if (Number.isNaN(value)) {
      ranks[place] = emptyRank;
      continue;
    }
    if (value !== before) rank += 1;
    ranks[place] = rank;
    before = value;
  }
  return ranks;
}

/** The two halves of each number, turned so that they sort as unsigned integers: negative ones inverted, others above them. */
function sortableWords(values: Float64Array): { low: Uint32Array; high: Uint32Array } {
  const view = new DataView(values.buffer, values.byteOffset, values.byteLength);
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  for (let place = 0; place < values.length; place += 1) {
    const [lowBits, highBits] = [view.getUint32(place * 8, true), view.getUint32(place * 8 + 4, true)];
    const isNegative = highBits >>> 31 === 1;
    low[place] = isNegative ? ~lowBits : lowBits;
    high[place] = isNegative ? ~highBits : highBits | 0x80000000;
  }
  return { low, high };
}
