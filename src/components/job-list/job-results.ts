import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Job, JobStep, PortalJobs } from '../../contract/index.js';
import '../data-grid/data-grid.js';
import type { PortalDataGrid } from '../data-grid/data-grid.js';
import { define, errorNotice, loadingSkeleton, numberWords, PortalElement } from '../shared/index.js';
import { jobResultCellStyles, jobResultsStyles } from './job-results.styles.js';
import { JobSteps } from './job-steps.js';
import { jobTitle, leftOf, totalOf } from './job-words.js';
import { ResultRows } from './result-rows.js';
import { outcomeWords } from './step-words.js';

/** ms. The table follows a running job no faster than one can read. */
const FOLLOW = 1_000;

const filters = ['all', 'failed', 'refused', 'done', 'left'] as const;
type Filter = (typeof filters)[number];

const cellStyles = [jobResultCellStyles];

/**
 * What has become of each contact of a job: sorted, filtered, searched, exported. It reads the steps when it comes into the page.
 *
 * @summary Give it `jobs` and the `job`. 100,000 contacts are fine.
 */
@localized()
export class PortalJobResults extends PortalElement {
  static override styles = jobResultsStyles;

  @property({ attribute: false }) jobs?: PortalJobs | undefined;
  @property({ attribute: false }) job?: Job | undefined;

  @state() private filter: Filter = 'all';

  @query('portal-data-grid') private readonly grid!: PortalDataGrid<JobStep> | null;

  readonly #steps = new JobSteps(this);
  #result = new ResultRows();
  #followed: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('job');
    if (changed.has('jobs') || this.#followed !== this.job?.id) this.#open();
    else if (before !== undefined && before.changedAt !== this.job?.changedAt) this.#follow(before);
    this.#result.speak();
    this.#result.take(this.#steps.all);
  }

  #open(): void {
    const { jobs, job } = this;
    this.#followed = job?.id;
    this.#result = new ResultRows();
    this.filter = 'all';
    this.#steps.follow(jobs && job && { jobs, jobId: job.id });
    void this.#steps.load();
  }

  /** A job that has begun anew may have moved anywhere; else only behind what is settled. */
  #follow(before: Job): void {
    const hasBegunAgain = before.state === 'finished' && this.job?.state === 'running';
    if (hasBegunAgain) void this.#steps.load();
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#steps.catchUp();
    }, FOLLOW);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { job } = this;
    if (job === undefined) return nothing;
    const { all, error, isComplete } = this.#steps;
    if (error !== undefined && all.length === 0) return errorNotice(error, () => void this.#steps.load());
    if (all.length === 0) return loadingSkeleton(msg('Loading the contacts of the job'), 3);
    return html`${error === undefined ? nothing : errorNotice(error, () => void this.#steps.catchUp())}
      ${this.#renderChips(job)}
      <portal-data-grid
        grid-id="job-results"
        label=${`${jobTitle(job)}, ${job.companyName}`}
        search-label=${msg('Search contacts')}
        .rows=${this.#result.rows}
        .cellStyles=${cellStyles}
        .countWords=${isComplete ? undefined : () => this.#loadedWords(job)}
      ></portal-data-grid>`;
  }

  #renderChips(job: Job): TemplateResult {
    return html`<div class="chips" role="group" aria-label=${msg('Which contacts are shown')}>
      ${filters
        .filter((one) => countOf(one, job) > 0 || one === this.filter)
        .map((one) => this.#renderChip(one, job))}
    </div>`;
  }

  #renderChip(filter: Filter, job: Job): TemplateResult {
    return html`<button
      type="button"
      class="chip"
      aria-pressed=${filter === this.filter ? 'true' : 'false'}
      @click=${() => this.#show(filter)}
    >
      ${filterWords(filter)} ${numberWords(countOf(filter, job))}
    </button>`;
  }

  #show(filter: Filter): void {
    this.filter = filter;
    this.#result.rows.setScope(scopes[filter]);
    this.grid?.toTop();
  }

  #loadedWords(job: Job): string {
    const loaded = numberWords(this.#steps.all.length);
    return msg(str`${loaded} of ${numberWords(totalOf(job.counts))} loaded`);
  }
}

/** Functions that stay the same, by which the rows know that nothing else is asked for. */
const scopes: Readonly<Record<Filter, ((step: JobStep) => boolean) | undefined>> = {
  all: undefined,
  failed: ({ state: outcome }) => outcome === 'failed',
  refused: ({ state: outcome }) => outcome === 'refused',
  done: ({ state: outcome }) => outcome === 'done',
  left: ({ state: outcome }) => outcome === 'planned' || outcome === 'running' || outcome === 'cancelled',
};

function countOf(filter: Filter, { counts }: Job): number {
  if (filter === 'all') return totalOf(counts);
  return filter === 'left' ? leftOf(counts) + counts.cancelled : counts[filter];
}

function filterWords(filter: Filter): string {
  switch (filter) {
    case 'all':
      return msg('All');
    case 'left':
      return msg('Not done');
    default:
      return outcomeWords(filter);
  }
}

define('portal-job-results', PortalJobResults);

declare global {
  interface HTMLElementTagNameMap {
    'portal-job-results': PortalJobResults;
  }
}
