import { foldedText } from './folded-text.js';
import type { GridColumn } from './grid-column.js';
import type { ColumnFilter } from './grid-view.js';
import { wordTest } from './word-pattern.js';

export type RowTest<Row> = (row: Row) => boolean;

/**
 * What a filter asks of a row; undefined where it asks nothing: an empty text, no choice, no bounds, or something that the
 * column doesn't have. An empty value lies in no range, is neither yes nor no, and lacks any text.
 */
export function filterTest<Row>(column: GridColumn<Row>, filter: ColumnFilter): RowTest<Row> | undefined {
  switch (filter.kind) {
    case 'text':
      return textTest(column, filter);
    case 'choice':
      return choiceTest(column, filter.values);
    case 'boolean':
      return booleanTest(column, filter.is);
    case 'range':
      return rangeTest(column, filter);
    case 'empty':
      return (row) => isEmptyIn(column, row) === filter.is;
  }
}

/** Whether a row has nothing in a column. */
export function isEmptyIn<Row>({ kind, text, value }: GridColumn<Row>, row: Row): boolean {
  return value === undefined || kind === 'text' || kind === 'choice' ? text(row) === '' : value(row) === null;
}

type FilterOf<K extends ColumnFilter['kind']> = Extract<ColumnFilter, { kind: K }>;

function textTest<Row>({ text }: GridColumn<Row>, filter: FilterOf<'text'>): RowTest<Row> | undefined {
  const wanted = foldedText(filter.text.trim());
  if (wanted === '') return undefined;
  const fits = textTests[filter.how](wanted);
  return (row) => fits(text(row));
}

const textTests: Record<FilterOf<'text'>['how'], (wanted: string) => (text: string) => boolean> = {
  contains: (wanted) => wordTest(wanted),
  lacks(wanted) {
    const contains = wordTest(wanted);
    return (text) => !contains(text);
  },
  starts: (wanted) => wordTest(wanted, 'at the start'),
  equals: (wanted) => wordTest(wanted, 'the whole'),
};

function choiceTest<Row>({ choice }: GridColumn<Row>, values: readonly string[]): RowTest<Row> | undefined {
  if (choice === undefined || values.length === 0) return undefined;
  const wanted = new Set(values);
  return (row) => {
    const chosen = choice(row);
    return typeof chosen === 'string' ? wanted.has(chosen) : chosen.some((one) => wanted.has(one));
  };
}

function booleanTest<Row>({ value }: GridColumn<Row>, is: boolean): RowTest<Row> | undefined {
  if (value === undefined) return undefined;
  const wanted = is ? 1 : 0;
  return (row) => value(row) === wanted;
}

function rangeTest<Row>(
  { value }: GridColumn<Row>,
  { from, to }: FilterOf<'range'>,
): RowTest<Row> | undefined {
  if (value === undefined || (from === null && to === null)) return undefined;
  const least = from ?? -Infinity;
  const most = to ?? Infinity;
  return (row) => {
    const number = value(row);
    return number !== null && number >= least && number <= most;
  };
}
