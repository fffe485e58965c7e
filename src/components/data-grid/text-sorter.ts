import type { Collation } from './collation.js';
import { mergedPlaces } from './merged-places.js';
import { sortByWord } from './radix-sort.js';
import { TextWords, type Run } from './text-words.js';

/** Below that sorting by insertion is quicker than by digits. */
const FEW = 48;
/** So few are compared with each other to the end, which takes less than going through them word by word. */
const A_FEW = 10;
/** As many are sorted to the end at once; a longer run is first taken apart by the next word. */
const AT_ONCE = 400;

interface SortedTexts {
  /** By place. */
  readonly texts: readonly string[];
  readonly collation: Collation;
  /** Ascending; they are put in order where they stand. */
  readonly places: Int32Array;
  /** Equal ones stay in order of arrival, either way. */
  readonly isDescending?: boolean;
}

/**
 * Sorts texts as the language does: by the weights of their first four characters, then those that begin alike by their next
 * four, and so on. What has the same letters in the end, or a character without a weight, is compared by the full rules.
 *
 * The first step puts every text near its place; the rest is done where and when it is wanted. Of 100,000 names the rows that
 * are seen at first are in order after a fifth of the time that all take.
 */
export class TextSorter {
  readonly #texts: readonly string[];
  readonly #collation: Collation;
  readonly #words: TextWords;
  readonly #places: Int32Array;
  readonly #sign: 1 | -1;
  /** The word that was read last, by place; turned round where it is descending. */
  readonly #read: Uint32Array;
  /** 1 for a place whose text compares as equal with that of the place before it. */
  readonly #isRepeated: Uint8Array;
  /** What is still to be put in order, the first of them last: what has been read of the texts in each is the same. */
  #pending: Run[] = [];

  constructor({ texts, collation, places, isDescending = false }: SortedTexts) {
    this.#texts = texts;
    this.#collation = collation;
    this.#places = places;
    this.#sign = isDescending ? -1 : 1;
    this.#words = new TextWords(texts, collation);
    this.#read = new Uint32Array(texts.length);
    this.#isRepeated = new Uint8Array(texts.length);
    this.#begin();
  }

  get isDone(): boolean {
    return this.#pending.length === 0;
  }

  /** Whether what stands at a position will stay there. */
  isSettled(position: number): boolean {
    const run = this.#pending[this.#pendingAfter(position)];
    return run === undefined || run.start > position;
  }

