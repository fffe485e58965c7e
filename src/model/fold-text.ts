import { transliterate } from './transliterate.js';

/** Small letters that Unicode does not take apart, though people leave their strokes and ligatures out. */
export const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};

// eslint-disable-next-line no-control-regex -- all of ASCII is meant
const ascii = /^[\x00-\x7f]*$/;

/** A text without case and accents, for comparing: "Müller", "MULLER" and "muller" are the same. Idempotent. */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  const folded = withoutMarks(text.toLowerCase()).toLowerCase();
  return ascii.test(folded) ? folded : withoutMarks(folded.replace(/[ßæœøłđðþıħ]/g, plain));
}

/** As `foldText`, with umlauts written out: "Müller" and "Mueller" are the same, "Muller" is not. */
export function foldWrittenOut(text: string): string {
  return foldText(transliterate(text));
}

function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '');
}

function plain(letter: string): string {
  return plainLetters[letter] ?? letter;
}
