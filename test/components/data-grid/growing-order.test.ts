import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collationOf } from '../../../src/components/data-grid/collation.js';
import { GrowingOrder } from '../../../src/components/data-grid/growing-order.js';
import { gridRowsGrowing, idsOf, names, personColumns, type Person } from './people.js';

const EMPTY = 0xffffffff;
const locales = fc.constantFrom('en', 'de', 'cs');

/** Few beginnings, so that runs are long and have to be taken apart more than once. */
const alike = fc
  .tuple(
    fc.constantFrom('', 'Müll', 'Mull', 'mueller-', 'Strass', 'Straß', 'O’Neil', 'abcи', 'abcй', 'abcк'),
    fc.constantFrom('', 'er', 'ner', 'E', '\u0306', 'ß', 'ss', '@a.de'),
    fc.nat(30).map((number) => (number > 20 ? '' : String(number).padStart(2, '0'))),
    names,
  )
  .map((parts) => parts.slice(0, parts[3].length > 8 ? 4 : 3).join(''));
const lists = fc.oneof(
  fc.array(names, { maxLength: 60 }),
  fc.array(alike, { minLength: 450, maxLength: 900 }),
  fc.array(fc.constantFrom('Anna', 'anna', 'Anná', 'Anna\u0301', ''), { minLength: 450, maxLength: 500 }),
);

function naiveOrder(texts: readonly string[], locale: string, isDescending: boolean): number[] {
  const { compare } = new Intl.Collator(locale);
  const text = (place: number): string => texts[place] ?? '';
  return [...texts.keys()].sort((one, other) => {
    const [a, b] = [text(one), text(other)];
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    return isDescending ? compare(b, a) : compare(a, b);
  });
}

/** What somebody may do while it grows: look at some positions, ask for a place, let some time go by. */
const deeds = fc.array(
  fc.record({ at: fc.nat(1000), rows: fc.nat(40), what: fc.constantFrom('look', 'ask', 'wait') }),
  { maxLength: 12 },
);

function times(count: number): () => boolean {
  let left = count;
  return () => (left -= 1) >= 0;
}

describe('an order that grows', () => {
  it('is right wherever one looks at it, from the first look on', () => {
    fc.assert(
      fc.property(lists, locales, fc.boolean(), deeds, (texts, locale, isDescending, done) => {
        const right = naiveOrder(texts, locale, isDescending);
        const places = Int32Array.from(texts.keys());
        const order = new GrowingOrder({ texts, collation: collationOf(locale), places, isDescending });
        for (const { at, rows, what } of done) {
          const start = Math.min(at, texts.length);
          if (what === 'look') {
            order.settle(start, start + rows);
            expect([...order.places.slice(start, start + rows)]).toEqual(right.slice(start, start + rows));
          } else if (what === 'ask') {
            expect(order.positionOf(start)).toBe(right.indexOf(start));
          } else order.proceed(times(rows));
        }
        order.proceed();
        expect([...order.places]).toEqual(right);
      }),
      { numRuns: 150 },
    );
  });

  it('ranks what it has put in order, in either direction', () => {
    fc.assert(
      fc.property(lists, locales, fc.boolean(), (texts, locale, isDescending) => {
        const places = Int32Array.from(texts.keys());
        const order = new GrowingOrder({ texts, collation: collationOf(locale), places, isDescending });
        const { compare } = new Intl.Collator(locale);
        const filled = texts.filter((text) => text !== '').sort(compare);
        const ranks = new Map<string, number>();
        let rank = -1;
        filled.forEach((text, index) => {
          if (index === 0 || compare(filled[index - 1] ?? '', text) !== 0) rank += 1;
          ranks.set(text, rank);
        });
        expect([...order.ranks()]).toEqual(texts.map((text) => ranks.get(text) ?? EMPTY));
      }),
      { numRuns: 100 },
    );
  });
});

