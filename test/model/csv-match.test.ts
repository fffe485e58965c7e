import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ContactIndex,
  csvTargets,
  CsvValueReader,
  findContacts,
  finish,
  settleFindings,
  MOST_CANDIDATES,
  type ContactRow,
  type CsvColumns,
  type CsvOutcome,
  type PortalUserOptions,
  type Work,
} from '../../src/model/index.js';
import { contactRow } from './arbitraries.js';

const level = (id: number, name: string, kind: 'portal' | 'taskfire' = 'portal') => ({
  id,
  name,
  kind,
  isSystem: true,
  isActive: true,
});
const options: PortalUserOptions = {
  securityLevels: [level(1, 'Basic'), level(3, 'Manager'), level(5, 'Administrator', 'taskfire')],
  dateFormats: [{ value: 15, label: 'dd.MM.yyyy', isDefault: true }],
  timeFormats: [{ value: 3, label: 'HH:mm', isDefault: true }],
  numberFormats: [{ value: 2, label: 'X.XXX,XX', isDefault: true }],
};

function person(id: number, firstName: string, lastName: string, email: string | null): ContactRow {
  return contactRow({ contact: { id, firstName, lastName, email } });
}

const company = [
  person(7, 'Mareike', 'Adler', 'M.Adler@oberdorf.example'),
  person(8, 'Jörg', 'Müller-Lüdenscheidt', 'j.mueller@oberdorf.example'),
  person(9, 'Paul', 'Martin', 'info@oberdorf.example'),
  person(10, 'Martin', 'Paul', 'info@oberdorf.example'),
  person(11, 'Anna', 'Weiß', null),
  person(12, 'Anna', 'Weiß', 'a.weiss@oberdorf.example'),
];

/** What becomes of records of a file in which no record has more cells than there are columns. */
function outcomes(
  columns: CsvColumns,
  records: readonly (readonly string[])[],
  { rows = company, choices = new Map<number, number | null>() } = {},
): CsvOutcome[] {
  const lines = records.map((cells, at) => ({ line: at + 2, cells }));
  const context = {
    columns,
    index: new ContactIndex(rows),
    values: new CsvValueReader(options),
    width: columns.length,
  };
  return finish(settleFindings(finish(findContacts(lines, context)), choices)).map(({ outcome }) => outcome);
}

const one = (columns: CsvColumns, ...cells: string[]) => outcomes(columns, [cells])[0];