  /** Puts the positions from `start` to before `end` in order, and as few others as possible. */
  settle(start: number, end: number): void {
    for (let index = this.#pendingAfter(start); index >= 0; index = this.#pendingAfter(start)) {
      const run = this.#pending[index];
      if (run === undefined || run.start >= end) return;
      const parts = this.#partsOf(run);
      if (parts.length === 0) this.#pending.splice(index, 1);
      else
        this.#pending = [
          ...this.#pending.slice(0, index),
          ...parts.reverse(),
          ...this.#pending.slice(index + 1),
        ];
    }
  }

  /** Goes on from the first position that is not in order, as long as it may. True where all is done. */
  proceed(mayGoOn: () => boolean = () => true): boolean {
    while (mayGoOn()) {
      const run = this.#pending.pop();
      if (run === undefined) break;
      for (const part of this.#partsOf(run).reverse()) this.#pending.push(part);
    }
    return this.isDone;
  }

  /** Whether a place's text compares as equal with that of the place before it. Only where both are settled. */
  isRepeated(place: number): boolean {
    return this.#isRepeated[place] === 1;
  }

  /** The last of the pending that ends behind a position, which is the first from there on; -1 where there is none. */
  #pendingAfter(position: number): number {
    let low = 0;
    let high = this.#pending.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#pending[middle]?.end ?? 0) > position) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #begin(): void {
    const all = { start: 0, end: this.#places.length };
    if (all.end === 0) return;
    const unknown = this.#readWords(all);
    if (unknown.length > 0) this.#sortApart(new Set(unknown));
    else this.#pending = this.#partsByWord(all).reverse();
  }

  /** Texts that begin with a character that only the full rules know: they could belong anywhere among the others. */
  #sortApart(unknown: ReadonlySet<number>): void {
    const known = this.#places.filter((place) => !unknown.has(place));
    const others = this.#places.filter((place) => unknown.has(place));
    const [texts, collation, isDescending] = [this.#texts, this.#collation, this.#sign < 0];
    const sorter = new TextSorter({ texts, collation, places: known, isDescending });
    sorter.proceed();
    this.#places.set(others);
    this.#sortByRules({ start: 0, end: others.length });
    const sorted = this.#places.slice(0, others.length);
    this.#places.set(mergedPlaces(known, sorted, (one, other) => this.#compare(one, other) || one - other));
    this.#places.forEach((place, position) => {
      const before = this.#places[position - 1];
      const isApart = before !== undefined && (unknown.has(place) || unknown.has(before));
      const isRepeated = isApart ? this.#compare(before, place) === 0 : sorter.isRepeated(place);
      this.#isRepeated[place] = isRepeated ? 1 : 0;
    });
  }

  #textAt(place: number): string {
    return this.#texts[place] ?? '';
  }

  #compare(one: number, other: number): number {
    return this.#sign * this.#collation.compare(this.#textAt(one), this.#textAt(other));
  }

  /** Returns the places of which only the full rules know. */
  #readWords(run: Run): number[] {
    return this.#words.read(this.#places, run, this.#read, this.#sign < 0 ? -1 : 0);
  }

  /** Puts a run in order, or at least takes it apart into what is still to be done. */
  #partsOf(run: Run): Run[] {
    const parts = this.#split(run);
    if (run.end - run.start > AT_ONCE) return parts;
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) parts.push(...this.#split(part));
    return [];
  }

  /** Sorts a run by the next word. What is left are runs of equal words. */
  #split(run: Run): Run[] {
    if (run.end - run.start <= A_FEW) {
      this.#sortFew(run);
      return [];
    }
    if (this.#readWords(run).length === 0) return this.#partsByWord(run);
    this.#sortByRules(run);
    return [];
  }

  #sortFew({ start, end }: Run): void {
    const places = this.#places;
    let hasEquals = false;
    for (let index = start + 1; index < end; index += 1) {
      const place = places[index] ?? 0;
      let target = index;
      for (; target > start; target -= 1) {
        const before = places[target - 1] ?? 0;
        const difference = this.#compareRest(before, place);
        hasEquals ||= difference === 0;
        if (difference <= 0) break;
        places[target] = before;
      }
      places[target] = place;
    }
    if (!hasEquals) return;
    for (let index = start + 1; index < end; index += 1) {
      const [before, place] = [places[index - 1] ?? 0, places[index] ?? 0];
      if (this.#compareRest(before, place) === 0) this.#isRepeated[place] = 1;
    }
  }

  /** Of texts that are the same as far as they have been read. */
  #compareRest(one: number, other: number): number {
    return this.#sign * (this.#words.compare(one, other) ?? 0) || this.#compare(one, other);
  }

  #partsByWord(run: Run): Run[] {
    if (run.end - run.start > FEW) sortByWord(this.#places.subarray(run.start, run.end), this.#read);
    else this.#insertionSort(run);
    const places = this.#places;
    const read = this.#read;
    const parts: Run[] = [];
    for (let { start } = run; start < run.end;) {
      const word = read[places[start] ?? 0] ?? 0;
      let end = start + 1;
      while (end < run.end && read[places[end] ?? 0] === word) end += 1;
      if (end - start > 1) {
        if (this.#isEnd(word)) this.#sortByRules({ start, end });
        else parts.push({ start, end });
      }
      start = end;
    }
    return parts;
  }

  /** The last byte of a word is 0 where its text ends. */
  #isEnd(word: number): boolean {
    return (word & 0xff) === (this.#sign < 0 ? 0xff : 0);
  }

  #insertionSort({ start, end }: Run): void {
    const places = this.#places;
    const read = this.#read;
    for (let index = start + 1; index < end; index += 1) {
      const place = places[index] ?? 0;
      const word = read[place] ?? 0;
      let target = index;
      for (; target > start; target -= 1) {
        const before = places[target - 1] ?? 0;
        if ((read[before] ?? 0) <= word) break;
        places[target] = before;
      }
      places[target] = place;
    }
  }

  /** By the full rules; each different text is compared only once, for often they are all the same. */
  #sortByRules({ start, end }: Run): void {
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
    const sorted = [...groups.values()].sort(([one], [other]) => this.#compare(one ?? 0, other ?? 0));
    const merged = this.#withEqualsTogether(sorted);
    for (const group of merged) this.#markRepeated(group);
    places.set(merged.flat());
  }

  /** Some texts are equal without being the same, such as an accented letter written in two ways: they too by arrival. */
  #withEqualsTogether(groups: readonly number[][]): number[][] {
    const merged: number[][] = [];
    for (const group of groups) {
      const before = merged.at(-1);
      if (before === undefined || this.#compare(before[0] ?? 0, group[0] ?? 0) !== 0) merged.push(group);
      else merged[merged.length - 1] = [...before, ...group].sort((one, other) => one - other);
    }
    return merged;
  }

  #markRepeated(group: Iterable<number>): void {
    let isRepeated = 0;
    for (const place of group) {
      this.#isRepeated[place] = isRepeated;
      isRepeated = 1;
    }
  }
}
