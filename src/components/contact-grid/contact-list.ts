import type { ContactRow } from '../../model/index.js';
import { columnOf, searchableText, type ColumnId } from './columns.js';
import { belongsTo, noRules, rowGroups, type RowGroup, type RowRules } from './row-rules.js';

/** What the grid shows of its rows, and in which order. */
export interface Arrangement {
  /** Words that must all occur, in any column; case and accents do not matter. */
  readonly query: string;
  readonly group: RowGroup;
  readonly sort: ColumnId;
  readonly isDescending: boolean;
}

export const firstArrangement: Arrangement = { query: '', group: 'all', sort: 'name', isDescending: false };

/**
 * The rows of a company and the order in which they are shown, built for 100,000 of them: a view is an array of places
 * in `rows`, sort keys and search texts are made once per row, and a page that arrives is merged, not sorted again.
 */
export class ContactList {
  /** In the order in which they arrived. */
  readonly rows: ContactRow[] = [];
  #order: number[] = [];
  #arrangement = firstArrangement;
  /** The words of the query, folded once and not per row. */
  #words: readonly string[] = [];
  #rules = noRules;
  #collator: Intl.Collator;
  readonly #placeOf = new Map<number, number>();
  readonly #cursors: (string | null)[] = [];
  readonly #texts: (string | undefined)[] = [];
  #keys: string[] = [];
  readonly #counts: Record<RowGroup, number> = { all: 0, active: 0, 'not-active': 0, attention: 0 };

  constructor(locale: string) {
    // Without options: then the engine compares plain Latin text without its slow path.
    this.#collator = new Intl.Collator(locale);
  }

  /** How many rows are shown. */
  get length(): number {
    return this.#order.length;
  }

  get arrangement(): Arrangement {
    return this.#arrangement;
  }

  get rules(): RowRules {
    return this.#rules;
  }

  /** The row at a place of the view, from 0. */
  at(position: number): ContactRow | undefined {
    const place = this.#order[position];
    return place === undefined ? undefined : this.rows[place];
  }

  /** Where a contact is shown, or -1. */
  positionOf(contactId: number): number {
    const place = this.#placeOf.get(contactId);
    return place === undefined ? -1 : this.#order.indexOf(place);
  }

  rowOf(contactId: number): ContactRow | undefined {
    const place = this.#placeOf.get(contactId);
    return place === undefined ? undefined : this.rows[place];
  }

  /** The place in the backend's list at which the page with this contact begins. */
  cursorOf(contactId: number): string | null | undefined {
    const place = this.#placeOf.get(contactId);
    return place === undefined ? undefined : this.#cursors[place];
  }

  /** How many rows a filter would show, whatever is searched for. */
  count(group: RowGroup): number {
    return this.#counts[group];
  }

  /** Takes a page. Contacts that are there already are replaced where they stand, new ones are merged into the view. */
  add(page: readonly ContactRow[], cursor: string | null): void {
    const added: number[] = [];
    for (const row of page) {
      if (this.update(row)) continue;
      const place = this.rows.push(row) - 1;
      this.#placeOf.set(row.contact.id, place);
      this.#cursors[place] = cursor;
      this.#keys[place] = this.#keyOf(row);
      this.#count(row, 1);
      added.push(place);
    }
    const shown = added.filter(this.#isShown).sort(this.#compare);
    this.#order = merge(this.#order, shown, this.#compare);
  }

  /**
   * Replaces a contact's row; false where it is not in the list. It keeps its place in the view even where it no longer
   * fits filter or order: a row must not run away from whoever just edited it.
   */
  update(row: ContactRow): boolean {
    const place = this.#placeOf.get(row.contact.id);
    const before = place === undefined ? undefined : this.rows[place];
    if (place === undefined || before === undefined) return false;
    this.#count(before, -1);
    this.#count(row, 1);
    this.rows[place] = row;
    this.#texts[place] = undefined;
    this.#keys[place] = this.#keyOf(row);
    return true;
  }

  arrange(arrangement: Arrangement): void {
    const isOtherKey = arrangement.sort !== this.#arrangement.sort;
    this.#arrangement = arrangement;
    this.#words = foldedText(arrangement.query).split(/\s+/).filter(Boolean);
    if (isOtherKey) this.#keys = this.rows.map(this.#keyOf);
    this.#rebuild();
  }

  /** What is known beside the rows, and the language: both change what cells say. */
  setRules(rules: RowRules, locale: string): void {
    this.#rules = rules;
    this.#collator = new Intl.Collator(locale);
    this.#texts.length = 0;
    this.#keys = this.rows.map(this.#keyOf);
    for (const group of rowGroups) this.#counts[group] = 0;
    for (const row of this.rows) this.#count(row, 1);
    this.#rebuild();
  }

  #rebuild(): void {
    this.#order = this.rows
      .map((_row, place) => place)
      .filter(this.#isShown)
      .sort(this.#compare);
  }

  readonly #keyOf = (row: ContactRow): string =>
    columnOf(this.#arrangement.sort)?.text(row, this.#rules) ?? '';

  readonly #isShown = (place: number): boolean => {
    const row = this.rows[place];
    if (row === undefined || !belongsTo(this.#arrangement.group, row, this.#rules)) return false;
    if (this.#words.length === 0) return true;
    const text = (this.#texts[place] ??= foldedText(searchableText(row, this.#rules)));
    return this.#words.every((word) => text.includes(word));
  };

  /** By the sorted column, empty values last in either direction, equal ones in the order of arrival. */
  readonly #compare = (one: number, other: number): number => {
    const a = this.#keys[one] ?? '';
    const b = this.#keys[other] ?? '';
    if (a === b) return one - other;
    if (a === '') return 1;
    if (b === '') return -1;
    const difference = this.#collator.compare(a, b);
    return (this.#arrangement.isDescending ? -difference : difference) || one - other;
  };

  #count(row: ContactRow, by: number): void {
    for (const group of rowGroups) if (belongsTo(group, row, this.#rules)) this.#counts[group] += by;
  }
}

/** Lower case without accents, so that "celik" finds "Çelik". */
function foldedText(text: string): string {
  const lower = text.trim().toLowerCase();
  return /[^\n -~]/.test(lower) ? lower.normalize('NFD').replace(/\p{M}/gu, '') : lower;
}

function merge(sorted: number[], added: number[], compare: (a: number, b: number) => number): number[] {
  const merged: number[] = [];
  let next = 0;
  for (const one of sorted) {
    for (
      let candidate = added[next];
      candidate !== undefined && compare(candidate, one) < 0;
      candidate = added[next]
    ) {
      merged.push(candidate);
      next += 1;
    }
    merged.push(one);
  }
  return [...merged, ...added.slice(next)];
}
