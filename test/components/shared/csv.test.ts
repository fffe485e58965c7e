import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  exportRows,
  fileName,
  toCsv,
  undefused,
  type CsvCell,
} from '../../../src/components/shared/index.js';

/** The rows of a file as any reader gets them. */
async function read(file: Promise<Blob>): Promise<string[][]> {
  const text = await (await file).text();
  return Papa.parse<string[]>(text).data;
}

const formulas = [
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
];

describe('CSV', () => {
  it('begins with the mark by which spreadsheets know the encoding', async () => {
    const bytes = new Uint8Array(await (await toCsv(['ä'], [])).arrayBuffer());
    expect([...bytes]).toEqual([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('"ä"')]);
  });

  it.each(formulas)('lets no spreadsheet run %j', async (text) => {
    expect((await read(toCsv(['a'], [[text]])))[1]).toEqual([`'${text}`]);
  });

  it('keeps every other text, number and switch as it is', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }).filter((text) => !/^'*(\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text)),
      fc.integer(),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async (rows) => {
        const [, ...found] = await read(toCsv(['a;b', 'c"d'], rows));
        expect(found).toEqual(rows.map((row) => row.map(String)));
      }),
    );
  });

  it('can be undone: an apostrophe that was there before comes back too', async () => {
    const start = fc.constantFrom('', "'", "''", '=', "'=", "''=", ' ', '\t', '＋');
    const text = fc.tuple(start, fc.string()).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (original) => {
        const [, row] = await read(toCsv(['a'], [[original]]));
        expect(undefused(row?.[0] ?? '')).toBe(original);
        expect(row?.[0]).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }),
    );
  });

  it('holds the rows of a grid in its columns', async () => {
    const columns = [
      { label: () => 'Name', text: (row: { name: string; id: number }): CsvCell => row.name },
      { label: () => 'Number', text: ({ id }: { id: number }): CsvCell => id },
    ];
    const file = exportRows(columns, [{ name: '=Adler', id: -7 }]);
    expect(await read(file)).toEqual([
      ['Name', 'Number'],
      ["'=Adler", '-7'],
    ]);
  });

  it('of 100,000 rows comes in parts, with the page alive, and can be called off', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => [`Name ${at}`, `a${at}@x.example`, at]);
    let turns = 0;
    const timer = setInterval(() => (turns += 1));
    const found = await read(toCsv(['a', 'b', 'c'], rows));
    clearInterval(timer);
    expect(found).toHaveLength(100_001);
    expect(found.at(-1)).toEqual(['Name 99999', 'a99999@x.example', '99999']);
    expect(turns).toBeGreaterThan(5);
    const calledOff = new AbortController();
    const file = toCsv(['a', 'b', 'c'], rows, calledOff.signal);
    calledOff.abort(new Error('called off'));
    await expect(file).rejects.toThrow('called off');
  });

  it('names files so that every system takes the name', () => {
    expect(fileName(['Activate 200 contacts', 'Käserei & Söhne / „Nord“', '2026-11-24'], 'csv')).toBe(
      'activate-200-contacts-kaserei-sohne-nord-2026-11-24.csv',
    );
  });
});
