import * as v from 'valibot';
import type { CsvColumns, CsvMeaning } from './csv-columns.js';
import { foldText } from './fold-text.js';
import { PortalUserChangeSchema, type PortalUserOptions } from './portal-user-draft.js';

/** What a CSV record says about an account. An absent key says nothing: the rules of the change apply. */
export const CsvValuesSchema = v.omit(PortalUserChangeSchema, ['isActive']);
export type CsvValues = v.InferOutput<typeof CsvValuesSchema>;

/** A cell that names no value that this PSA has. */
export interface UnknownValue {
  readonly meaning: ListMeaning;
  readonly text: string;
}

type ListMeaning = Extract<CsvMeaning, 'securityLevel' | 'dateFormat' | 'timeFormat' | 'numberFormat'>;

const listMeanings: readonly ListMeaning[] = ['securityLevel', 'dateFormat', 'timeFormat', 'numberFormat'];

/** The list of values behind a column, by their names as people write them. */
type ValueNames = ReadonlyMap<string, number>;

/** Reads the values of records; the lists of the PSA are looked through once, not for each record. */
export class CsvValueReader {
  readonly #lists: ReadonlyMap<ListMeaning, ValueNames>;

  /** Without `options` no level and no format is known, so that none of these columns may be used. */
  constructor(options: PortalUserOptions | undefined) {
    this.#lists = new Map(
      options === undefined ? [] : listMeanings.map((key) => [key, namesOf(key, options)]),
    );
  }

  read(columns: CsvColumns, cells: readonly string[]): { values: CsvValues; unknown?: UnknownValue } {
    const values: CsvValues = {};
    for (const [at, meaning] of columns.entries()) {
      const text = cells[at]?.trim() ?? '';
      if (text === '' || meaning === null) continue;
      if (meaning === 'userName') values.userName = text;
      if (!isListMeaning(meaning)) continue;
      const value = this.#lists.get(meaning)?.get(foldText(text));
      if (value === undefined) return { values, unknown: { meaning, text } };
      values[meaning] = value;
    }
    return { values };
  }
}

function isListMeaning(meaning: CsvMeaning): meaning is ListMeaning {
  return listMeanings.some((one) => one === meaning);
}

/** By label, by "Taskfire" and label as the grid shows and exports it, and by number. What two share names neither. */
function namesOf(meaning: ListMeaning, options: PortalUserOptions): ValueNames {
  const names = new Map<string, number | undefined>();
  const put = (name: string, value: number): void => {
    const key = foldText(name.trim());
    const other = names.get(key);
    names.set(key, names.has(key) && other !== value ? undefined : value);
  };
  for (const { value, labels } of entriesOf(meaning, options)) for (const label of labels) put(label, value);
  for (const { value } of entriesOf(meaning, options))
    if (!names.has(String(value))) put(String(value), value);
  return new Map([...names].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function entriesOf(
  meaning: ListMeaning,
  options: PortalUserOptions,
): { readonly value: number; readonly labels: readonly string[] }[] {
  switch (meaning) {
    case 'securityLevel':
      return options.securityLevels.map(({ id, name, kind }) => ({
        value: id,
        labels: kind === 'taskfire' ? [name, `Taskfire ${name}`] : [name],
      }));
    case 'dateFormat':
      return options.dateFormats.map(({ value, label }) => ({ value, labels: [label] }));
    case 'timeFormat':
      return options.timeFormats.map(({ value, label }) => ({ value, labels: [label] }));
    case 'numberFormat':
      return options.numberFormats.map(({ value, label }) => ({ value, labels: [label] }));
  }
}
