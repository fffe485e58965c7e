import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { readCsv } from '../../../../src/components/bulk-change/csv/read-csv.js';
import { toCsv, undefused } from '../../../../src/components/shared/index.js';
import { encoded, fileOf, recordsOf } from './files.js';

const numRuns = inject('isLong') ? 20_000 : 200;
const timeout = inject('isLong') ? 1_200_000 : 30_000;

const sign = fc.constantFrom(',', ';', '\t', '|', '"', "'", '\n', '=', '+', '@', ' ', 'ä', 'x', '7', '€');
/** Texts with everything that means something in CSV. */
const text = fc.array(sign, { maxLength: 8 }).map((signs) => signs.join(''));
const cell = fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 20 }));
/** A table as it is exported: a heading and as many cells in each row. */
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
  );

/** What a reader cannot know: empty records are left out, and line breaks are all one. */
function expected(rows: readonly (readonly string[])[]): string[][] {
  return rows
    .filter((cells) => cells.some((one) => one.trim() !== ''))
    .map((cells) => cells.map((one) => one.replace(/\r\n?/g, '\n')));
}

const quoted = (rows: readonly (readonly string[])[], delimiter: string, lineBreak: string): string =>
  rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter)).join(lineBreak);

describe('whatever is in a table', () => {
  it(
    'what we export is read again as it was, formulas and apostrophes too',
    async () => {
      const headings = (row: readonly string[]) => row.map((_, at) => `Column ${at}`);
      await fc.assert(
        fc.asyncProperty(table, async (rows) => {
          const first = headings(rows[0] ?? []);
          expect(await recordsOf(await toCsv(first, rows))).toEqual([first, ...expected(rows)]);
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it(
    'what others export is read in any encoding, with any delimiter and line break',
    async () => {
      const others = fc.record({
        rows: table,
        delimiter: fc.constantFrom(',', ';', '\t', '|'),
        lineBreak: fc.constantFrom('\n', '\r\n', '\r'),
        encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
      });
      await fc.assert(
        fc.asyncProperty(others, async ({ rows, delimiter, lineBreak, encoding }) => {
          // The heading tells the delimiter, as it does in files of others.
          const all = [(rows[0] ?? []).map((_, at) => `Column ${at}`), ...rows];
          const bytes = encoded(quoted(all, delimiter, lineBreak), encoding, { mark: true });
          const found = await recordsOf(fileOf(bytes));
          const without = all.map((cells) => cells.map((one) => undefused(one.replace(/\r\n?/g, '\n'))));
          expect(found).toEqual(expected(without));
        }),
        { numRuns },
      );
    },
    timeout,
  );
});

/** Resolves to a reading whatever the bytes are; a raw error would fail the test. */
async function isRead(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const reading = await readCsv(fileOf(bytes));
  if ('problem' in reading) expect(reading.problem.code).toMatch(/^[a-z-]+$/);
  else {
    expect(reading.table.lines.length).toBeGreaterThan(0);
    for (const { cells } of reading.table.lines) expect(cells.some((one) => one.trim() !== '')).toBe(true);
  }
}

describe('whatever the bytes are', () => {
  it(
    'random ones are read or refused',
    async () => {
      const bytes = fc.oneof(
        fc.uint8Array({ maxLength: 400 }),
        fc.array(sign, { maxLength: 400 }).map((signs) => encoded(signs.join(''), 'utf-8')),
        fc.array(sign, { maxLength: 400 }).map((signs) => encoded(signs.join(''), 'windows-1252')),
      );
      await fc.assert(
        fc.asyncProperty(bytes, (some) => isRead(Uint8Array.from(some))),
        { numRuns: numRuns * 2 },
      );
    },
    timeout,
  );

  it(
    'a good file that was cut, overwritten or has holes is read or refused',
    async () => {
      const good = quoted(
        Array.from({ length: 30 }, (_, at) => [
          `a${at}@x.example`,
          `Müller "${at}", Änne`,
          'Zeile 1\nZeile 2',
        ]),
        ';',
        '\r\n',
      );
      const damage = fc.record({
        encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
        mark: fc.boolean(),
        from: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.integer({ min: 0, max: 40 }),
        by: fc.oneof(fc.constant(undefined), fc.uint8Array({ maxLength: 20 })),
      });
      await fc.assert(
        fc.asyncProperty(damage, async ({ encoding, mark, from, length, by }) => {
          const bytes = [...encoded(good, encoding, { mark })];
          const at = Math.floor(from * bytes.length);
          if (by === undefined) bytes.length = at;
          else bytes.splice(at, length, ...by);
          await isRead(Uint8Array.from(bytes));
        }),
        { numRuns },
      );
    },
    timeout,
  );

  it('four megabytes of noise are refused at once', async () => {
    const noise = new Uint8Array(4_000_000);
    for (let at = 0; at < noise.length; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
    const begin = performance.now();
    expect(await readCsv(fileOf(noise))).toHaveProperty('problem');
    expect(performance.now() - begin).toBeLessThan(5_000);
  });
});
