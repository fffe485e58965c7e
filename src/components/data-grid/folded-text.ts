import { plainLetters } from '../../model/index.js';

/** Each character for one other. The Greek sigma at a word's end is one like any other. */
const plainCharacters = new Map([
  ...Object.entries(plainLetters).filter(([, plain]) => plain.length === 1),
  ['ς', 'σ'],
]);
const plainPattern = new RegExp(`[${[...plainCharacters.keys()].join('')}]`, 'g');

/**
 * Lower case without accents and strokes, so that "celik" finds "Çelik" and "orsted" finds "Ørsted". Unlike the model's
 * `foldText` it leaves alone what would become several characters (ß, æ, ligatures): only so a word is found without folding
 * each text. With them a keystroke over 700,000 texts took up to three times as long (52 instead of 17 ms), and the first 80.
 */
export function foldedText(text: string): string {
  const lower = text.toLowerCase();
  if (!/[^\n -~]/.test(lower)) return lower;
  return lower.normalize('NFD').replace(/\p{M}/gu, '').replace(plainPattern, plain);
}

function plain(character: string): string {
  return plainCharacters.get(character) ?? character;
}

/** The words of a query, folded. */
export function foldedWords(query: string): string[] {
  return foldedText(query).split(/\s+/).filter(Boolean);
}
