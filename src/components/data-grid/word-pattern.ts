import { spelledLetters } from '../../model/index.js';
import { foldedText } from './folded-text.js';

/** First and last of the characters that lower case and accents are known of: Latin, Greek, Cyrillic, units, struck-out signs. */
const FOLDED_RANGES = [
  [0x20, 0x2ff],
  [0x370, 0x52f],
  [0x1d00, 0x1fff],
  [0x2126, 0x212b],
  [0x2200, 0x22ff],
  [0x2c60, 0x2c7f],
  [0xa720, 0xa7ff],
  [0xab30, 0xab6f],
] as const;

/** Letters in a row that may be pairs in several ways, such as "sss". Beyond that nobody writes a name. */
const LONGEST_RUN = 6;

/** Accents may stand behind each letter. */
const MARKS = '\\p{M}*';

/** Where the word has to be in the text. */
export type WordPlace = 'anywhere' | 'at the start' | 'the whole';

/**
 * Whether a text has a folded word in it, as `foldedText(text).includes(word)` would say, but without folding each text: the
 * pattern knows each letter in either case and with any accent. Letters that are written out in mailboxes are found by that
 * as well ("mueller" finds "Müller"), but only as a whole: "eller" does not.
 */
export function wordTest(word: string, place: WordPlace = 'anywhere'): (text: string) => boolean {
  const body = patternOf(word, place);
  if (body === undefined) return (text) => isAt[place](foldedText(text), word);
  const [start, end] = [place === 'anywhere' ? '' : `^${MARKS}`, place === 'the whole' ? `${MARKS}$` : ''];
  const pattern = new RegExp(`${start}${body}${end}`, 'u');
  return (text) => pattern.test(text);
}

const isAt: Record<WordPlace, (text: string, word: string) => boolean> = {
  anywhere: (text, word) => text.includes(word),
  'at the start': (text, word) => text.startsWith(word),
  'the whole': (text, word) => text === word,
};

interface Letters {
  /** For each folded letter all characters that fold to it. */
  readonly singles: ReadonlyMap<string, string>;
  /** For two folded letters the patterns of what is written as one: ß, and ü where it is written out. */
  readonly pairs: ReadonlyMap<string, readonly string[]>;
  /** By the one half what has another half behind, or before it. */
  readonly beginning: ReadonlyMap<string, string>;
  readonly ending: ReadonlyMap<string, string>;
}

let letters: Letters | undefined;

/** Undefined where it has letters of which the pattern knows nothing. */
function patternOf(word: string, place: WordPlace): string | undefined {
  letters ??= allLetters();
  const known = letters;
  const all = Array.from(word);
  const singles = all.map((letter, at) => {
    // A word may begin or end within what is one letter in the text, as "gros" does in "Großmann".
    const half = at === 0 && place === 'anywhere' ? (known.ending.get(letter) ?? '') : '';
    const other = at === all.length - 1 && place !== 'the whole' ? (known.beginning.get(letter) ?? '') : '';
    const variants = known.singles.get(letter);
    return variants === undefined ? undefined : `[${variants}${half}${other}]`;
  });
  const pairs = all.map((letter, at) => known.pairs.get(letter + (all[at + 1] ?? '')));
  const parts: string[] = [];
  for (let at = 0; at < all.length;) {
    let end = at + 1;
    while (pairs[end - 1] !== undefined && end < all.length) end += 1;
    if (end - at > LONGEST_RUN) return undefined;
    const tilings = tilingsOf(singles.slice(at, end), pairs.slice(at, end - 1));
    if (tilings === undefined) return undefined;
    parts.push(tilings.length === 1 ? (tilings[0] ?? '') : `(?:${tilings.join('|')})`);
    at = end;
  }
  return parts.join(MARKS);
}

/** All ways to read a run of letters, each single or as one with the next. */
function tilingsOf(
  singles: readonly (string | undefined)[],
  pairs: readonly (readonly string[] | undefined)[],
): string[] | undefined {
  const [first, ...others] = singles;
  if (first === undefined) return undefined;
  if (others.length === 0) return [first];
  const rest = tilingsOf(others, pairs.slice(1));
  if (rest === undefined) return undefined;
  const single = rest.map((one) => `${first}${MARKS}${one}`);
  const behind = others.length === 1 ? [''] : (tilingsOf(others.slice(1), pairs.slice(2)) ?? []);
  const paired = (pairs[0] ?? []).flatMap((pair) =>
    behind.map((one) => (one === '' ? pair : `${pair}${MARKS}${one}`)),
  );
  return [...single, ...paired];
}

function allLetters(): Letters {
  const singles = new Map<string, string>();
  const pairs = new Map<string, string[]>();
  const [beginning, ending] = [new Map<string, string>(), new Map<string, string>()];
  for (const letter of foldedCharacters()) {
    const [first = '', second, ...more] = foldedText(letter);
    if (second === undefined) put(singles, first, escaped(letter));
    else if (more.length === 0) {
      put(beginning, first, escaped(letter));
      put(ending, second, escaped(letter));
      putPair(pairs, first + second, escaped(letter));
    }
  }
  for (const [letter, spelled] of Object.entries(spelledLetters)) {
    // Where the first half isn't what it folds to, a word that ends there would not find it.
    if (spelled.length !== 2 || foldedText(letter) !== spelled.charAt(0)) continue;
    for (const one of new Set(
      [letter, letter.toUpperCase()].flatMap((each) => [each, each.normalize('NFD')]),
    ))
      putPair(pairs, spelled, Array.from(one, escaped).join(''));
  }
  return { singles, pairs, beginning, ending };
}

function* foldedCharacters(): Generator<string> {
  for (const [first, last] of FOLDED_RANGES)
    for (let code = first; code <= last; code += 1) yield String.fromCharCode(code);
}

function put(map: Map<string, string>, key: string, more: string): void {
  map.set(key, (map.get(key) ?? '') + more);
}

function putPair(map: Map<string, string[]>, key: string, pattern: string): void {
  map.set(key, [...(map.get(key) ?? []), pattern]);
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
