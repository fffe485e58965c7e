import { localized, msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Job, PortalJobs } from '../../contract/index.js';
import {
  companyIdFrom,
  define,
  errorNotice,
  jobsContext,
  loadingSkeleton,
  notice,
  PortalElement,
  provided,
  reconnectingNotice,
  type PortalEvent,
} from '../shared/index.js';
import './job-card.js';
import './job-events.js';
import { JobFeed } from './job-feed.js';

/** ms. For so long after its end a job counts as recent. */
const RECENT = 24 * 3_600_000;

/**
 * The bulk operations of one company, or of all: the newest first, kept current while they run.
 *
 * @summary Give it `jobs`; without `companyId` it shows those of all companies.
 * @fires {PortalBeforeWriteEvent} portal-before-write - Something is about to be written. Call `refuse(reason)` to keep it from being written.
 * @fires portal-job-moved - A job was steered here.
 * @fires portal-job-forgotten - A job was removed here.
 * @fires portal-passwords-taken - The initial passwords of a job were taken out here.
 * @fires portal-plan-again - What failed of a job is to be planned anew; only where `plansAgain` is set.
 * @csspart card - The frame around a group.
 * @csspart heading - The title of a card.
 * @csspart job - A job with all that belongs to it.
 * @csspart progress - How far a job is.
 * @csspart empty - In place of rows where there are none.
 */
@localized()
export class PortalJobList extends PortalElement {
  static override styles = css`
    section {
      border: 1px solid var(--_line);
      border-radius: var(--_radius-large);
      background: var(--_surface);
      overflow: clip;
    }
    h2 {
      margin: 0;
      padding: 11px var(--_pad);
      border-block-end: 1px solid var(--_line);
      font-size: var(--_large);
      font-weight: 620;
      line-height: 1.45;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li + li {
      border-block-start: 1px solid var(--_line);
    }
    .notices {
      display: grid;
      gap: 8px;
      padding: 10px var(--_pad);
    }
    .nothing {
      margin: 0;
      padding: 28px var(--_pad) 32px;
      color: var(--_quiet);
      text-align: center;
    }
  `;

  /** Who runs the jobs. */
  @provided(jobsContext)
  @property({ attribute: false })
  jobs?: PortalJobs | undefined;
  /** Only this company's jobs. 0 is the provider itself. */
  @property({ attribute: 'company-id', converter: { fromAttribute: companyIdFrom } })
  companyId?: number | undefined;
  /** Whoever shows it opens a new plan at `portal-plan-again`, for example in `<portal-contact-grid>`. */
  @property({ type: Boolean, attribute: 'plans-again' }) plansAgain = false;
  /** Only jobs that have not ended or ended within a day; and nothing at all where there are none. */
  @property({ type: Boolean }) recent = false;
  /** True while the connection to the extension's worker is being set up again. */
  @property({ type: Boolean }) reconnecting = false;

  readonly #feed = new JobFeed(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('jobs')) this.#feed.follow(this.jobs);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state, error } = this.#feed;
    const shown = this.#feed.jobs.filter((job) => this.#isShown(job));
    if (this.recent && shown.length === 0 && error === undefined) return nothing;
    return html`<section
      part="card"
      aria-labelledby="heading"
      @portal-job-moved=${this.#onMoved}
      @portal-job-forgotten=${this.#onForgotten}
    >
      <h2 id="heading" part="heading" tabindex="-1">
        ${this.companyId === undefined ? msg('Jobs of all companies') : msg('Jobs')}
      </h2>
      ${this.#renderNotices()} ${this.jobs === undefined ? missing() : nothing}
      ${shown.length > 0 ? this.#renderJobs(shown) : state === 'failed' ? nothing : this.#renderNone()}
    </section>`;
  }

  #isShown(job: Job): boolean {
    if (this.companyId !== undefined && job.companyId !== this.companyId) return false;
    const hasEnded = job.state === 'finished' || job.state === 'cancelled';
    return !this.recent || !hasEnded || Date.now() - Date.parse(job.changedAt) < RECENT;
  }

  #renderNotices(): TemplateResult | typeof nothing {
    const { error } = this.#feed;
    if (this.reconnecting) return html`<div class="notices">${reconnectingNotice()}</div>`;
    if (error === undefined) return nothing;
    return html`<div class="notices">${errorNotice(error, () => void this.#feed.load())}</div>`;
  }

  #renderNone(): TemplateResult | typeof nothing {
    const { state } = this.#feed;
    if (state === 'idle') return nothing;
    if (state === 'loading') return loadingSkeleton(msg('Loading the jobs'), 3);
    return html`<p class="nothing" part="empty">
      ${msg('No jobs. What is done to many contacts at once in the PSA can be followed and undone here.')}
    </p>`;
  }

  #renderJobs(shown: readonly Job[]): TemplateResult {
    const undoes = new Map(this.#feed.jobs.map((job) => [job.undoes, job]));
    return html`<ul>
      ${repeat(
        shown,
        ({ id }) => id,
        (job) =>
          html`<li>
            <portal-job-card
              part="job"
              exportparts="progress, notice"
              .jobs=${this.jobs}
              .job=${job}
              .undoneBy=${undoes.get(job.id)}
              ?shows-company=${this.companyId === undefined}
              ?plans-again=${this.plansAgain}
            ></portal-job-card>
          </li>`,
      )}
    </ul>`;
  }

  readonly #onMoved = ({ detail: { job } }: PortalEvent<{ job: Job }>): void => {
    this.#feed.learn(job);
  };

  /** The focus was in the card that is gone now. */
  readonly #onForgotten = async ({ detail: { jobId } }: PortalEvent<{ jobId: string }>): Promise<void> => {
    this.#feed.forget(jobId);
    await this.focusInside('h2');
  };
}

function missing(): TemplateResult {
  return html`<div class="notices">
    ${notice({
      tone: 'info',
      title: msg('Jobs are not connected yet.'),
      text: msg('They appear once a connection that runs jobs is set up.'),
    })}
  </div>`;
}

define('portal-job-list', PortalJobList);

declare global {
  interface HTMLElementTagNameMap {
    'portal-job-list': PortalJobList;
  }
}
