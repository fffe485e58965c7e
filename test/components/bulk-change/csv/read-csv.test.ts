import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../src/components/bulk-change/csv/read-csv.js';
import { encoded, fileOf, recordsOf, tableOf } from './files.js';

const umlauts = 'Name;E-Mail\r\nJörg Öz;j.oez@oberdorf.example\r\nÄnne Weiß;a@b.example';
const records = [
  ['Name', 'E-Mail'],
  ['Jörg Öz', 'j.oez@oberdorf.example'],
  ['Änne Weiß', 'a@b.example'],
];

describe('the encoding of a CSV file', () => {
  it.each([
    ['utf-8', true],
    ['utf-8', false],
    ['utf-16le', true],
    ['utf-16le', false],
    ['utf-16be', true],
    ['utf-16be', false],
    ['windows-1252', false],
  ] as const)('is recognised: %s, with a mark: %s', async (encoding, mark) => {
    const table = tableOf(await readCsv(fileOf(encoded(umlauts, encoding, { mark }))));
    expect(table).toMatchObject({ encoding, delimiter: ';' });
    expect(table.lines.map(({ cells }) => cells)).toEqual(records);
  });

  it('is Windows-1252 where the file proves late to be no UTF-8', async () => {
    const lines = Array.from({ length: 40_000 }, (_, at) => `a${at}@oberdorf.example;Basic`);
    const table = tableOf(
      await readCsv(fileOf(encoded([...lines, 'é@x.example;5 €'].join('\n'), 'windows-1252'))),
    );
    expect(table.encoding).toBe('windows-1252');
    expect(table.lines).toHaveLength(40_001);
    expect(table.lines.at(-1)?.cells).toEqual(['é@x.example', '5 €']);
  });

  it('of letters that lie on both sides of a cut is none the less read', async () => {
    const text = `x${'ä€😀;'.repeat(60_000)}`.replace(/(.{49})/gu, '$1\n');
    expect(text).toMatch(/[^\n]$/);
    for (const encoding of ['utf-8', 'utf-16be'] as const) {
      const found = await recordsOf(fileOf(encoded(text, encoding, { mark: true })));
      expect(found.map((cells) => cells.join(';')).join('\n')).toBe(text);
    }
  });

  it.each(['utf-8', 'utf-16le'] as const)(
    '%s that is cut off in a letter is said to be cut off',
    async (encoding) => {
      const bytes = encoded('Name\nJörg\nÄnne ü', encoding, { mark: true });
      expect(await readCsv(fileOf(bytes.slice(0, -1)))).toEqual({
        problem: { code: 'broken-characters', isCut: true },
      });
    },
  );
});

describe('the records of a CSV file', () => {
  it.each([',', ';', '\t', '|'])('are separated by %j', async (delimiter) => {
    const text = [
      ['E-Mail', 'Name', 'Level'],
      ['x@y.example', '"Öz, Jörg; the |\tother"', 'Basic'],
    ];
    expect(await recordsOf(fileOf(text.map((cells) => cells.join(delimiter)).join('\n')))).toEqual([
      text[0],
      ['x@y.example', 'Öz, Jörg; the |\tother', 'Basic'],
    ]);
  });

  it('with names that hold commas are separated by what is between the columns', async () => {
    expect(await recordsOf(fileOf('Adler, Mareike;x@y.example\nÖz, Jörg;z@y.example'))).toEqual([
      ['Adler, Mareike', 'x@y.example'],
      ['Öz, Jörg', 'z@y.example'],
    ]);
  });

  it('are separated as the file says itself', async () => {
    expect(await recordsOf(fileOf('sep=|\r\na|b,c\r\n'))).toEqual([['a', 'b,c']]);
  });

  it('end with any line break, may hold some, and are numbered as a spreadsheet does', async () => {
    const file = fileOf('a,b\r\n\r\n"1\r\n2",c\rd,"e ""f"""\n,\n , \ng,h');
    expect(tableOf(await readCsv(file)).lines).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['1\n2', 'c'] },
      { line: 4, cells: ['d', 'e "f"'] },
      { line: 7, cells: ['g', 'h'] },
    ]);
  });

  it('may be shorter or longer than the first', async () => {
    expect(await recordsOf(fileOf('a,b\nc\nd,e,f\n'))).toEqual([['a', 'b'], ['c'], ['d', 'e', 'f']]);
  });

  it('of one column are records too', async () => {
    expect(await recordsOf(fileOf('E-mail\nx@y.example'))).toEqual([['E-mail'], ['x@y.example']]);
    expect(await recordsOf(fileOf('Name\nAdler, Mareike\nÖz; Jörg'))).toEqual([
      ['Name'],
      ['Adler, Mareike'],
      ['Öz; Jörg'],
    ]);
  });
});

