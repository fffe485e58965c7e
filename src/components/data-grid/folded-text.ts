import { plainLetters } from '../../model/index.js';

/** The Greek sigma at a word's end is one like any other. */
const folds: Readonly<Record<string, string>> = { ...plainLetters, ς: 'σ' };
const foldsPattern = new RegExp(`[${Object.keys(folds).join('')}]`, 'g');

/**
 * Lower case without accents and strokes, so that "celik" finds "Çelik" and "grossmann" finds "Großmann". Unlike the model's
 * `foldText` it leaves ligatures and the like alone: their letters would have to be looked for in every text.
 */
export function foldedText(text: string): string {
  const lower = text.toLowerCase();
  if (!/[^\n -~]/.test(lower)) return lower;
  return lower.normalize('NFD').replace(/\p{M}/gu, '').replace(foldsPattern, folded);
}

function folded(letter: string): string {
  return folds[letter] ?? letter;
}

/** The words of a query, folded. */
export function foldedWords(query: string): string[] {
  return foldedText(query).split(/\s+/).filter(Boolean);
}
