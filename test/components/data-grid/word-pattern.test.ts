import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedText } from '../../../src/components/data-grid/folded-text.js';
import { wordTest, type WordPlace } from '../../../src/components/data-grid/word-pattern.js';
import { names } from './people.js';
import { fits, readings } from './readings.js';

const places: readonly WordPlace[] = ['anywhere', 'at the start', 'the whole'];

const words = fc.oneof(
  names,
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.constantFrom('a', '.', '[', '\\', '^-', 'ae', 'ß', 'σ', 'ı', 'i', 'k', 'ss', 'oe', 'th', 'ue'),
);
/** Texts of letters that are written in several ways, in rows of them too. */
const tricky = fc
  .array(
    fc.constantFrom(
      'ß',
      's',
      'S',
      'ẞ',
      'ä',
      'Ö',
      'u\u0308',
      'å',
      'ø',
      'a',
      'e',
      'o',
      'u',
      'æ',
      'þ',
      'h',
      't',
      'x',
    ),
    {
      maxLength: 7,
    },
  )
  .map((parts) => parts.join(''));

describe('finding a word without folding the text', () => {
  it('finds what folding would find', () => {
    fc.assert(
      fc.property(fc.oneof(names, fc.string({ unit: 'grapheme' }), tricky), words, (text, sought) => {
        const [start, end] = [text.length >> 2, (text.length * 3) >> 2];
        for (const word of [sought, text.slice(start, end), text].map(foldedText))
          for (const place of places) expect(wordTest(word, place)(text)).toBe(fits(text, word, place));
      }),
      { numRuns: 500 },
    );
  });

  it('finds letters however they are written out, and what begins like what finds it', () => {
    fc.assert(
      fc.property(tricky, fc.nat(7), fc.nat(7), fc.nat(), (text, from, length, which) => {
        const all = readings(text);
        const reading = all[which % all.length]?.toLowerCase() ?? '';
        const word = reading.slice(from, from + length);
        for (const place of places) expect(wordTest(word, place)(text)).toBe(fits(text, word, place));
        for (let end = 1; end <= word.length; end += 1)
          if (wordTest(word)(text)) expect(wordTest(word.slice(0, end))(text)).toBe(true);
      }),
      { numRuns: 1000 },
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
    ['grossmann', 'Großmann'],
    ['gros', 'Großmann'],
    ['strasse', 'Bahnhofstraße 7'],
    ['strasse', 'STRASSE'],
    ['mueller', 'Müller'],
    ['muller', 'Müller'],
    ['mueller', 'Mu\u0308ller'],
    ['mueller', 'Mueller'],
    ['oedegaard', 'Ødegård'],
    ['odegard', 'Ødegård'],
  ])('finds %s in %s', (word, text) => {
    expect(wordTest(word)(text)).toBe(true);
    expect(wordTest(`${word}x`)(text)).toBe(false);
  });

  it.each([
    ['eller', 'Müller'],
    ['muler', 'Müller'],
    ['grosmann', 'Großmann'],
    ['ernst', 'Dürnstein'],
    ['michaela', 'Michala'],
  ])('does not find %s in %s', (word, text) => {
    expect(wordTest(word)(text)).toBe(false);
  });
});
