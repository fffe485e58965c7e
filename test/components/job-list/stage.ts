import { elementUpdated, fixture, html } from '@open-wc/testing';
import { vi } from 'vitest';
import {
  createMemoryClient,
  createMemoryJobs,
  type MemoryClient,
  type MemoryClientOptions,
  type MemoryJobsOptions,
} from '../../../src/clients/memory/index.js';
import '../../../src/components/job-list/job-list.js';
import type { PortalDataGrid } from '../../../src/components/data-grid/data-grid.js';
import type { PortalJobList } from '../../../src/components/job-list/job-list.js';
import type { Job, JobDraft, JobStep, PortalJobs } from '../../../src/contract/index.js';
import { activateAll, withContacts } from './plans.js';

/** A list of jobs that really run, with hands for everything that a test does to it. */
export class Stage {
  constructor(
    readonly element: PortalJobList,
    readonly admin: MemoryClient,
    readonly jobs: PortalJobs,
    readonly draft: JobDraft,
  ) {}

  get root(): ShadowRoot {
    return openRoot(this.element);
  }

  /** The cards, the newest job first. */
  get cards(): ShadowRoot[] {
    return [...this.root.querySelectorAll('portal-job-card')].map(openRoot);
  }

  /** The card of the job that was begun with. */
  get card(): ShadowRoot {
    const card = this.cards.at(-1);
    if (card === undefined) throw new Error('There is no card.');
    return card;
  }

  /** The root of an element inside the card. */
  inside(tag: string): ShadowRoot {
    return openRoot(this.get(tag, this.card));
  }

  get(selector: string, root: ParentNode = this.card): HTMLElement {
    const found = root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`No ${selector}: ${root.textContent ?? ''}`);
    return found;
  }

  /** The text of the first match; empty where there is none. */
  text(selector: string, root: ParentNode = this.card): string {
    return root.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  }

  /** What the buttons of the card offer. */
  get actions(): string[] {
    return [...this.card.querySelectorAll<HTMLElement>('[data-action]')].map(
      ({ dataset }) => dataset.action ?? '',
    );
  }

  async click(selector: string, root: ParentNode = this.card): Promise<void> {
    this.get(selector, root).click();
    await elementUpdated(this.element);
  }

  /** Asks for something that is asked back, and says yes. */
  async confirm(action: string): Promise<void> {
    await this.click(`[data-action=${action}]`);
    const question = this.inside('portal-job-question');
    await this.until(() => question.querySelector('portal-dialog[open] .primary') !== null);
    await this.click('.primary', question);
  }

  async job(): Promise<Job> {
    const job = (await this.jobs.list()).find(({ id }) => id === this.draft.id);
    if (job === undefined) throw new Error('The job is gone.');
    return job;
  }

  /** Until the pill says so. */
  async untilState(words: string): Promise<void> {
    await this.until(() => this.text('.pill') === words);
  }

  async until(condition: () => boolean): Promise<void> {
    for (let tries = 0; tries < 1000; tries += 1) {
      if (condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Waited in vain. The list says: ${this.root.textContent}`);
  }

  /** Opens the table of contacts. */
  async openResults(): Promise<ShadowRoot> {
    await this.click('summary');
    await this.until(() => this.card.querySelector('portal-job-results') !== null);
    const results = this.inside('portal-job-results');
    await this.until(() => results.querySelector('portal-data-grid') !== null);
    await this.until(() => this.table.length > 0);
    return results;
  }

  /** The grid of the opened table. */
  get grid(): PortalDataGrid<JobStep> {
    const grid = this.inside('portal-job-results').querySelector('portal-data-grid');
    if (grid === null) throw new Error('There is no table.');
    return grid as PortalDataGrid<JobStep>;
  }

  /** The rows of the opened table that are in the page, by the texts of their cells. */
  get table(): string[][] {
    const rows = [...openRoot(this.grid).querySelectorAll('.rows [role=row]')];
    return rows.map((row) =>
      [...row.querySelectorAll('[role=gridcell],[role=rowheader]')].map(({ textContent }) =>
        textContent.replace(/\s+/g, ' ').trim(),
      ),
    );
  }
}

function openRoot(element: Element): ShadowRoot {
  if (element.shadowRoot === null) throw new Error('The root is closed.');
  return element.shadowRoot;
}

interface StageOptions {
  readonly contacts?: number;
  readonly admin?: MemoryClientOptions;
  readonly jobs?: MemoryJobsOptions;
}

/** A list with one job that activates everybody at the dairy who cannot sign in yet. */
export async function openJobs(options: StageOptions = {}): Promise<Stage> {
  // How an earlier test left its table is nobody's business.
  localStorage.clear();
  const seed = withContacts(options.contacts ?? 40);
  const admin = createMemoryClient({ seed, latencyMs: 2, ...options.admin });
  const jobs = createMemoryJobs(admin, { pageSize: 10, ...options.jobs });
  const draft = activateAll(seed);
  await jobs.start(draft);
  const element = await fixture<PortalJobList>(html`<portal-job-list .jobs=${jobs}></portal-job-list>`);
  const stage = new Stage(element, admin, jobs, draft);
  await stage.until(() => stage.cards.length > 0 && stage.text('.pill') !== '');
  return stage;
}

/** The next file that the page saves: its name and its text. */
export async function savedFile(save: () => Promise<void>): Promise<{ name: string; text: string }> {
  const saved: HTMLAnchorElement[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this);
  });
  try {
    await save();
    await vi.waitUntil(() => saved.length > 0);
    const [link] = saved;
    if (link === undefined) throw new Error('Nothing was saved.');
    return { name: link.download, text: await (await fetch(link.href)).text() };
  } finally {
    click.mockRestore();
  }
}
