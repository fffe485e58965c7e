/** How a language sorts. */
export interface Collation {
  compare(one: string, other: string): number;
}

export function collationOf(locale: string): Collation {
  return new Intl.Collator(locale);
}

/** Ranks texts from 0 on as the language sorts them, equal ones alike; '' gets `emptyRank`. */
export function rankTexts(texts: readonly string[], collation: Collation, emptyRank: number): Uint32Array {
  const distinct = [...new Set(texts)].sort((one, other) => collation.compare(one, other));
  const rankOf = new Map<string, number>();
  let rank = -1;
  distinct.forEach((text, index) => {
    const before = distinct[index - 1];
    if (before === undefined || collation.compare(before, text) !== 0) rank += 1;
    rankOf.set(text, rank);
  });
  rankOf.set('', emptyRank);
  return Uint32Array.from(texts, (text) => rankOf.get(text) ?? emptyRank);
}
