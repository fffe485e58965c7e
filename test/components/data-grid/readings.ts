import type { WordPlace } from '../../../src/components/data-grid/word-pattern.js';

/** What a mailbox makes of a letter, beside the letter without its accent. A capital may not be where a word begins. */
const spelled: Readonly<Record<string, string>> = { ä: 'aE', ö: 'oE', ü: 'uE', ø: 'oE', å: 'aA' };
const folds: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ' },
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i', ħ: 'h' },
};

/** All ways to read a text without accents, said as plainly as possible. */
export function readings(text: string): string[] {
  let all = [''];
  for (const letter of text.toLowerCase().normalize('NFC')) {
    const plain = letter
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/./gsu, (one) => folds[one] ?? one);
    const ways = spelled[letter] === undefined ? [plain] : [plain, spelled[letter]];
    all = all.flatMap((before) => ways.map((way) => before + way));
  }
  return all;
}

/** Whether a folded word is there in one of the readings. */
export function fits(text: string, word: string, place: WordPlace = 'anywhere'): boolean {
  return readings(text).some((reading) => {
    const plain = reading.toLowerCase();
    if (place === 'the whole') return plain === word;
    if (place === 'at the start') return plain.startsWith(word);
    if (word === '') return true;
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1))
      if (reading.charAt(at) === plain.charAt(at)) return true;
    return false;
  });
}
