import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PortalError, type Job, type JobStep, type PortalJobs } from '../../contract/index.js';
import {
  Announcer,
  askingJobs,
  define,
  errorNotice,
  momentWords,
  notice,
  PortalElement,
} from '../shared/index.js';
import { actionButtons, possibleActions } from './job-actions.js';
import { JobAnnouncements } from './job-announcements.js';
import { jobCardStyles } from './job-card.styles.js';
import './job-events.js';
import { JobPace } from './job-pace.js';
import './job-passwords.js';
import { planAgain } from './plan-again.js';
import { progressBar } from './progress-bar.js';
import './job-question.js';
import './job-results.js';
import { JobSteering, type JobAction } from './job-steering.js';
import { JobSteps } from './job-steps.js';
import { countWords, jobState, jobTitle, longWait, remainingWords, waitingWords } from './job-words.js';
import { cancelQuestion, forgetQuestion, undoQuestion, type JobQuestion } from './question-words.js';

/**
 * One bulk operation: what it does, how far it is, why it waits, what can be done with it, what has come of it.
 *
 * @summary Give it `jobs` and the `job` as it stands; set `job` anew whenever it moves.
 * @fires {PortalBeforeWriteEvent} portal-before-write - Something is about to be written. Call `refuse(reason)` to keep it from being written.
 * @fires portal-job-moved - It was paused, resumed, cancelled or tried again here, or undone by a new job.
 * @fires portal-job-forgotten - It was removed here.
 * @fires portal-passwords-taken - The initial passwords of a job were taken out here.
 * @fires portal-plan-again - What failed is to be planned anew; only where `plansAgain` is set.
 */
@localized()
export class PortalJobCard extends PortalElement {
  static override styles = jobCardStyles;

  @property({ attribute: false }) jobs?: PortalJobs | undefined;
  @property({ attribute: false }) job?: Job | undefined;
  /** The job that takes this one back, where there is one. */
  @property({ attribute: false }) undoneBy?: Job | undefined;
  /** True where jobs of several companies stand together. */
  @property({ type: Boolean, attribute: 'shows-company' }) showsCompany = false;
  /** Whoever shows it opens a new plan at `portal-plan-again`. */
  @property({ type: Boolean, attribute: 'plans-again' }) plansAgain = false;

  @state() private isOpen = false;
  /** What is being asked, and what is done once it is confirmed. */
  @state() private asking: { action: JobAction; question: JobQuestion | 'reading' } | undefined;