const COUNT = 5000;
const parts = ['Schmidt', 'Schmied', 'Schulz', 'Öz', 'Meyer-Bergen', 'Meyer-Berg', 'van der Berg', 'Weiß'];
const crowd: readonly Person[] = Array.from({ length: COUNT }, (_none, id) => ({
  id,
  name: id % 97 === 0 ? '' : `${parts[id % parts.length] ?? ''}, ${((id * 7919) % 4001).toString(36)}`,
  team: ['a', 'b', 'c', ''][id % 4] ?? '',
  isActive: id % 3 === 0,
  born: null,
  score: id % 50,
}));

function personAt(people: readonly Person[], position: number): Person {
  const person = people[position];
  if (person === undefined) throw new Error(`nobody at ${position}`);
  return person;
}

describe(`${COUNT.toLocaleString('en')} rows whose order is not finished yet`, () => {
  const sort = [{ id: 'name', isDescending: false }];
  const compare = new Intl.Collator('en').compare;
  const byName = (people: readonly Person[], isDescending = false): Person[] =>
    people.toSorted((one, other) => {
      if (one.name === '' || other.name === '') return Number(one.name === '') - Number(other.name === '');
      return isDescending ? compare(other.name, one.name) : compare(one.name, other.name);
    });
  const right = byName(crowd);
  const sorted = (isDescending = false) => {
    const grid = gridRowsGrowing(undefined, crowd);
    grid.arrange({ sort: [{ id: 'name', isDescending }] });
    return grid;
  };

  it('show the right rows at the top, in the middle and at the end, at once', () => {
    for (const isDescending of [false, true]) {
      const grid = sorted(isDescending);
      const all = byName(crowd, isDescending);
      for (const first of [0, 2500, COUNT - 30, 1200])
        for (let position = first; position < first + 30; position += 1)
          expect(grid.at(position)).toBe(all[position]);
    }
  });

  it('are found, and selected in a range from one to another', () => {
    const grid = sorted();
    for (const position of [4000, 17, COUNT - 1])
      expect(grid.positionOf(right[position]?.id ?? -1)).toBe(position);
    const [from, to] = [right[300]?.id ?? -1, right[3333]?.id ?? -1];
    grid.selection.range(to, from);
    expect(new Set(grid.selection.keys())).toEqual(new Set(idsOf(right.slice(300, 3334))));
    expect(grid.selected()).toEqual(right.slice(300, 3334));
  });

  it('are exported in their order, also where only some are shown', () => {
    expect(sorted().shown()).toEqual(right);
    const grid = gridRowsGrowing(undefined, crowd);
    grid.setScope(({ team }) => team === 'b');
    grid.arrange({ sort });
    expect(grid.at(0)).toBe(right.find(({ team }) => team === 'b'));
    expect(grid.shown()).toEqual(right.filter(({ team }) => team === 'b'));
    grid.setScope(undefined);
    expect(grid.at(4321)).toBe(right[4321]);
    expect(grid.shown()).toEqual(right);
  });

  it('take further rows, changed rows, a filter, the other direction and another column in between', () => {
    const grid = sorted();
    const late = { ...personAt(crowd, 0), id: COUNT, name: 'Schmidt, 1a' };
    grid.add([late]);
    const all = byName([...crowd, late]);
    expect(grid.shown()).toEqual(all);
    grid.arrange({ sort: [{ id: 'name', isDescending: true }] });
    grid.arrange({ sort: [{ id: 'score', isDescending: false }] });
    grid.arrange({ sort });
    const changed = { ...personAt(all, 9), name: 'Zz' };
    grid.update(changed);
    expect(grid.at(9)).toBe(changed);
    grid.arrange({ query: 'schm' });
    const found = byName([...crowd, late]).filter(({ name, id }) => /schm/i.test(name) && id !== changed.id);
    expect(grid.shown()).toEqual(found);
    grid.arrange({ query: '' });
    expect(grid.shown()).toEqual(
      byName([...crowd, late].map((row) => (row.id === changed.id ? changed : row))),
    );
  });

  it('come to rest by themselves in slices shorter than a frame, and stand where they stood', async () => {
    const grid = sorted();
    const before = grid.at(0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(grid.at(0)).toBe(before);
    expect(grid.shown()).toEqual(right);
    grid.setColumns(personColumns);
    expect(grid.shown()).toEqual(right);
  });
});
