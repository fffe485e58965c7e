import { filterTest, type RowTest } from './column-filter.js';
import { foldedWords } from './folded-text.js';
import type { GridColumn } from './grid-column.js';
import type { GridView } from './grid-view.js';
import { wordTest } from './word-pattern.js';

/** Everything that a view asks of a row, and a rule from outside. Undefined where nothing is asked. */
export function rowTest<Row>(
  view: GridView,
  columns: readonly GridColumn<Row>[],
  scope: RowTest<Row> | undefined,
): RowTest<Row> | undefined {
  const tests = columns.flatMap((column) => {
    const filter = view.filters[column.id];
    return (filter === undefined ? undefined : filterTest(column, filter)) ?? [];
  });
  if (scope !== undefined) tests.unshift(scope);
  // The dearest last: it looks at all columns.
  const search = queryTest(view.query, columns);
  if (search !== undefined) tests.push(search);
  if (tests.length < 2) return tests[0];
  return (row) => tests.every((test) => test(row));
}

/** What a query asks of a row: that each of its words occurs, in any column. Undefined where it has no words. */
function queryTest<Row>(query: string, columns: readonly GridColumn<Row>[]): RowTest<Row> | undefined {
  const words = foldedWords(query).map((word) => wordTest(word));
  if (words.length === 0) return undefined;
  const texts = columns.map(({ text }) => text);
  return (row) => words.every((occursIn) => texts.some((text) => occursIn(text(row))));
}
