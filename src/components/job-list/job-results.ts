import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Job, JobStep, PortalJobs } from '../../contract/index.js';
import {
  define,
  errorNotice,
  fileName,
  loadingSkeleton,
  momentWords,
  numberWords,
  PortalElement,
  saveFile,
  toCsv,
} from '../shared/index.js';
import { jobResultsStyles } from './job-results.styles.js';
import { JobSteps } from './job-steps.js';
import { jobTitle, leftOf, totalOf } from './job-words.js';
import { outcomeWords, plannedWords, reasonWords } from './step-words.js';

/** Rows at a time. All are in memory; so many are in the DOM. */
const PAGE = 50;
/** ms. The table follows a running job no faster than one can read. */
const FOLLOW = 1_000;

const filters = ['all', 'failed', 'refused', 'done', 'left'] as const;
type Filter = (typeof filters)[number];

/**
 * What has become of each contact of a job: filtered, paged, exported. It reads the steps when it comes into the page.
 *
 * @summary Give it `jobs` and the `job`. 100,000 contacts are fine.
 */
@localized()
export class PortalJobResults extends PortalElement {
  static override styles = jobResultsStyles;

  @property({ attribute: false }) jobs?: PortalJobs | undefined;
  @property({ attribute: false }) job?: Job | undefined;

  @state() private filter: Filter = 'all';
  @state() private page = 0;

  readonly #steps = new JobSteps(this);
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
  }

  #open(): void {
    const { jobs, job } = this;
    this.#followed = job?.id;
    this.page = 0;
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
    const { all, error } = this.#steps;
    if (error !== undefined && all.length === 0) return errorNotice(error, () => void this.#steps.load());
    if (all.length === 0) return loadingSkeleton(msg('Loading the contacts of the job'), 3);
    const shown = this.filter === 'all' ? all : all.filter((step) => belongsTo(this.filter, step));
    return html`${error === undefined ? nothing : errorNotice(error, () => void this.#steps.catchUp())}
    ${this.#renderTools(job)} ${this.#renderTable(job, shown)} ${this.#renderPager(shown.length)}`;
  }

  #renderTools(job: Job): TemplateResult {
    const { isComplete, all } = this.#steps;
    const progress = msg(str`${numberWords(all.length)} of ${numberWords(totalOf(job.counts))} loaded`);
    return html`<div class="tools">
      <div class="chips" role="group" aria-label=${msg('Which contacts are shown')}>
        ${filters.filter((one) => countOf(one, job) > 0).map((one) => this.#renderChip(one, job))}
      </div>
      ${isComplete ? nothing : html`<span class="quiet">${progress}</span>`}
      <button
        type="button"
        class="button export"
        aria-disabled=${isComplete ? 'false' : 'true'}
        @click=${() => this.#export(job)}
      >
        ${msg('Export as CSV')}
      </button>
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
    this.page = 0;
  }

  #renderTable(job: Job, shown: readonly JobStep[]): TemplateResult {
    const rows = shown.slice(this.page * PAGE, (this.page + 1) * PAGE);
    return html`<div class="scroller" role="region" tabindex="0" aria-label=${jobTitle(job)}>
      <table>
        <thead>
          <tr>
            <th scope="col">${msg('Contact')}</th>
            <th scope="col">${msg('Outcome')}</th>
            <th scope="col">${msg('What')}</th>
            <th scope="col">${msg('Why')}</th>
            <th scope="col">${msg('When')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(renderRow)}
        </tbody>
      </table>
      ${rows.length === 0 ? html`<p class="nothing">${msg('None at the moment.')}</p>` : nothing}
    </div>`;
  }

  #renderPager(count: number): TemplateResult | typeof nothing {
    if (count <= PAGE) return nothing;
    const last = Math.ceil(count / PAGE) - 1;
    const from = numberWords(this.page * PAGE + 1);
    const to = numberWords(Math.min(count, (this.page + 1) * PAGE));
    return html`<nav class="pager" aria-label=${msg('Pages of contacts')}>
      ${this.#renderTurn(msg('Back'), this.page - 1, this.page > 0)}
      <span role="status">${msg(str`${from} to ${to} of ${numberWords(count)}`)}</span>
      ${this.#renderTurn(msg('Next'), this.page + 1, this.page < last)}
    </nav>`;
  }

  #renderTurn(label: string, page: number, isPossible: boolean): TemplateResult {
    const turn = (): void => {
      if (isPossible) this.page = page;
    };
    return html`<button
      type="button"
      class="button"
      aria-disabled=${isPossible ? 'false' : 'true'}
      @click=${turn}
    >
      ${label}
    </button>`;
  }

  #export(job: Job): void {
    if (!this.#steps.isComplete) return;
    const columns = [
      msg('Contact'),
      msg('Contact ID'),
      msg('Outcome'),
      msg('What'),
      msg('User name'),
      msg('Why'),
      msg('When'),
    ];
    const rows = this.#steps.all.map((step) => {
      const { planned, state: outcome, after, at } = step;
      const userName = after?.userName ?? '';
      const what = plannedWords(planned);
      return [
        planned.contactName,
        planned.contactId,
        outcomeWords(outcome),
        what,
        userName,
        reasonWords(step),
        at,
      ];
    });
    const day = job.createdAt.slice(0, 10);
    void saveFile(fileName([jobTitle(job), job.companyName, day], 'csv'), toCsv(columns, rows));
  }
}

function renderRow(step: JobStep): TemplateResult {
  const { planned, state: outcome, at } = step;
  return html`<tr>
    <th scope="row">${planned.contactName}</th>
    <td class="outcome ${outcome}">${outcomeWords(outcome)}</td>
    <td class="what">${plannedWords(planned)}</td>
    <td class="why">${reasonWords(step)}</td>
    <td class="when">${at === null ? '' : momentWords(at)}</td>
  </tr>`;
}

function belongsTo(filter: Filter, { state: outcome }: JobStep): boolean {
  if (filter === 'left') return outcome === 'planned' || outcome === 'running' || outcome === 'cancelled';
  return filter === 'all' || filter === outcome;
}

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
