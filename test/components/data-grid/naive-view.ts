import type { ColumnFilter, GridView } from '../../../src/components/data-grid/grid-view.js';
import { columnOf, personColumns, type Person } from './people.js';

/** What a view shows, said as plainly as possible and with nothing kept: what the grid's rows are held against. */
export function naiveView(people: readonly Person[], view: GridView): Person[] {
  return people.filter((person) => isShown(person, view)).sort((one, other) => compare(one, other, view));
}

const collator = new Intl.Collator('en');

function fold(text: string): string {
  const letters = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return letters.replace(/[øłđðıħς]/g, (letter) => 'olddihσ'.charAt('øłđðıħς'.indexOf(letter)));
}

function isShown(person: Person, { query, filters }: GridView): boolean {
  const text = personColumns.map((column) => fold(column.text(person))).join('\n');
  return (
    fold(query)
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    Object.entries(filters).every(([id, filter]) => fits(person, id, filter))
  );
}

function fits(person: Person, id: string, filter: ColumnFilter): boolean {
  const { text, value, choice, kind } = columnOf(id);
  const isByValue = kind !== 'text' && kind !== 'choice';
  switch (filter.kind) {
    case 'text': {
      const [has, wanted] = [fold(text(person)), fold(filter.text.trim())];
      if (wanted === '') return true;
      if (filter.how === 'contains') return has.includes(wanted);
      if (filter.how === 'lacks') return !has.includes(wanted);
      return filter.how === 'starts' ? has.startsWith(wanted) : has === wanted;
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
