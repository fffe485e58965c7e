import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWrittenOut } from '../../src/model/index.js';

describe('folding', () => {
  it.each([
    ['Müller', 'muller', 'mueller'],
    ['Weiß', 'weiss', 'weiss'],
    ['Ødegård', 'odegard', 'oedegaard'],
    ['İnci Łucja', 'inci lucja', 'inci lucja'],
    ['ẞ', 'ss', 'ss'],
  ])('takes %s for %s, and written out for %s', (text, folded, out) => {
    expect(foldText(text)).toBe(folded);
    expect(foldWrittenOut(text)).toBe(out);
  });

  it('folded twice is folded once, and composed or not is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
        for (const form of ['NFC', 'NFD'] as const) {
          expect(foldText(text.normalize(form))).toBe(foldText(text));
          expect(foldWrittenOut(text.normalize(form))).toBe(foldWrittenOut(text));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
