import type { Collation } from './collation.js';
import { TextSorter } from './text-sorter.js';

/** As many texts are looked at to learn whether most of them occur often. */
const SAMPLE = 500;

/** Ranks texts from 0 on as the language sorts them, equal ones alike; '' gets `emptyRank`. */
export function rankTexts(texts: readonly string[], collation: Collation, emptyRank: number): Uint32Array {
  if (!isRepetitive(texts)) return rankAll(texts, collation, emptyRank);
  const distinct = [...new Set(texts)];
  const ranks = rankAll(distinct, collation, emptyRank);
  const rankOf = new Map(distinct.map((text, index) => [text, ranks[index] ?? emptyRank]));
  return Uint32Array.from(texts, (text) => rankOf.get(text) ?? emptyRank);
}

function isRepetitive(texts: readonly string[]): boolean {
  return texts.length > SAMPLE && new Set(texts.slice(0, SAMPLE)).size < SAMPLE / 2;
}

function rankAll(texts: readonly string[], collation: Collation, emptyRank: number): Uint32Array {
  const sorter = new TextSorter(texts, collation);
  const ranks = new Uint32Array(texts.length).fill(emptyRank);
  let rank = -1;
  let before: number | undefined;
  for (const place of sorter.sorted(filledPlaces(texts))) {
    if (before === undefined || !sorter.areEqual(before, place)) rank += 1;
    ranks[place] = rank;
    before = place;
  }
  return ranks;
}

function filledPlaces(texts: readonly string[]): Int32Array {
  const places = new Int32Array(texts.length);
  let length = 0;
  for (let place = 0; place < texts.length; place += 1) {
    if (texts[place] !== '') places[length++] = place;
  }
  return places.subarray(0, length);
}
