import { elementUpdated, fixture, html } from '@open-wc/testing';
import {
  createMemoryClient,
  createMemoryJobs,
  demoData,
  manyContacts,
  type MemoryClient,
  type MemoryData,
  type MemoryJobsOptions,
} from '../../../src/clients/memory/index.js';
import '../../../src/components/bulk-change/bulk-change.js';
import type { PortalBulkChange } from '../../../src/components/bulk-change/bulk-change.js';
import type { BulkTask } from '../../../src/components/bulk-change/shown-plan.js';
import type { Job, PortalJobs } from '../../../src/contract/index.js';
import type { BulkAction, ContactRow } from '../../../src/model/index.js';

export const DAIRY = 174;
export const FLORIST_WITH_TASKFIRE = 175;

/** The dialog on its own backend, with hands for what a test does to it. */
export class Stage {
  readonly started: Job[] = [];
  closed = 0;

  constructor(
    readonly element: PortalBulkChange,
    readonly admin: MemoryClient,
    readonly jobs: PortalJobs,
    readonly rows: readonly ContactRow[],
  ) {
    element.addEventListener('portal-bulk-started', ({ detail }) => this.started.push(detail.job));
    element.addEventListener('portal-bulk-closed', () => (this.closed += 1));
  }

  get root(): ShadowRoot {
    return openRoot(this.element);
  }

  get dialog(): HTMLDialogElement {
    const found = this.inside('portal-dialog').querySelector('dialog');
    if (found === null) throw new Error('There is no dialog.');
    return found;
  }

  inside(...tags: string[]): ShadowRoot {
    return tags.reduce((root, tag) => openRoot(this.get(tag, root)), this.root);
  }

  get(selector: string, root: ParentNode = this.root): HTMLElement {
    const found = root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`No ${selector}: ${root.textContent ?? ''}`);
    return found;
  }

  all(selector: string, root: ParentNode = this.root): string[] {
    return [...root.querySelectorAll(selector)].map(words);
  }

  text(selector: string, root: ParentNode = this.root): string {
    return this.all(selector, root)[0] ?? '';
  }

  /** All that the dialog says, without the table. */
  get words(): string {
    return words(this.get('portal-dialog'));
  }

  async click(selector: string, root: ParentNode = this.root): Promise<void> {
    this.get(selector, root).click();
    await elementUpdated(this.element);
  }

  /** Types into a field as a whole, or chooses. */
  async enter(selector: string, text: string): Promise<void> {
    const field = this.get(selector);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = text;
    const type = field instanceof HTMLSelectElement ? 'change' : 'input';
    field.dispatchEvent(new Event(type, { bubbles: true }));
    await elementUpdated(this.element);
  }

  async open(action: BulkAction, contactIds: readonly number[] = this.everybody): Promise<void> {
    await this.set({ action, contactIds });
  }

  async set(task: BulkTask): Promise<void> {
    this.element.task = task;
    await elementUpdated(this.element);
  }

  get everybody(): number[] {
    return this.rows.map(({ contact }) => contact.id);
  }

  /** Goes on to the table. */
  async check(): Promise<void> {
    await this.click('.check-plan');
    await this.untilPlan();
  }

  async untilPlan(): Promise<void> {
    await this.until(() => this.root.querySelector('portal-dry-run') !== null);
    await elementUpdated(this.get('portal-dry-run'));
  }

  /** The shown rows of the table, by the texts of their cells. */
  get table(): string[][] {
    const grid = this.inside('portal-dry-run', 'portal-data-grid');
    const rows = [...grid.querySelectorAll('.rows [role=row]')];
    return rows.map((row) => [...row.querySelectorAll('[role=gridcell],[role=rowheader]')].map(words));
  }

  get counts(): string[] {
    return this.all('.counts .chip', this.inside('portal-dry-run'));
  }

  async until(condition: () => boolean): Promise<void> {
    for (let tries = 0; tries < 500; tries += 1) {
      if (condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Waited in vain. The dialog says: ${this.words}`);
  }
}

function words({ textContent }: Element): string {
  return textContent.replace(/\s+/g, ' ').trim();
}

function openRoot(element: Element): ShadowRoot {
  if (element.shadowRoot === null) throw new Error('The root is closed.');
  return element.shadowRoot;
}

interface StageOptions {
  readonly companyId?: number;
  readonly rows?: readonly ContactRow[];
  readonly jobs?: MemoryJobsOptions | null;
  /** Whether the PSA can be asked about user names. */
  readonly asks?: boolean;
  /** How long the PSA takes for an answer. */
  readonly latencyMs?: number;
}

function seedWith(companyId: number, rows: readonly ContactRow[] | undefined): MemoryData {
  const seed = demoData();
  if (rows === undefined) return seed;
  const companies = seed.companies.map((one) => (one.company.id === companyId ? { ...one, rows } : one));
  return { ...seed, companies };
}

/** A closed dialog for a company; `jobs: null` is an app that has none. */
export async function openBulk(options: StageOptions = {}): Promise<Stage> {
  const { companyId = DAIRY, rows, jobs, asks = false, latencyMs = 1 } = options;
  // How an earlier test left its table is nobody's business.
  localStorage.clear();
  const seed = seedWith(companyId, rows);
  const company = seed.companies.find((one) => one.company.id === companyId);
  if (company === undefined) throw new Error('There is no such company.');
  const admin = createMemoryClient({ seed, latencyMs });
  const memoryJobs = createMemoryJobs(admin, jobs ?? {});
  const element = await fixture<PortalBulkChange>(
    html`<portal-bulk-change
      .admin=${asks ? admin : undefined}
      .jobs=${jobs === null ? undefined : memoryJobs}
      .company=${company.company}
      .options=${seed.portalUserOptions}
      .rows=${company.rows}
    ></portal-bulk-change>`,
  );
  return new Stage(element, admin, memoryJobs, company.rows);
}

export { manyContacts };
