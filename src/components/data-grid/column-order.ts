import type { Collation } from './collation.js';
import type { GridColumn } from './grid-column.js';
import { GrowingOrder } from './growing-order.js';
import { rankNumbers } from './number-ranks.js';
import { EMPTY_RANK } from './place-order.js';
import { isRepetitive, rankTexts } from './text-ranks.js';

/** How the values of a column compare: numbers where it has them, else its text as the language sorts it. */
export interface ColumnOrder<Row> {
  /** For each row a number: equal ones compare as equal, empty ones have `EMPTY_RANK`. Comparable within one call only. */
  rank(rows: readonly Row[]): Uint32Array;
  /** Below 0 where the first row comes first. Empty ones last, also where it is descending. */
  compare(one: Row, other: Row, isDescending: boolean): number;
  /**
   * Some of the rows, by place, in an order that is finished little by little. Undefined where that would not be quicker;
   * absent where it never is.
   */
  grow?(rows: readonly Row[], places: Int32Array, isDescending: boolean): GrowingOrder | undefined;
}

export function columnOrder<Row>(column: GridColumn<Row>, collation: Collation): ColumnOrder<Row> {
  const { value, kind, text } = column;
  return value === undefined || kind === 'text' || kind === 'choice'
    ? textOrder(text, collation)
    : numberOrder(value);
}

function textOrder<Row>(text: (row: Row) => string, collation: Collation): ColumnOrder<Row> {
  return {
    rank: (rows) => rankTexts(rows.map(text), collation),
    grow(rows, places, isDescending) {
      const texts = new Array<string>(rows.length).fill('');
      for (const place of places) texts[place] = text(rows[place] as Row);
      if (isRepetitive(texts)) return undefined;
      return new GrowingOrder({ texts, collation, places, isDescending });
    },
    compare(one, other, isDescending) {
      const [a, b] = [text(one), text(other)];
      if (a === b) return 0;
      if (a === '' || b === '') return a === '' ? 1 : -1;
      const difference = collation.compare(a, b);
      return isDescending ? -difference : difference;
    },
  };
}

function numberOrder<Row>(value: (row: Row) => number | null): ColumnOrder<Row> {
  return {
    rank: (rows) =>
      rankNumbers(
        Float64Array.from(rows, (row) => value(row) ?? NaN),
        EMPTY_RANK,
      ),
    compare(one, other, isDescending) {
      const [a, b] = [value(one), value(other)];
      if (a === b) return 0;
      if (a === null || b === null) return a === null ? 1 : -1;
      return isDescending ? b - a : a - b;
    },
  };
}