describe('a file that is no CSV file', () => {
  it.each([
    ['office', 'PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml'],
    ['office', 'PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
    ['archive', 'PK\x03\x04\x14\0\x06\0photos/1.jpg'],
    ['pdf', '%PDF-1.7\n'],
    ['page', '\n<!DOCTYPE html><table><tr><td>a</td></tr></table>'],
    ['page', '\u00ef\u00bb\u00bf<?xml version="1.0"?><Workbook/>'],
    ['other', 'GIF89a'],
    ['other', 'a,b\n\0\0\0'],
  ])('is known as %s', async (kind, start) => {
    const bytes = Uint8Array.from(start, (letter) => letter.charCodeAt(0));
    expect(await readCsv(fileOf(bytes))).toEqual({ problem: { code: 'no-csv', kind } });
  });

  it('is empty, or as good as', async () => {
    for (const text of ['', '\uFEFF', '\n\r\n', ' ,\n"",'])
      expect(await readCsv(fileOf(text))).toEqual({ problem: { code: 'empty' } });
  });

  it.each([
    ['a,b\n"c,d\ne,f', 2],
    ['a,b\nc,d\n"e" x,f\n', 3],
  ])('has quotation marks that are not closed: %j', async (text, line) => {
    expect(await readCsv(fileOf(text))).toEqual({ problem: { code: 'broken-quotes', line } });
  });

  it('has a quotation mark that swallows the rest, however long, at the cost of one look', async () => {
    const file = fileOf('a,b\n"', 'c,d\n'.repeat(8_000_000));
    expect(await readCsv(file)).toEqual({ problem: { code: 'broken-quotes', line: 2 } });
  });

  it('has more than can be taken', async () => {
    const problem = async (text: string) => readCsv(fileOf(text));
    expect(await problem(`a\n${'x\n'.repeat(100_001)}`)).toEqual({ problem: { code: 'too-many-lines' } });
    expect(await problem(`a\n${','.repeat(1000)}`)).toEqual({
      problem: { code: 'too-many-columns', line: 2 },
    });
    expect(await problem(`a,b\nc,${'d'.repeat(32_768)}`)).toEqual({
      problem: { code: 'long-field', line: 2, column: 2 },
    });
    const large = fileOf(new Uint8Array(64 * 1024 * 1024 + 1));
    expect(await readCsv(large)).toEqual({ problem: { code: 'too-large', bytes: large.size } });
  });

  it('takes as many records as may be, and a heading', async () => {
    expect(await recordsOf(fileOf(`a\n${'x\n'.repeat(100_000)}`))).toHaveLength(100_001);
  });

  it('cannot be read any more', async () => {
    class Gone extends Blob {
      override slice(): Blob {
        const part = new Blob(['a,b']);
        part.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
        return part;
      }
    }
    expect(await readCsv(new Gone(['a,b']))).toEqual({ problem: { code: 'unreadable' } });
  });
});

describe('50 MB', () => {
  const record = (at: number) => `${at};a${at}@oberdorf.example;"Müller, Änne ${at}";${'x'.repeat(455)}\r\n`;
  const file = fileOf(
    'ID;E-Mail;Name;Notes\r\n',
    ...Array.from({ length: 100 }, (_, part) =>
      Array.from({ length: 1000 }, (_, at) => record(part * 1000 + at)).join(''),
    ),
  );

  it('are read with the page alive and its progress told', async () => {
    expect(file.size).toBeGreaterThan(50_000_000);
    const shares: number[] = [];
    // How often something else in the page gets its turn meanwhile.
    let turns = 0;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      turns += 1;
      channel.port2.postMessage(null);
    };
    channel.port2.postMessage(null);
    const table = tableOf(await readCsv(file, { onProgress: (share) => shares.push(share) }));
    channel.port1.close();
    expect(table.lines).toHaveLength(100_001);
    expect(table.lines.at(-1)?.cells.slice(0, 3)).toEqual([
      '99999',
      'a99999@oberdorf.example',
      'Müller, Änne 99999',
    ]);
    expect(shares.length).toBeGreaterThan(100);
    expect([...shares].sort((one, other) => one - other)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
    expect(turns).toBeGreaterThan(50);
  });

  it('can be called off at any time', async () => {
    const calledOff = new AbortController();
    const reading = readCsv(file, {
      signal: calledOff.signal,
      onProgress: () => calledOff.abort(new Error('called off')),
    });
    await expect(reading).rejects.toThrow('called off');
  });
});
