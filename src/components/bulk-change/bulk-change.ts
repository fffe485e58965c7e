import { localized, msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { MOST_USER_NAMES, type PortalAdmin, type PortalJobs } from '../../contract/index.js';
import {
  CompanyRows,
  type BulkAction,
  type BulkContext,
  type BulkTarget,
  type Company,
  type ContactRow,
  type Placeholder,
  type PortalUserOptions,
} from '../../model/index.js';
import {
  Announcer,
  askingJobs,
  define,
  jobsContext,
  PortalElement,
  portalAdminContext,
  provided,
  type PortalDialog,
  type PortalEvent,
} from '../shared/index.js';
import './bulk-events.js';
import './csv/csv-import.js';
import type { CsvMatched } from './csv/csv-events.js';
import { bulkChangeStyles } from './bulk-change.styles.js';
import { againForm, formProblems, initialForm, requestOf, type BulkForm } from './bulk-form.js';
import type { FieldsView } from './bulk-fields.js';
import {
  makePlan,
  openQuestions,
  targetsOf,
  type BulkTask,
  type OpenQuestions,
  type ShownPlan,
} from './shown-plan.js';
import { actionTitle, planWords, stepTitle } from './bulk-words.js';
import { dialogActions, type Stage } from './dialog-actions.js';
import './dry-run.js';
import { fileFields } from './file-stage.js';
import { JobStart } from './job-start.js';
import { NameLookup } from './name-lookup.js';
import { doneBy, needsConsent } from './plan-notices.js';
import { planStage } from './plan-stage.js';
import { rulesStage } from './rules-stage.js';
import { startTrouble } from './start-trouble.js';

/** So many names are asked about without a word: ten requests. More take a while, and a share of the API's hourly limit. */
const FEW_NAMES = 10 * MOST_USER_NAMES;

/**
 * Changes many contacts' portal logins: rules, then a table of what will happen to whom, then a job.
 *
 * @summary Open as long as it has a `task`. What was entered stays until it is closed, whatever goes wrong.
 * @fires {PortalBeforeWriteEvent} portal-before-write - Something is about to be written. Call `refuse(reason)` to keep it from being written.
 * @fires portal-bulk-started - A job was started.
 * @fires portal-bulk-closed - After Escape, Cancel, or when a job was started.
 * @csspart dialog - The frame of the dialog.
 * @csspart dialog-header - Its title.
 * @csspart dialog-body - What scrolls in it.
 * @csspart dialog-footer - Its buttons.
 */
@localized()
export class PortalBulkChange extends PortalElement {
  static override styles = bulkChangeStyles;

  @query('portal-dialog') private readonly dialog!: PortalDialog | null;

  /** Asked whether user names are free beyond the company; without it the job finds out. */
  @provided(portalAdminContext)
  @property({ attribute: false })
  admin?: PortalAdmin | undefined;
  /** Without jobs nothing can be started; the plan is shown all the same. */
  @provided(jobsContext)
  @property({ attribute: false })
  jobs?: PortalJobs | undefined;
  /** Whose contacts they are. */
  @property({ attribute: false }) company?: Company | undefined;
  /** The levels and formats that logins of this company may have. */
  @property({ attribute: false }) options?: PortalUserOptions | undefined;
  /** All contacts of the company: a user name must be free among all of them. */
  @property({ attribute: false }) rows: readonly ContactRow[] = [];
  /** More contacts are still coming: until all are there nobody knows which user names are free. */
  @property({ type: Boolean }) loading = false;
  /** What to do with whom. Undefined closes the dialog. */
  @property({ attribute: false }) task?: BulkTask | undefined;

  @state() private stage: Stage = 'rules';
  @state() private form: BulkForm | undefined;
  @state() private targets: readonly BulkTarget[] = [];
  @state() private plan: ShownPlan | undefined;
  /** Names of the plan about which nobody has asked the PSA yet. */
  @state() private unknownNames: readonly string[] = [];
  /** Lines of the file that change nothing. */
  @state() private leftOut = 0;
  @state() private hasConsent = false;
  /** Problems are shown once somebody has asked to go on. */
  @state() private isChecked = false;
  @state() private isChanged = false;

  readonly #announcer = new Announcer(this);
  readonly #start = new JobStart(this);
  readonly #names = new NameLookup(this);
  #companyRows = new CompanyRows([]);
  #isStarted = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('rows')) this.#companyRows = new CompanyRows(this.rows);
    if (changed.has('task')) this.#open();
  }

  #open(): void {
    const { task, options, company } = this;
    this.#start.reset();
    this.#names.reset();
    this.#isStarted = this.isChecked = this.isChanged = this.hasConsent = false;
    this.plan = undefined;
    this.leftOut = 0;
    this.stage = this.#isFromFile ? 'file' : 'rules';
    this.form = undefined;
    if (task === undefined || options === undefined || company === undefined) return;
    const action = 'action' in task ? task.action : 'activate';
    this.form = initialForm(action, options, company.isTaskfireActive);
    this.targets = targetsOf(task);
    if ('takenNames' in task) {
      this.form = againForm(this.form);
      this.#names.know(task.takenNames);
    }
    // There may be nothing to choose, as about switching off.
    if (!this.#isFromFile && !this.#hasRules && !this.loading) void this.#check();
  }

  /** What the rules are needed for. */
  get #questions(): OpenQuestions {
    const { task } = this;
    return task === undefined
      ? { names: true, level: true, formats: true }
      : openQuestions(task, this.#companyRows);
  }

  get #hasRules(): boolean {
    return this.form?.action !== 'deactivate' && Object.values(this.#questions).includes(true);
  }

  get #isFromFile(): boolean {
    return this.task !== undefined && 'from' in this.task;
  }

  get #context(): BulkContext | undefined {
    const { options, company } = this;
    if (options === undefined || company === undefined) return undefined;
    const { isTaskfireActive } = company;
    return { rows: this.#companyRows, options, isTaskfireActive, takenElsewhere: this.#names.taken };
  }

  protected override render(): TemplateResult {
    const { form, company } = this;
    const isOpen = form !== undefined && company !== undefined;
    return html`<portal-dialog
        exportparts="dialog, dialog-header, dialog-body, dialog-footer"
        .open=${isOpen}
        .size=${this.stage === 'rules' || this.stage === 'file' ? 'medium' : 'large'}
        .heading=${form === undefined ? '' : this.#heading(form)}
        .lead=${company?.name ?? ''}
        ?has-unsaved=${this.isChanged}
        ?is-busy=${this.#start.isBusy}
        @close=${this.#onClose}
      >
        ${isOpen ? html`${startTrouble(this.#start.error, this.loading, this.jobs)} ${this.#file(form)} ${this.#stage(form, company)} ${this.#actions(form)}` : nothing}
      </portal-dialog>
      ${this.#announcer.region()}`;
  }

  #heading({ action }: BulkForm): string {
    return this.stage === 'file' ? msg('Change contacts by CSV') : actionTitle(action, this.targets.length);
  }

  /** Stays in the DOM behind the later steps, so that the file is still there on the way back. */
  #file({ action }: BulkForm): unknown {
    if (!this.#isFromFile) return nothing;
    return html`<div class="stage" ?hidden=${this.stage !== 'file'}>
      <h3 id="stage-file" tabindex="-1">${stepTitle('csv', 'file')}</h3>
      <portal-csv-import
        .rows=${this.rows}
        .options=${this.options}
        ?loading=${this.loading}
        @portal-csv-matched=${this.#onMatched}
      ></portal-csv-import>
      ${fileFields({
        action,
        isMissing: this.isChecked && this.targets.length === 0,
        choose: (chosen) => this.#set(this.#changedAction(chosen)),
      })}
    </div>`;
  }

  #stage(form: BulkForm, company: Company): unknown {
    const { stage, plan, options } = this;
    if (stage === 'file') return nothing;
    if (stage === 'planning')
      return html`<div class="planning" role="status">
        <span class="spinner" aria-hidden="true"></span>${msg('Checking every contact …')}
      </div>`;
    const names = { lookup: this.#names, unknown: this.unknownNames.length, ask: this.#askNames };
    if (stage === 'plan' && plan !== undefined)
      return planStage({
        ...{ plan, options, rows: this.rows, companyId: company.id },
        hasConsent: this.hasConsent,
        isConsentMissing: this.isChecked && !this.hasConsent,
        consent: (hasConsent) => (this.hasConsent = hasConsent),
        leftOut: this.leftOut,
        title: stepTitle(this.#isFromFile ? 'csv' : 'selection', 'plan'),
        names: this.admin === undefined ? undefined : names,
      });
    const view = this.#fieldsView(form);
    const context = this.#context;
    if (view === undefined || context === undefined) return nothing;
    return rulesStage(view, {
      ...{ companyId: company.id, targets: this.targets, context },
      title: stepTitle(this.#isFromFile ? 'csv' : 'selection', 'rules'),
      open: this.#questions,
      takenNames: this.task !== undefined && 'takenNames' in this.task ? this.task.takenNames : undefined,
    });
  }

  #fieldsView(form: BulkForm): FieldsView | undefined {
    const { options, company } = this;
    if (options === undefined || company === undefined) return undefined;
    return {
      ...{ form, options, isTaskfireActive: company.isTaskfireActive },
      problems: this.isChecked ? formProblems(form, this.targets) : [],
      set: this.#set,
      insert: (placeholder) => void this.#insert(placeholder),
    };
  }

  #actions({ action }: BulkForm): TemplateResult {
    const { plan, stage } = this;
    const count = plan === undefined ? 0 : doneBy(plan.summary);
    const isPlanned = plan?.isTooLarge === false && this.#names.progress === undefined;
    return dialogActions({
      stage,
      before: this.#stageBefore,
      isLastBeforePlan: stage !== 'file' || !this.#hasRules,
      canGoOn: stage !== 'planning' && !this.loading,
      canStart: this.jobs !== undefined && count > 0 && isPlanned,
      isStarting: this.#start.isBusy,
      startLabel: actionTitle(action, count),
      cancel: () => this.dialog?.requestClose(),
      enter: (to) => this.#enter(to),
      goOn: () => this.#goOn(),
      start: () => void this.#begin(),
    });
  }

  get #stageBefore(): Stage | undefined {
    if (this.stage === 'plan' && this.#hasRules) return 'rules';
    const isLater = this.stage === 'plan' || this.stage === 'rules';
    return isLater && this.#isFromFile ? 'file' : undefined;
  }

  readonly #set = (change: Partial<BulkForm>): void => {
    if (this.form === undefined) return;
    this.form = { ...this.form, ...change };
    this.isChanged = true;
  };

  /** Puts a part where the cursor is in the pattern. */
  async #insert(placeholder: Placeholder): Promise<void> {
    const field = this.renderRoot.querySelector<HTMLInputElement>('#pattern');
    if (field === null || this.form === undefined) return;
    field.setRangeText(`{${placeholder}}`, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    this.#set({ ownPattern: field.value });
    await this.focusInside('#pattern');
  }

  /** Another action begins with its own default for levels; all else that was entered stays. */
  #changedAction(action: BulkAction): Partial<BulkForm> {
    const { options, company } = this;
    if (options === undefined || company === undefined) return { action };
    return { action, otherwise: initialForm(action, options, company.isTaskfireActive).otherwise };
  }

  readonly #onMatched = ({ detail }: PortalEvent<CsvMatched>): void => {
    this.targets = detail.targets;
    this.leftOut = detail.leftOut;
    this.isChanged ||= detail.targets.length > 0;
  };

  #goOn(): void {
    if (this.stage === 'rules') void this.#check();
    if (this.stage !== 'file' || this.form === undefined) return;
    this.isChecked = true;
    if (this.targets.length === 0) return;
    if (this.form.action === 'deactivate') void this.#check();
    else this.#enter('rules');
  }

  async #check(): Promise<void> {
    const { form, company } = this;
    const context = this.#context;
    if (form === undefined || company === undefined || context === undefined) return;
    this.isChecked = true;
    if (formProblems(form, this.targets).length > 0) {
      await this.focusInside('[aria-invalid="true"], [aria-describedby="formats-problem"] select');
      return;
    }
    this.stage = 'planning';
    await this.updateComplete;
    // The sentence is painted before the work begins: 100,000 contacts take a moment.
    await new Promise((resolve) => setTimeout(resolve, 30));
    if (this.form !== form) return;
    this.#planAnew(form);
    if (this.unknownNames.length <= FEW_NAMES) await this.#settleNames(form);
    if (this.form !== form) return;
    this.#enter('plan');
    this.#announcePlan();
  }

  #planAnew(form: BulkForm): void {
    const { company } = this;
    const context = this.#context;
    if (company === undefined || context === undefined) return;
    this.plan = makePlan(requestOf(form), this.targets, context, company);
    this.unknownNames = this.#names.unknownNames(this.plan.draft.steps);
    this.hasConsent = false;
  }

  /** A name that turns out to be somebody's may be followed by a numbered one, about which nobody has asked yet. */
  async #settleNames(form: BulkForm): Promise<void> {
    const { admin } = this;
    while (admin !== undefined && this.unknownNames.length > 0) {
      const isAnswered = await this.#names.ask(admin, this.unknownNames);
      if (this.form !== form || this.plan === undefined) return;
      if (!isAnswered) {
        this.unknownNames = this.#names.unknownNames(this.plan.draft.steps);
        return;
      }
      this.#planAnew(form);
    }
  }

  readonly #askNames = async (): Promise<void> => {
    const { form } = this;
    if (form === undefined) return;
    await this.#settleNames(form);
    if (this.form === form && this.unknownNames.length === 0) this.#announcePlan();
  };

  #announcePlan(): void {
    if (this.plan !== undefined) this.#announcer.announce(planWords(this.plan.summary));
  }

  #enter(stage: Stage): void {
    this.stage = stage;
    this.#start.reset();
    this.#names.stop();
    this.isChecked = false;
    void this.focusInside(stage === 'file' ? '#stage-file' : '#stage');
  }

  async #begin(): Promise<void> {
    const { jobs, plan } = this;
    if (jobs === undefined || plan === undefined) return;
    this.isChecked = true;
    if (needsConsent(plan.summary, plan.draft.companyId) && !this.hasConsent) {
      await this.focusInside('.consent input');
      return;
    }
    const job = await this.#start.start(askingJobs(this, jobs, plan.draft.companyId), plan.draft);
    if (job === undefined) return;
    this.#isStarted = true;
    this.isChanged = false;
    this.emit('portal-bulk-started', { job });
    this.dialog?.close();
  }

  readonly #onClose = (event: Event): void => {
    if (event.target !== this.dialog) return;
    this.task = undefined;
    this.emit('portal-bulk-closed', { isStarted: this.#isStarted });
  };
}

define('portal-bulk-change', PortalBulkChange);

declare global {
  interface HTMLElementTagNameMap {
    'portal-bulk-change': PortalBulkChange;
  }
}
