import { fixture, html } from '@open-wc/testing';
import '../../../src/components/data-grid/data-grid.js';
import type { PortalDataGrid } from '../../../src/components/data-grid/data-grid.js';
import type { GridColumn } from '../../../src/components/data-grid/grid-column.js';
import { GridRows } from '../../../src/components/data-grid/grid-rows.js';
import type { GridSubject } from './grid-contract.js';
import { personColumns, type Person } from './people.js';

const TEAMS = ['', 'a', 'b', 'c'];

/** People in alphabetical order: Person 0000, Person 0001 … */
export function manyPeople(count: number, first = 0): Person[] {
  return Array.from({ length: count }, (_none, index) => {
    const id = first + index;
    return {
      id,
      name: `Person ${String(id).padStart(4, '0')}`,
      team: TEAMS[id % 4] ?? '',
      isActive: id % 5 === 0 ? null : id % 2 === 0,
      born: id % 7 === 0 ? null : Date.UTC(1980, 0, 1 + id),
      score: id % 11 === 0 ? null : (id * 37) % 100,
    };
  });
}

export const columns: readonly GridColumn<Person>[] = personColumns.map((column) =>
  column.id === 'name' ? { ...column, isRowHeader: true, isFixed: true, width: 140 } : column,
);

/** The grid in the page, with hands for what a test does to it. */
export class DataGridStage implements GridSubject {
  constructor(
    readonly element: PortalDataGrid<Person>,
    readonly rows: GridRows<Person>,
  ) {}

  get root(): ShadowRoot {
    if (this.element.shadowRoot === null) throw new Error('The root is closed.');
    return this.element.shadowRoot;
  }

  get rowCount(): number {
    return this.rows.length;
  }

  get columnCount(): number {
    return columns.length + 1;
  }

  async settle(): Promise<void> {
    await this.element.updateComplete;
  }

  stream(): Promise<number> {
    this.rows.arrange({ sort: [{ id: 'name', isDescending: false }] });
    this.rows.add(manyPeople(20, 9_000).map((one) => ({ ...one, name: `A ${one.name}` })));
    return Promise.resolve(this.rows.length);
  }

  async turn(): Promise<void> {
    this.element.dir = 'rtl';
    await this.settle();
  }

  get(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`No ${selector} in the grid.`);
    return found;
  }

  text(selector: string): string {
    return this.root.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  }

  /** The cells of a column that are in the DOM, as text. */
  cells(column: string): string[] {
    return [...this.root.querySelectorAll(`.rows .cell.${column}`)].map(({ textContent }) =>
      textContent.trim(),
    );
  }

  async click(selector: string, init: MouseEventInit = {}): Promise<void> {
    this.get(selector).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ...init }));
    await this.settle();
  }

  async enter(selector: string, value: string): Promise<void> {
    const field = this.get(selector);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    await this.settle();
  }

  /** Opens a column's menu. */
  async openMenu(column: string): Promise<void> {
    await this.click(`.head .${column} .menu-button`);
    await waitUntil(() => this.root.querySelector('.column-menu:popover-open') !== null);
  }

  async choose(entry: string): Promise<void> {
    const items = [...this.root.querySelectorAll<HTMLElement>(':popover-open .item')];
    const item = items.find(({ textContent }) => textContent.trim() === entry);
    if (item === undefined)
      throw new Error(`No ${entry} in ${items.map((one) => one.textContent.trim()).join(', ')}.`);
    item.click();
    await this.settle();
  }
}

export async function waitUntil(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('Waited in vain.');
}

export async function openPeople(
  people: readonly Person[] = manyPeople(200),
  shown: readonly GridColumn<Person>[] = columns,
): Promise<DataGridStage> {
  const rows = new GridRows<Person>({ key: ({ id }) => id, columns: shown, locale: 'en' });
  rows.add(people);
  const element = await fixture<PortalDataGrid<Person>>(
    html`<portal-data-grid
      selectable
      label="People"
      style="--portal-grid-max-block-size: 480px"
      .rows=${rows}
    ></portal-data-grid>`,
  );
  return new DataGridStage(element, rows);
}
