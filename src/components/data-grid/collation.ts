/**
 * Languages whose letters sort one by one, as most do: no two of them together sort as a letter of their own ("ch" in Czech).
 * A test tries each pair of them.
 */
const LETTER_BY_LETTER = ['de', 'en'];

/** First and last of what contacts' texts are mostly made of: Latin, Greek, Cyrillic, and the signs of ordinary typing. */
const ALPHABET = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x386, 0x3ce],
  [0x401, 0x45f],
] as const;

/**
 * How a language sorts. Comparing two texts by its full rules takes a microsecond; so for each character that stands for one
 * letter or sign there is a weight, by which most texts are told apart.
 */
export interface Collation {
  /** As the language's rules say, to the last accent. */
  readonly compare: (one: string, other: string) => number;
  /**
   * By UTF-16 code unit, from 1 to 255, the same for a letter whatever its case and accents where the language treats those
   * as details: of two texts the one with the lower weight where they first differ comes first. 0, and none from 0x180 on
   * except for some letters: only the full rules know. No character with a weight is equal to another one.
   */
  readonly weights: Uint8Array;
  /** By UTF-16 code unit: the two letters as which one without a weight of its own sorts, such as "ss" for "ß". */
  readonly pairs: ReadonlyMap<number, string>;
}

const collations = new Map<string, Collation>();

/** @param locale BCP 47. */
export function collationOf(locale: string): Collation {
  let collation = collations.get(locale);
  if (collation === undefined) {
    // Without options: then the engine compares plain Latin text without its slow path.
    const { compare } = new Intl.Collator(locale);
    const isKnown = LETTER_BY_LETTER.includes(locale);
    const weights = isKnown ? letterWeights(locale) : new Uint8Array(0);
    collation = { compare, weights, pairs: isKnown ? letterPairs(locale) : new Map() };
    collations.set(locale, collation);
  }
  return collation;
}

function letterWeights(locale: string): Uint8Array {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base' });
  const letters = ALPHABET.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_none, index) => String.fromCharCode(first + index)),
  ).filter((letter) => isPlain(letter) && compare(letter, '') !== 0);
  letters.sort(compare);
  const weights = new Uint8Array(0x460);
  let weight = 0;
  let before = '';
  for (const letter of letters) {
    if (compare(before, letter) !== 0) {
      // U+FFFF sorts after everything: what sorts like "s" and more is no letter of its own, but several ("ß").
      if (before !== '' && compare(letter, `${before}\uffff`) < 0) continue;
      weight += 1;
      before = letter;
    }
    if (weight <= 0xff) weights[letter.charCodeAt(0)] = weight;
  }
  return weights;
}

/** The ligatures of western European names; in German every fourth list of names has a "ß" in it. */
function letterPairs(locale: string): Map<number, string> {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base' });
  const ligatures = ['ßss', 'ẞss', 'æae', 'Æae', 'œoe', 'Œoe'] as const;
  const pairs = new Map<number, string>();
  for (const ligature of ligatures) {
    const [letter, pair] = [ligature.slice(0, 1), ligature.slice(1)];
    if (compare(letter, pair) === 0) pairs.set(letter.charCodeAt(0), pair);
  }
  return pairs;
}

/** One sign, with an accent at most, which no other sign is a way to write of. The middle dot belongs to the letter before it. */
function isPlain(letter: string): boolean {
  return (
    letter !== '·' &&
    letter.normalize() === letter &&
    letter.normalize('NFKD').replace(/\p{M}/gu, '').length === 1
  );
}