describe('a record of a CSV file', () => {
  it.each([
    ['contactId', ' 7 '],
    ['email', 'm.adler@OBERDORF.example '],
    ['email', 'Mareike Adler <m.adler@oberdorf.example>'],
    ['email', 'mailto:M.Adler@oberdorf.example'],
    ['name', 'mareike ADLER'],
    ['name', 'Adler, Mareike'],
    ['name', 'Adler Mareike'],
  ] as const)('is found by %s as %j', (meaning, cell) => {
    expect(one([meaning], cell)).toEqual({ kind: 'matched', contactId: 7, by: meaning });
  });

  it.each([
    'Jörg Müller-Lüdenscheidt',
    'Joerg Mueller Luedenscheidt',
    'jorg muller ludenscheidt',
    'MÜLLER-LÜDENSCHEIDT, JÖRG',
    'Mueller-Luedenscheidt Joerg',
  ])('is found by the name %j, however umlauts are written', (name) => {
    expect(one(['name'], name)).toMatchObject({ kind: 'matched', contactId: 8 });
  });

  it('is found by first and last name in columns of their own', () => {
    expect(one(['lastName', 'firstName'], 'martin', 'paul')).toMatchObject({ contactId: 9 });
    expect(one(['lastName', 'firstName'], 'paul', 'martin')).toMatchObject({ contactId: 10 });
  });

  it('is ambiguous where several have the address or the name, and the other of both decides', () => {
    expect(one(['email'], 'info@oberdorf.example')).toEqual({ kind: 'ambiguous', candidates: [9, 10] });
    expect(one(['name'], 'Weiss, Anna')).toEqual({ kind: 'ambiguous', candidates: [11, 12] });
    expect(one(['email', 'name'], 'info@oberdorf.example', 'Paul, Martin')).toMatchObject({
      kind: 'matched',
      contactId: 10,
    });
  });

  it('is contradictory where id, address and name are those of different people', () => {
    const candidates = [7, 8];
    expect(one(['contactId', 'email'], '7', 'j.mueller@oberdorf.example')).toEqual({
      kind: 'contradictory',
      candidates,
    });
    expect(one(['email', 'name'], 'm.adler@oberdorf.example', 'Jörg Müller-Lüdenscheidt')).toEqual({
      kind: 'contradictory',
      candidates,
    });
  });

  it('is found by what is known where the rest is not: people change address and name, and lists have own ids', () => {
    expect(one(['contactId', 'email'], '7', 'new@oberdorf.example')).toMatchObject({ by: 'contactId' });
    expect(one(['contactId', 'email'], '4711', 'm.adler@oberdorf.example')).toMatchObject({ by: 'email' });
  });

  it('is unknown where nobody fits, and says whether there was anything to go by', () => {
    expect(one(['email', 'name'], 'x@y.example', 'Xaver Y')).toEqual({
      kind: 'unknown',
      reason: 'not-found',
    });
    expect(one(['email', 'userName'], ' ', 'x')).toEqual({ kind: 'unknown', reason: 'nothing-to-go-by' });
    expect(one(['name'], ' - ')).toEqual({ kind: 'unknown', reason: 'not-found' });
  });

  it('with more cells than columns is never guessed', () => {
    expect(one(['email'], 'm.adler@oberdorf.example', 'shifted')).toMatchObject({ kind: 'ragged', cells: 2 });
    expect(one(['email'], 'm.adler@oberdorf.example', ' ')).toMatchObject({ kind: 'matched' });
  });

  it('counts once, and says whether the later one wanted the same', () => {
    const found = outcomes(
      ['contactId', 'userName'],
      [
        ['7', 'a'],
        ['7', 'a'],
        ['7', 'b'],
      ],
    );
    expect(found.map(({ kind }) => kind)).toEqual(['matched', 'duplicate', 'duplicate']);
    expect(found.slice(1)).toMatchObject([
      { firstLine: 2, hasSameValues: true },
      { firstLine: 2, hasSameValues: false },
    ]);
  });

  it('becomes what somebody chose for it, a duplicate too, and nothing else than a candidate', () => {
    const records = [['info@oberdorf.example'], ['info@oberdorf.example']];
    const choose = (...choices: [number, number | null][]) =>
      outcomes(['email'], records, { choices: new Map(choices) });
    expect(choose([2, 9], [3, 10])).toMatchObject([{ contactId: 9, by: 'choice' }, { contactId: 10 }]);
    expect(choose([2, 9], [3, 9])).toMatchObject([{ kind: 'matched' }, { kind: 'duplicate', firstLine: 2 }]);
    expect(choose([2, null], [3, 7])).toMatchObject([{ kind: 'left-out' }, { kind: 'ambiguous' }]);
  });
});

describe('the values of a record', () => {
  const values = new CsvValueReader(options);

  it.each([
    ['Manager', 3],
    ['manager ', 3],
    ['3', 3],
    ['Taskfire Administrator', 5],
  ])('know the security level %j', (text, securityLevel) => {
    expect(values.read(['securityLevel'], [text])).toEqual({ values: { securityLevel } });
  });

  it('are user name, level and formats; an empty cell says nothing', () => {
    const columns = ['userName', 'dateFormat', 'timeFormat', 'numberFormat', 'securityLevel'] as const;
    expect(values.read(columns, [' m.adler ', 'DD.mm.yyyy', 'hh:MM', '2'])).toEqual({
      values: { userName: 'm.adler', dateFormat: 15, timeFormat: 3, numberFormat: 2 },
    });
  });

  it('that this PSA does not have keep the record from being taken, once it is known who is meant', () => {
    expect(one(['contactId', 'securityLevel'], '7', 'Mangaer')).toEqual({
      kind: 'value-unknown',
      contactId: 7,
      value: { meaning: 'securityLevel', text: 'Mangaer' },
    });
    expect(one(['contactId', 'securityLevel'], '70', 'Mangaer')).toMatchObject({ kind: 'unknown' });
  });

  it('name no level where two have the name', () => {
    const twice = { ...options, securityLevels: [level(1, 'Basic'), level(9, 'basic')] };
    expect(new CsvValueReader(twice).read(['securityLevel'], ['Basic']).unknown?.text).toBe('Basic');
    expect(new CsvValueReader(twice).read(['securityLevel'], ['9']).values).toEqual({ securityLevel: 9 });
  });
});

