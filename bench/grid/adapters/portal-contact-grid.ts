import '../../../src/components/contact-grid/contact-grid.js';
import type { PortalDataGrid } from '../../../src/components/data-grid/data-grid.js';
import type { ContactRow } from '../../../src/model/index.js';
import type { Contestant, RowChange, SortedColumn } from '../contestant.js';
import { CHANGED_PAGE, COMPANY, contactsAtOnce } from './contacts-at-once.js';

/** Ours, through what its users have: the search field, the headers' buttons, the box in the header. */
class OurGrid implements Contestant<ContactRow> {
  /** As in the product: nobody sees contacts in the order in which the PSA made them. */
  readonly firstOrder = 'name';
  readonly row = (contact: ContactRow): ContactRow => contact;
  readonly #element = document.createElement('portal-contact-grid');
  readonly #admin = contactsAtOnce();

  mount(place: HTMLElement, rows: readonly ContactRow[]): void {
    this.#admin.rows = rows;
    this.#element.admin = this.#admin.admin;
    this.#element.companyId = COMPANY;
    this.#element.style.setProperty('--portal-grid-max-block-size', `${place.clientHeight}px`);
    place.append(this.#element);
  }

  sort(column: SortedColumn): void {
    // The first click sorts upwards, the second one downwards.
    this.#get(`.head [data-column=${column}] .sort`).click();
  }

  filter(query: string): void {
    const field = this.#get('input[type=search]');
    if (field instanceof HTMLInputElement) field.value = query;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  readonly selectAll = (): void => this.#get('.head .box input').click();

  update(changes: readonly RowChange<ContactRow>[]): void {
    this.#admin.changed = changes.map(({ row }) => row);
    this.#admin.say({ kind: 'contacts', companyId: COMPANY, cursor: CHANGED_PAGE });
  }

  shownCount(): number {
    return Number(this.#get('[role=grid]').ariaRowCount) - 1;
  }

  selectedCount(): number {
    return this.#grid?.rows?.selection.size ?? 0;
  }

  scroller(): HTMLElement {
    return this.#get('.scroller');
  }

  get #grid(): PortalDataGrid<ContactRow> | null | undefined {
    return this.#element.shadowRoot?.querySelector<PortalDataGrid<ContactRow>>('portal-data-grid');
  }

  #get(selector: string): HTMLElement {
    const found = this.#grid?.shadowRoot?.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  }
}

export const contestant = new OurGrid();