  readonly #announcer = new Announcer(this);
  readonly #announcements = new JobAnnouncements((sentence) => {
    this.#announcer.announce(sentence);
  });
  readonly #pace = new JobPace();
  readonly #steering = new JobSteering(this);
  readonly #steps = new JobSteps(this);
  #hadFocus = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#hadFocus = this.focusedInside !== null;
    const { job } = this;
    if (!changed.has('job') || job === undefined) return;
    this.#pace.see(job);
    this.#announcements.see(job);
  }

  /** A button that is gone with what it did must not take the focus along to the top of the page. */
  protected override updated(): void {
    if (this.#hadFocus && this.focusedInside === null && this.isConnected) void this.focusInside('h3');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { job } = this;
    if (job === undefined) return nothing;
    return html`<article aria-labelledby="title">
        ${this.#renderHead(job)} ${progressBar(job)} ${this.#renderState(job)} ${this.#renderNotices(job)}
        ${this.#renderDetails(job)}
      </article>
      <portal-job-question
        .question=${this.asking?.question}
        .confirm=${this.#confirm}
        @close=${this.#onQuestionClosed}
      ></portal-job-question>
      ${this.#announcer.region()}`;
  }

  #renderHead(job: Job): TemplateResult {
    const { tone, words } = jobState(job);
    const started = msg(str`started ${momentWords(job.createdAt)}`);
    const undone = this.undoneBy && msg(str`undo started ${momentWords(this.undoneBy.createdAt)}`);
    const facts = [this.showsCompany ? job.companyName : undefined, started, undone];
    return html`<header>
      <h3 id="title" tabindex="-1">${jobTitle(job)}</h3>
      <span class="pill ${tone}">${words}</span>
      <p class="facts">${facts.filter((fact) => fact !== undefined).join(' · ')}</p>
    </header>`;
  }

  #renderState(job: Job): TemplateResult {
    const remaining = this.#pace.remaining();
    const actions = possibleActions(job, {
      isUndone: this.undoneBy !== undefined,
      canPlanAgain: this.plansAgain,
    });
    return html`<div class="state">
      <p class="counts">
        ${countWords(job.counts).map((one) => html`<span class=${one.state}>${one.words}</span> `)}
        ${remaining === undefined ? nothing : html`<span class="remaining">${remainingWords(remaining)}</span>`}
      </p>
      ${actionButtons(job, actions, this.#steering.busy, this.#onAction)}
    </div>`;
  }

  #renderNotices(job: Job): unknown {
    const { error } = this.#steering;
    const waiting = longWait(job);
    return [
      waiting === undefined ? nothing : notice({ tone: 'warn', ...waitingWords(waiting) }),
      error === undefined ? nothing : errorNotice(error),
      html`<portal-job-passwords
        .jobs=${this.jobs}
        .job=${job}
        @close=${() => this.focusInside('h3')}
      ></portal-job-passwords>`,
    ];
  }

  #renderDetails(job: Job): TemplateResult {
    return html`<details ?open=${this.isOpen} @toggle=${this.#onToggle}>
      <summary>${msg('Contacts and results')}</summary>
      ${
        this.isOpen ? html`<portal-job-results .jobs=${this.jobs} .job=${job}></portal-job-results>` : nothing
      }
    </details>`;
  }

  readonly #onToggle = ({ target }: Event): void => {
    if (target instanceof HTMLDetailsElement) this.isOpen = target.open;
  };

  readonly #onAction = (action: JobAction): void => {
    const { job } = this;
    if (job === undefined || this.#steering.busy !== undefined) return;
    if (action === 'cancel') this.asking = { action, question: cancelQuestion(job) };
    else if (action === 'forget') this.asking = { action, question: forgetQuestion(job) };
    else if (action === 'undo') void this.#askUndo(job);
    else if (action === 'plan-again') void this.#planAgain(job);
    else void this.#run(action);
  };

  /** What an undo will do is told from what the job has done, so that is read first. */
  async #askUndo(job: Job): Promise<void> {
    const { jobs } = this;
    if (jobs === undefined) return;
    const asking = { action: 'undo', question: 'reading' } as const;
    this.asking = asking;
    const steps = await this.#readSteps(jobs, job);
    if (this.asking !== asking) return;
    if (!(steps instanceof PortalError)) this.asking = { action: 'undo', question: undoQuestion(job, steps) };
    else {
      this.asking = undefined;
      await this.#steering.run('undo', () => Promise.reject(steps));
    }
  }

  async #planAgain(job: Job): Promise<void> {
    const { jobs } = this;
    if (jobs === undefined) return;
    await this.#steering.run('plan-again', async () => {
      const steps = await this.#readSteps(jobs, job);
      if (steps instanceof PortalError) throw steps;
      this.emit('portal-plan-again', { companyId: job.companyId, again: planAgain(steps) });
    });
  }

  async #readSteps(jobs: PortalJobs, job: Job): Promise<readonly JobStep[] | PortalError> {
    this.#steps.follow({ jobs, jobId: job.id });
    await this.#steps.load();
    const { error, all } = this.#steps;
    this.#steps.follow(undefined);
    return error ?? all;
  }

  readonly #confirm = (): void => {
    const action = this.asking?.action;
    if (action !== undefined && action !== 'plan-again') void this.#run(action);
  };

  readonly #onQuestionClosed = async (): Promise<void> => {
    const action = this.asking?.action ?? '';
    this.asking = undefined;
    await this.focusInside(`[data-action='${action}']`);
  };

  async #run(action: Exclude<JobAction, 'plan-again'>): Promise<void> {
    const { jobs, job } = this;
    if (jobs === undefined || job === undefined) return;
    const asking = askingJobs(this, jobs, job.companyId);
    await this.#steering.run(action, async () => {
      if (action === 'forget') {
        await asking.forget(job.id);
        this.emit('portal-job-forgotten', { jobId: job.id });
      } else this.emit('portal-job-moved', { job: await asking[action](job.id) });
    });
  }
}

define('portal-job-card', PortalJobCard);

declare global {
  interface HTMLElementTagNameMap {
    'portal-job-card': PortalJobCard;
  }
}