const anyName = fc.constantFrom('Anna', 'Änna', 'Bo', 'Cem Can', 'Müller', 'Mueller', 'Ødegård', 'Weiß', '');
const anyEmail = fc.constantFrom(null, 'a@x.example', 'b@x.example', 'C@x.example', 'd@x.example');
const anyCompany = fc.uniqueArray(
  fc.tuple(fc.nat(30), anyName, anyName, anyEmail).map((parts) => person(...parts)),
  { selector: ({ contact }) => contact.id, maxLength: 15 },
);

describe('whatever the contacts and the file', () => {
  const columns = ['contactId', 'email', 'lastName', 'firstName'] as const;

  it('a record with all that the PSA knows of a contact finds this contact, or asks', () => {
    fc.assert(
      fc.property(anyCompany, (rows) => {
        const records = rows.map(({ contact: c }) => [String(c.id), c.email ?? '', c.lastName, c.firstName]);
        const found = outcomes(columns, records, { rows });
        expect(found).toEqual(
          rows.map(({ contact: { id } }) => ({ kind: 'matched', contactId: id, by: 'contactId' })),
        );
      }),
    );
  });

  it('each record ends in one way, no contact is taken twice, and only known ones are', () => {
    const record = fc.tuple(
      fc.oneof(fc.constant(''), fc.nat(40).map(String), fc.string()),
      fc.oneof(anyEmail, fc.string()).map((email) => email ?? ''),
      anyName,
      fc.oneof(anyName, fc.string({ unit: 'binary' })),
    );
    fc.assert(
      fc.property(anyCompany, fc.array(record, { maxLength: 30 }), (rows, records) => {
        const found = outcomes(columns, records, { rows });
        expect(found).toHaveLength(records.length);
        const taken = found.flatMap((outcome) => (outcome.kind === 'matched' ? [outcome.contactId] : []));
        expect(new Set(taken).size).toBe(taken.length);
        const known = new Set(rows.map(({ contact }) => contact.id));
        expect(taken.every((id) => known.has(id))).toBe(true);
        for (const outcome of found)
          if ('candidates' in outcome) {
            expect(outcome.candidates.length).toBeGreaterThan(1);
            expect(new Set(outcome.candidates).size).toBe(outcome.candidates.length);
          }
      }),
    );
  });
});

