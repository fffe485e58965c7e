import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedText } from '../../../src/components/data-grid/folded-text.js';
import { wordTest } from '../../../src/components/data-grid/word-pattern.js';
import { names } from './people.js';

describe('finding a word without folding the text', () => {
  it('finds what folding would find', () => {
    const words = fc.oneof(
      names,
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.constantFrom('a', '.', '[', '\\', '^-', 'ae', 'ß', 'σ', 'ı', 'i', 'k'),
    );
    fc.assert(
      fc.property(fc.oneof(names, fc.string({ unit: 'grapheme' })), words, (text, sought) => {
        const word = foldedText(sought);
        expect(wordTest(word)(text)).toBe(foldedText(text).includes(word));
        const [start, end] = [text.length >> 2, (text.length * 3) >> 2];
        const part = foldedText(text.slice(start, end));
        expect(wordTest(part)(text)).toBe(foldedText(text).includes(part));
      }),
      { numRuns: 500 },
    );
  });

  it('knows every character that folds to a letter', () => {
    const missed: string[] = [];
    for (let code = 0x20; code < 0xd800; code += 1) {
      const letter = String.fromCharCode(code);
      const folded = foldedText(letter);
      if (folded.length === 1 && /\S/.test(folded) && !wordTest(folded)(letter)) missed.push(letter);
    }
    expect(missed).toEqual([]);
  });

  it.each([
    ['celik', 'Çelik'],
    ['orsted', 'Ørsted'],
    ['lukasz', 'Łukasz'],
    ['yilmaz', 'Yılmaz'],
  ])('finds %s in %s', (word, text) => {
    expect(wordTest(word)(text)).toBe(true);
    expect(wordTest(`${word}x`)(text)).toBe(false);
  });
});
