import { elementUpdated, fixture, html } from '@open-wc/testing';
import {
  createMemoryClient,
  demoData,
  type MemoryClient,
  type MemoryClientOptions,
  type MemoryData,
} from '../../../src/clients/memory/index.js';
import '../../../src/components/contact-grid/contact-grid.js';
import type { PortalContactGrid } from '../../../src/components/contact-grid/contact-grid.js';
import type { ContactRow } from '../../../src/model/index.js';

export const PROVIDER = 0;
export const DAIRY = 174;
export const FLORIST_WITH_TASKFIRE = 175;
export const EMPTY_BRANCH = 177;

/** The grid on its own backend, with hands for everything that a test does to it. */
export class Stage {
  constructor(
    readonly element: PortalContactGrid,
    readonly admin: MemoryClient,
  ) {}

  get root(): ShadowRoot {
    return openRoot(this.element);
  }

  /** The root of an element inside, for example of a dialog. */
  inside(tag: string): ShadowRoot {
    return openRoot(this.get(tag));
  }

  /** The root of the grid that shows the rows; the element's own as long as there is none. */
  get gridRoot(): ShadowRoot {
    return this.root.querySelector('portal-data-grid')?.shadowRoot ?? this.root;
  }

  get(selector: string, root?: ParentNode): HTMLElement {
    const found = this.#find(selector, root);
    if (found === null) throw new Error(`No ${selector} in the element.`);
    return found;
  }

  has(selector: string, root?: ParentNode): boolean {
    return this.#find(selector, root) !== null;
  }

  #find(selector: string, root?: ParentNode): HTMLElement | null {
    if (root !== undefined) return root.querySelector<HTMLElement>(selector);
    return (
      this.root.querySelector<HTMLElement>(selector) ?? this.gridRoot.querySelector<HTMLElement>(selector)
    );
  }

  /** The text of the first match; empty where there is none. */
  text(selector: string, root?: ParentNode): string {
    return this.#find(selector, root)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  }

  /** Rows that are in the DOM, in its order. */
  get rows(): HTMLElement[] {
    return [...this.gridRoot.querySelectorAll<HTMLElement>('.rows .row')];
  }

  get names(): string[] {
    return this.rows.map((row) => this.text('.name .text', row));
  }

  /** The row of the contact with this name. */
  row(name: string): HTMLElement {
    const row = this.rows.find((one) => this.text('.name .text', one) === name);
    if (row === undefined) throw new Error(`No row of ${name}.`);
    return row;
  }

  get focused(): Element | null {
    const { activeElement } = this.root;
    return activeElement?.localName === 'portal-data-grid' ? this.gridRoot.activeElement : activeElement;
  }

  /** Where the focus is, as `row:column` in ARIA numbers. */
  get focusedPlace(): string {
    const cell = this.focused?.closest('[aria-colindex]');
    const row = cell?.closest('[aria-rowindex]');
    return `${row?.getAttribute('aria-rowindex') ?? '-'}:${cell?.getAttribute('aria-colindex') ?? '-'}`;
  }

  async click(selector: string, root?: ParentNode): Promise<void> {
    this.get(selector, root).click();
    await elementUpdated(this.element);
  }

  async search(query: string): Promise<void> {
    this.enter('input[type=search]', query, this.gridRoot);
    await elementUpdated(this.element);
  }

  /** Types into a field as a whole. */
  enter(selector: string, text: string, root: ParentNode): void {
    const field = this.get(selector, root);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = text;
    field.dispatchEvent(
      new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  }

  async until(condition: () => boolean): Promise<void> {
    await waitFor(condition, this.root);
    await elementUpdated(this.element);
  }

  async openDialog(name: string): Promise<ShadowRoot> {
    await this.click('.level button', this.row(name));
    const dialog = this.inside('portal-activation-dialog');
    await this.until(() => this.has('portal-dialog[open] #userName', dialog));
    return dialog;
  }

  /** Opens a row's menu and chooses an entry. */
  async choose(name: string, entry: string): Promise<void> {
    await this.click('.more', this.row(name));
    const menu = this.inside('portal-grid-menu');
    await this.until(() => this.has('[role=menuitem]', menu));
    const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const item = items.find((one) => one.textContent.includes(entry));
    if (item === undefined) throw new Error(`No entry ${entry}.`);
    item.click();
    await elementUpdated(this.element);
  }

  async deactivate(name: string): Promise<void> {
    await this.choose(name, 'Deactivate');
    const dialog = this.inside('portal-deactivation-dialog');
    await this.until(() => this.has('portal-dialog[open] .primary', dialog));
    await this.click('.primary', dialog);
  }
}

function openRoot(element: Element): ShadowRoot {
  if (element.shadowRoot === null) throw new Error('The root is closed.');
  return element.shadowRoot;
}

/** Waits until a condition holds, five seconds at most. */
export async function waitFor(condition: () => boolean, root?: ParentNode): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Waited in vain. The element says: ${root?.textContent?.replace(/\s+/g, ' ') ?? ''}`);
}

/** The demo data with other contacts at the dairy. */
export function withRows(rows: readonly ContactRow[]): MemoryData {
  const seed = demoData();
  return {
    ...seed,
    companies: seed.companies.map((one) => (one.company.id === DAIRY ? { ...one, rows } : one)),
  };
}

/** A grid in the page; it need not be ready yet. */
export async function openWith(admin: MemoryClient, companyId = DAIRY): Promise<Stage> {
  // How the last test arranged its columns is nothing that this one remembers.
  localStorage.clear();
  const element = await fixture<PortalContactGrid>(
    html`<portal-contact-grid .admin=${admin} .companyId=${companyId}></portal-contact-grid>`,
  );
  return new Stage(element, admin);
}

/** A grid with its rows. */
export async function openGrid(options: MemoryClientOptions = {}, companyId = DAIRY): Promise<Stage> {
  const stage = await openWith(createMemoryClient(options), companyId);
  await stage.until(() => stage.has('.rows .row'));
  return stage;
}
