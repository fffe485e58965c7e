import type { Collation } from './collation.js';
import { mergedPlaces } from './merged-places.js';
import { sortByWord } from './radix-sort.js';
import { WeighedTexts } from './weighed-texts.js';

/** Weights of a word. */
const STEP = 4;
/** Below that sorting by insertion is quicker than by digits. */
const FEW = 48;

/**
 * Sorts texts as the language does: by the weights of their first four characters, then those that begin alike by their next
 * four, and so on. What has the same letters in the end, or a character without a weight, is compared by the full rules.
 */
export class TextSorter {
  readonly #texts: readonly string[];
  readonly #collation: Collation;
  readonly #weighed: WeighedTexts;
  /** At the depth that is being looked at, by place. */
  readonly #words: Uint32Array;
  /** 1 for a place whose text is the same as that of the place before it. */
  readonly #isRepeated: Uint8Array;
  #places: Int32Array = new Int32Array(0);

  constructor(texts: readonly string[], collation: Collation) {
    this.#texts = texts;
    this.#collation = collation;
    this.#weighed = new WeighedTexts(texts, collation);
    this.#words = new Uint32Array(texts.length);
    this.#isRepeated = new Uint8Array(texts.length);
  }

  /** The same places in the order of their texts; `places` is written to. */
  sorted(places: Int32Array): Int32Array {
    const unknown = places.filter((place) => !this.#weighed.isKnown(place));
    this.#places = unknown.length === 0 ? places : places.filter((place) => this.#weighed.isKnown(place));
    this.#sortFrom(0, this.#places.length, 0);
    if (unknown.length === 0) return this.#places;
    const known = this.#places;
    this.#places = unknown;
    this.#sortByRules(0, unknown.length);
    return mergedPlaces(known, unknown, (one, other) =>
      this.#collation.compare(this.#textAt(one), this.#textAt(other)),
    );
  }

  /** Whether two neighbours of the order are equal. Different texts of characters with weights never are. */
  areEqual(one: number, other: number): boolean {
    if (this.#weighed.isKnown(one) && this.#weighed.isKnown(other)) return this.#isRepeated[other] === 1;
    return this.#collation.compare(this.#textAt(one), this.#textAt(other)) === 0;
  }

  #textAt(place: number): string {
    return this.#texts[place] ?? '';
  }

  /** Sorts the places from `start` to `end`, whose texts have the same weights before `depth`. */
  #sortFrom(start: number, end: number, depth: number): void {
    let step = depth;
    while (this.#findWords(start, end, step)) {
      if (this.#isEndOf(start)) {
        this.#sortByRules(start, end);
        return;
      }
      step += STEP;
    }
    if (end - start > FEW) sortByWord(this.#places.subarray(start, end), this.#words);
    else this.#insertionSort(start, end);
    this.#sortRuns(start, end, step);
  }

  /** True where all of them are equal. */
  #findWords(start: number, end: number, depth: number): boolean {
    const places = this.#places;
    const words = this.#words;
    const first = this.#weighed.word(places[start] ?? 0, depth);
    let areEqual = true;
    for (let index = start; index < end; index += 1) {
      const place = places[index] ?? 0;
      const word = this.#weighed.word(place, depth);
      words[place] = word;
      if (word !== first) areEqual = false;
    }
    return areEqual;
  }

  /** The last byte of a word is 0 where its text ends. */
  #isEndOf(index: number): boolean {
    return ((this.#words[this.#places[index] ?? 0] ?? 0) & 0xff) === 0;
  }

  #insertionSort(start: number, end: number): void {
    const places = this.#places;
    const words = this.#words;
    for (let index = start + 1; index < end; index += 1) {
      const place = places[index] ?? 0;
      const word = words[place] ?? 0;
      let target = index;
      for (; target > start; target -= 1) {
        const before = places[target - 1] ?? 0;
        if ((words[before] ?? 0) <= word) break;
        places[target] = before;
      }
      places[target] = place;
    }
  }

  /** Goes on within each run of equal words. */
  #sortRuns(first: number, last: number, depth: number): void {
    const places = this.#places;
    const words = this.#words;
    for (let start = first; start < last;) {
      const word = words[places[start] ?? 0] ?? 0;
      let end = start + 1;
      while (end < last && words[places[end] ?? 0] === word) end += 1;
      if (end - start > 1) {
        if (this.#isEndOf(start)) this.#sortByRules(start, end);
        else this.#sortFrom(start, end, depth + STEP);
      }
      start = end;
    }
  }

  /** By the full rules; each different text is compared only once, for often they are all the same. */
  #sortByRules(start: number, end: number): void {
    const places = this.#places.subarray(start, end);
    const first = this.#textAt(places[0] ?? 0);
    if (places.every((place) => this.#textAt(place) === first)) {
      this.#markRepeated(places);
      return;
    }
    const groups = new Map<string, number[]>();
    for (const place of places) {
      const group = groups.get(this.#textAt(place));
      if (group === undefined) groups.set(this.#textAt(place), [place]);
      else group.push(place);
    }
    const sorted = [...groups].sort(([one], [other]) => this.#collation.compare(one, other));
    for (const [, group] of sorted) this.#markRepeated(group);
    places.set(sorted.flatMap(([, group]) => group));
  }

  #markRepeated(group: Iterable<number>): void {
    let isRepeated = 0;
    for (const place of group) {
      this.#isRepeated[place] = isRepeated;
      isRepeated = 1;
    }
  }
}
