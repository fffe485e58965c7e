import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collationOf } from '../../../src/components/data-grid/collation.js';
import { rankTexts } from '../../../src/components/data-grid/text-ranks.js';
import { names } from './people.js';

const EMPTY = 0xffffffff;

/** The ranks as comparing with the language's full rules gives them. */
function naiveRanks(texts: readonly string[], locale: string): number[] {
  const { compare } = new Intl.Collator(locale);
  const filled = texts.filter((text) => text !== '').sort(compare);
  const ranks = new Map<string, number>();
  let rank = -1;
  filled.forEach((text, index) => {
    if (index === 0 || compare(filled[index - 1] ?? '', text) !== 0) rank += 1;
    ranks.set(text, rank);
  });
  return texts.map((text) => ranks.get(text) ?? EMPTY);
}

const locales = fc.constantFrom('en', 'de', 'cs', 'sv');

describe('the order of texts', () => {
  it('is the one of the language, whatever signs there are', () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 60 }), locales, (texts, locale) => {
        const ranks = [...rankTexts(texts, collationOf(locale))];
        expect(ranks).toEqual(naiveRanks(texts, locale));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for many texts, those that occur often and those that begin alike', () => {
    const letters = fc.constantFrom(...Array.from('aAäbßsS.- @1éЙи\u0301'), 'ole.brueggemann');
    const many = fc.array(
      fc.array(letters, { maxLength: 12 }).map((parts) => parts.join('')),
      {
        minLength: 700,
        maxLength: 900,
      },
    );
    const few = fc
      .array(names, { minLength: 2, maxLength: 30 })
      .chain((texts) => fc.array(fc.constantFrom(...texts), { minLength: 600, maxLength: 700 }));
    fc.assert(
      fc.property(fc.oneof(many, few), locales, (texts, locale) => {
        const ranks = [...rankTexts(texts, collationOf(locale))];
        expect(ranks).toEqual(naiveRanks(texts, locale));
      }),
      { numRuns: 30 },
    );
  });

  it('takes a letter that sorts as two for these, also where a very long text is cut off', () => {
    const letters = fc.constantFrom('ß', 'ss', 'sa', 's', 'æ', 'ae', 'a', 'œ', 'ẞ');
    const long = fc
      .array(letters, { maxLength: 4 })
      .chain((parts) =>
        fc.constantFrom(0, 60, 63, 64, 126, 128).map((more) => 'ß'.repeat(more) + parts.join('')),
      );
    fc.assert(
      fc.property(fc.array(long, { maxLength: 60 }), locales, (texts, locale) => {
        const ranks = [...rankTexts(texts, collationOf(locale))];
        expect(ranks).toEqual(naiveRanks(texts, locale));
      }),
    );
  });

  it.each(['en', 'de'])(
    'in %s has no two characters with weights that together are a letter of their own',
    (locale) => {
      const { weights, compare } = collationOf(locale);
      const base = new Intl.Collator(locale, { sensitivity: 'base' }).compare;
      const letters = Array.from(weights.keys(), (code) => String.fromCharCode(code)).filter(
        (letter) => weights[letter.charCodeAt(0)] !== 0,
      );
      expect(letters.length).toBeGreaterThan(400);
      const odd = letters.flatMap((one) =>
        letters
          .filter((other) => base(one + other, one) <= 0 || base(one + other, `${one}\uffff`) >= 0)
          .map((other) => one + other),
      );
      expect(odd).toEqual([]);
      const equal = letters.filter((one) =>
        letters.some((other) => one !== other && compare(one, other) === 0),
      );
      expect(equal).toEqual([]);
    },
  );
});
