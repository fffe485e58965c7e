import type { ColumnFilter, GridView } from '../../../src/components/data-grid/grid-view.js';
import { columnOf, personColumns, type Person } from './people.js';
import { fits as hasWord, readings } from './readings.js';

/** What a view shows, said as plainly as possible and with nothing kept: what the grid's rows are held against. */
export function naiveView(people: readonly Person[], view: GridView): Person[] {
  return people.filter((person) => isShown(person, view)).sort((one, other) => compare(one, other, view));
}

const collator = new Intl.Collator('en');

/** A word as it is looked for: nothing in it is written out. */
const wordOf = (text: string): string => readings(text)[0] ?? '';

function isShown(person: Person, { query, filters }: GridView): boolean {
  const texts = personColumns.map((column) => column.text(person));
  return (
    wordOf(query)
      .split(/\s+/)
      .every((word) => texts.some((text) => hasWord(text, word))) &&
    Object.entries(filters).every(([id, filter]) => fits(person, id, filter))
  );
}

function fits(person: Person, id: string, filter: ColumnFilter): boolean {
  const { text, value, choice, kind } = columnOf(id);
  const isByValue = kind !== 'text' && kind !== 'choice';
  switch (filter.kind) {
    case 'text': {
      const [has, wanted] = [text(person), wordOf(filter.text.trim())];
      if (wanted === '') return true;
      if (filter.how === 'contains') return hasWord(has, wanted);
      if (filter.how === 'lacks') return !hasWord(has, wanted);
      return hasWord(has, wanted, filter.how === 'starts' ? 'at the start' : 'the whole');
    }
    case 'choice':
      if (choice === undefined || filter.values.length === 0) return true;
      return [choice(person)].flat().some((one) => filter.values.includes(one));
    case 'boolean':
      return value === undefined || value(person) === (filter.is ? 1 : 0);
    case 'range': {
      if (value === undefined || (filter.from === null && filter.to === null)) return true;
      const number = value(person);
      if (number === null) return false;
      return (filter.from === null || number >= filter.from) && (filter.to === null || number <= filter.to);
    }
    case 'empty':
      return (isByValue ? value?.(person) === null : text(person) === '') === filter.is;
  }
}

function compare(one: Person, other: Person, { sort }: GridView): number {
  for (const { id, isDescending } of sort) {
    const { text, value, kind } = columnOf(id);
    const isByValue = kind !== 'text' && kind !== 'choice';
    const [a, b] = isByValue
      ? [value?.(one) ?? null, value?.(other) ?? null]
      : [text(one) || null, text(other) || null];
    const isEmptyLast = Number(a === null) - Number(b === null);
    if (isEmptyLast !== 0) return isEmptyLast;
    if (a === null || b === null) continue;
    const difference =
      typeof a === 'string' && typeof b === 'string'
        ? collator.compare(a, b)
        : Math.sign(Number(a) - Number(b));
    if (difference !== 0) return isDescending ? -difference : difference;
  }
  return 0;
}
