import { filterTest, type RowTest } from './column-filter.js';
import { foldedText, foldedWords } from './folded-text.js';
import type { GridColumn } from './grid-column.js';
import type { GridView } from './grid-view.js';

/** Everything that a view asks of a row except its query, and a rule from outside. Undefined where nothing is asked. */
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
  if (tests.length < 2) return tests[0];
  return (row) => tests.every((test) => test(row));
}

/** Finds the words of a query in the rows' texts, which are kept folded as long as something is searched for. */
export class RowSearch<Row> {
  #words: readonly string[] = [];
  #texts: (string | undefined)[] = [];

  constructor(private columns: readonly GridColumn<Row>[]) {}

  /** False while nothing is searched for: then each row fits. */
  get isActive(): boolean {
    return this.#words.length > 0;
  }

  set query(query: string) {
    this.#words = foldedWords(query);
    if (!this.isActive) this.#texts = [];
  }

  setColumns(columns: readonly GridColumn<Row>[]): void {
    this.columns = columns;
    this.#texts = [];
  }

  /** The row at a place says something else now. */
  forget(place: number): void {
    if (place < this.#texts.length) this.#texts[place] = undefined;
  }

  /** Whether all words occur, in any column. */
  finds(place: number, row: Row): boolean {
    const text = (this.#texts[place] ??= this.#textOf(row));
    return this.#words.every((word) => text.includes(word));
  }

  #textOf(row: Row): string {
    let text = '';
    for (const column of this.columns) text += `${column.text(row)}\n`;
    return foldedText(text);
  }
}
