import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { fileName, toCsv } from '../../../src/components/shared/index.js';

/** The rows of a file as any reader gets them. */
const read = (csv: string) => Papa.parse<string[]>(csv.replace(/^\uFEFF/, '')).data;

describe('CSV', () => {
  it('begins with the mark by which spreadsheets know the encoding', () => {
    expect(toCsv(['a'], []).startsWith('\uFEFF"a"')).toBe(true);
  });

  it.each([
    '=1+1',
    '+49 40 5550',
    '-2',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '=cmd|"/c calc"!A1\nand more',
    '＝1',
    '＠x',
  ])('lets no spreadsheet run %j', (text) => {
    expect(read(toCsv(['a'], [[text]]))[1]).toEqual([`'${text}`]);
  });

  it('keeps every other text, number and switch as it is', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }).filter((text) => !/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text)),
      fc.integer(),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const [, ...found] = read(toCsv(['a;b', 'c"d'], rows));
        expect(found).toEqual(rows.map((row) => row.map(String)));
      }),
    );
  });

  it('names files so that every system takes the name', () => {
    expect(fileName(['Activate 200 contacts', 'Käserei & Söhne / „Nord“', '2026-11-24'], 'csv')).toBe(
      'activate-200-contacts-kaserei-sohne-nord-2026-11-24.csv',
    );
  });
});
