import type { Collation } from './collation.js';
import { GrowingOrder } from './growing-order.js';
import { placesInOrder } from './place-order.js';

/** As many texts are looked at to learn whether most of them occur often. */
const SAMPLE = 500;

/** Ranks texts from 0 on as the language sorts them, equal ones alike; '' gets `EMPTY_RANK`. */
export function rankTexts(texts: readonly string[], collation: Collation): Uint32Array {
  if (!isRepetitive(texts)) return rankAll(texts, collation);
  const distinct = [...new Set(texts)];
  const ranks = rankAll(distinct, collation);
  const rankOf = new Map(distinct.map((text, index) => [text, ranks[index] ?? 0]));
  return Uint32Array.from(texts, (text) => rankOf.get(text) ?? 0);
}

/** Whether the same texts occur over and over, as names of levels do. */
export function isRepetitive(texts: readonly string[]): boolean {
  return texts.length > SAMPLE && new Set(texts.slice(0, SAMPLE)).size < SAMPLE / 2;
}

function rankAll(texts: readonly string[], collation: Collation): Uint32Array {
  const places = placesInOrder(0, texts.length);
  return new GrowingOrder({ texts, collation, places, isDescending: false }).ranks();
}
