import { msg, str } from '@lit/localize';
import { portalLocale } from '../../locales/localization.js';
import { numberWords } from '../shared/index.js';
import { zoneOf, type GridColumn } from './grid-column.js';
import type { ColumnFilter, SortKey } from './grid-view.js';

/** By what the rows are sorted: "sorted by Name, E-mail (descending)"; '' where by nothing. */
export function orderWords<Row>(columns: readonly GridColumn<Row>[], sort: readonly SortKey[]): string {
  const keys = sort.flatMap(({ id, isDescending }) => {
    const label = columns.find((column) => column.id === id)?.label();
    if (label === undefined) return [];
    return [isDescending ? msg(str`${label} (descending)`) : label];
  });
  const list = keys.join(', ');
  return list === '' ? msg('in the order of arrival') : msg(str`sorted by ${list}`);
}

/** A filter as a phrase that follows the column's name. */
export function filterWords<Row>(column: GridColumn<Row>, filter: ColumnFilter): string {
  switch (filter.kind) {
    case 'text':
      return textWords(filter.how, filter.text);
    case 'choice':
      return choiceWords(column, filter.values);
    case 'boolean':
      return filter.is ? msg('yes') : msg('no');
    case 'range':
      return rangeWords(column, filter.from, filter.to);
    case 'empty':
      return filter.is ? msg('is empty') : msg('is not empty');
  }
}

function textWords(how: 'contains' | 'lacks' | 'starts' | 'equals', text: string): string {
  switch (how) {
    case 'contains':
      return msg(str`contains “${text}”`);
    case 'lacks':
      return msg(str`does not contain “${text}”`);
    case 'starts':
      return msg(str`begins with “${text}”`);
    case 'equals':
      return msg(str`is “${text}”`);
  }
}

function choiceWords<Row>({ choices }: GridColumn<Row>, values: readonly string[]): string {
  const labels = new Map(choices?.().map(({ value, label }) => [value, label]));
  return values.map((value) => labels.get(value) ?? value).join(', ');
}

function rangeWords<Row>(column: GridColumn<Row>, from: number | null, to: number | null): string {
  const words = column.kind === 'date' ? dateWords(zoneOf(column)) : numberWords;
  if (from === null) return to === null ? '' : msg(str`up to ${words(to)}`);
  if (to === null) return msg(str`from ${words(from)}`);
  return words(from) === words(to) ? words(from) : msg(str`${words(from)} to ${words(to)}`);
}

function dateWords(timeZone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat(portalLocale(), { dateStyle: 'medium', timeZone });
  return (instant) => format.format(instant);
}