describe('done in turns', () => {
  const columns = ['contactId', 'email', 'name'] as const;
  const values = new CsvValueReader(options);
  const manyRows = fc
    .array(fc.tuple(anyName, anyName, anyEmail), { minLength: 150, maxLength: 350, size: 'max' })
    .map((all) => all.map((parts, id) => person(id, ...parts)));
  const manyLines = fc
    .array(fc.tuple(fc.constantFrom('', '3', '170', '999'), anyEmail, anyName, anyName), {
      maxLength: 350,
      size: 'max',
    })
    .map((all) =>
      all.map(([id, email, first, last], at) => ({
        line: at + 2,
        cells: [id, email ?? '', at % 2 === 0 ? `${first} ${last}` : `${last}, ${first}`],
      })),
    );

  /** Runs work step by step; after each, `between` does something else. */
  function inSteps<T>(work: Work<T>, between: (share: number) => void): T {
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value;
      between(step.value);
    }
  }

  it('gives what it gives in one piece, whatever else is asked, begun and dropped on the same contacts', () => {
    fc.assert(
      fc.property(manyRows, manyLines, fc.array(fc.nat(3), { minLength: 1 }), (rows, lines, deeds) => {
        const whole = finish(
          findContacts(lines, { columns, index: new ContactIndex(rows), values, width: 3 }),
        );
        const context = { columns, index: new ContactIndex(rows), values, width: 3 };
        let [steps, last] = [0, 0];
        const found = inSteps(findContacts(lines, context), (share) => {
          expect(share).toBeGreaterThanOrEqual(last);
          last = share;
          const deed = deeds[steps % deeds.length];
          steps += 1;
          if (deed === 1) context.index.byName('Bo Cem Can');
          if (deed === 2) context.index.byEmail('a@x.example');
          if (deed !== 3) return;
          const dropped = findContacts(lines.slice(steps), context);
          for (let at = 0; at < steps; at += 1) dropped.next();
        });
        expect(found).toEqual(whole);
        expect(last).toBeLessThanOrEqual(1);
        const choices = new Map([[2, 0]]);
        const settled = inSteps(settleFindings(found, choices), () => undefined);
        expect(settled).toEqual(finish(settleFindings(whole, choices)));
        expect(inSteps(csvTargets(settled), () => undefined)).toEqual(finish(csvTargets(settled)));
      }),
      { numRuns: 40 },
    );
  });

  it('never keeps a page from drawing: the parts of 100,000 contacts and records are short', () => {
    const rows = Array.from({ length: 100_000 }, (_, id) =>
      person(id, `Änne${id % 700}`, `Müller${Math.floor(id / 700)}`, `a${id}@x.example`),
    );
    const lines = rows.map(({ contact }, at) => ({
      line: at + 2,
      cells: [String(contact.id), contact.email ?? '', `${contact.lastName} ${contact.firstName}`],
    }));
    const pieces: number[] = [];
    let began = process.cpuUsage();
    const note = (): void => {
      pieces.push(process.cpuUsage(began).user / 1000);
      began = process.cpuUsage();
    };
    const context = { columns, index: new ContactIndex(rows), values, width: 3 };
    const settled = inSteps(settleFindings(inSteps(findContacts(lines, context), note), new Map()), note);
    inSteps(csvTargets(settled), note);
    expect(pieces.length).toBeGreaterThan(5_000);
    // Some meet the garbage collector, whose pauses no page can avoid.
    const short = pieces.filter((piece) => piece < 8).length;
    expect(short / pieces.length).toBeGreaterThan(0.99);
  });
});

describe('100,000 records and 100,000 contacts', () => {
  const rows = Array.from({ length: 100_000 }, (_, id) =>
    person(id, `Änne${id % 700}`, `Müller${Math.floor(id / 700)}`, `a${id}@x.example`),
  );

  /** ms of work, however busy the machine is. */
  function cost(work: () => void): number {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user / 1000;
  }

  it('are matched by address and name in well under seconds', () => {
    const records = rows.map(({ contact: { email, firstName, lastName } }) => [
      email ?? '',
      `${lastName}, ${firstName}`,
    ]);
    let found: CsvOutcome[] = [];
    const took = cost(() => (found = outcomes(['email', 'name'], records, { rows })));
    expect(found.every(({ kind }) => kind === 'matched')).toBe(true);
    expect(took).toBeLessThan(4000);
  });

  it('that all have one name and one address cost no more', () => {
    const twins = rows.map(({ contact: { id } }) => person(id, 'Bo', 'Bo', 'bo@x.example'));
    const records = twins.map(() => ['bo@x.example', 'Bo Bo']);
    let found: CsvOutcome[] = [];
    const took = cost(() => (found = outcomes(['email', 'name'], records, { rows: twins })));
    expect(found.every((outcome) => outcome.kind === 'ambiguous')).toBe(true);
    expect(found[0]).toHaveProperty('candidates.length', MOST_CANDIDATES);
    expect(took).toBeLessThan(4000);
  });
});
