import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import {
  contractEnd,
  isProviderCompany,
  type ActiveTaskfire,
  type AgreementAcceptance,
  type BillingChoice,
  type LevelMove,
  type MovedUser,
  type Taskfire,
} from '../../model/index.js';
import { KeptDrafts, returnedInWords, UnsavedGuard } from '../settings-form/index.js';
import {
  Announcer,
  CompanyElement,
  define,
  errorNotice,
  loadingSkeleton,
  missingNotice,
  notice,
  reconnectingNotice,
  today,
  type PortalEvent,
} from '../shared/index.js';
import './agreement-dialog.js';
import { choiceOf, draftOf, isSameBilling, type BillingDraft } from './billing-draft.js';
import { billingRow } from './billing-row.js';
import './disable-dialog.js';
import { agreementRow, disableRow, inactiveRow, licenceRow } from './state-rows.js';
import { stateNotices } from './taskfire-notices.js';
import { TaskfireSession } from './taskfire-session.js';
import { taskfireStyles } from './taskfire.styles.js';
import type { TaskfireView } from './taskfire-view.js';

/** The detail of `portal-taskfire-changed`. */
export interface TaskfireChangedDetail {
  readonly companyId: number;
  readonly taskfire: Taskfire;
  /** Who has another level by that (T3). */
  readonly moved: readonly MovedUser[];
}

/** What was entered about billing for a company that is not shown at the moment, and what was seen when it was begun. */
interface KeptBilling {
  readonly draft: BillingDraft;
  readonly seen: Taskfire | undefined;
}

/** What was done last, with a way back where there is a simple one. */
interface Done {
  readonly text: string;
  readonly undo?: () => void;
}

/**
 * Taskfire of one company: enable it by accepting its agreement, see who accepted and how many licences are in use, say
 * which contract carries the fee, and disable it with its users moved to portal levels.
 *
 * @fires {PortalBeforeWriteEvent} portal-before-write - Something is about to be written. Call `refuse(reason)` to keep it from being written.
 * @fires {PortalEvent<TaskfireChangedDetail>} portal-taskfire-changed - It was enabled, disabled, or is billed elsewhere.
 * @csspart card - The frame around a group.
 * @csspart heading - The title of a card.
 * @csspart row - One setting: what it is, and its control.
 * @csspart label - The name of a setting.
 * @csspart help - What the setting does.
 * @csspart control - The control, and the notes under it.
 */
@localized()
export class PortalTaskfire extends CompanyElement {
  static override styles = taskfireStyles;

  readonly #session = new TaskfireSession(this);
  readonly #announcer = new Announcer(this);

  @state() private opened: 'agreement' | 'disable' | undefined;
  /** What is entered about billing; undefined while that is what is there. */
  @state() private draft: BillingDraft | undefined;
  @state() private isServiceAsked = false;
  /** The draft waited while another company was shown, and has not been touched since. */
  @state() private isReturned = false;
  readonly #kept = new KeptDrafts<KeptBilling>();
  @state() private done: Done | undefined;

  constructor() {
    super();
    new UnsavedGuard(this, () => this.draft !== undefined || !this.#kept.isEmpty);
  }

  /** Reads everything again; what is entered stays. */
  reload(): Promise<void> {
    return this.#session.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('companyId')) this.#turnFrom(changed.get('companyId'));
    else if (changed.has('admin')) this.#session.show(this.writingAdmin, this.companyId);
    const taskfire = this.#session.loading.value?.taskfire;
    const isMoot = taskfire?.isActive !== true || (this.draft && isSameBilling(taskfire, this.draft));
    if (taskfire !== undefined && isMoot === true && this.draft !== undefined) this.#forgetDraft();
  }

  /** Each company has a draft of its own. */
  #turnFrom(left: number | undefined): void {
    const session = this.#session;
    this.opened = this.done = undefined;
    this.isServiceAsked = false;
    const entered = this.draft && { draft: this.draft, seen: session.seenBy('bill') };
    const kept = this.#kept.turn(left, entered, this.companyId);
    session.show(this.writingAdmin, this.companyId);
    this.draft = kept?.draft;
    this.isReturned = kept !== undefined;
    if (kept === undefined) return;
    session.begin('bill', kept.seen);
    this.#announcer.announce(returnedInWords());
  }

  protected override render(): TemplateResult {
    return html`${this.reconnecting ? reconnectingNotice() : nothing} ${this.#content()}
    ${this.#announcer.region()}`;
  }

  #content(): TemplateResult {
    const { value, error } = this.#session.loading;
    const missing = missingNotice(this, {
      withoutAdmin: msg('Taskfire appears once a connection is set up.'),
      withoutCompany: msg('Open a company to see its Taskfire.'),
    });
    if (missing !== undefined) return missing;
    if (value !== undefined) return this.#card(value);
    return error === undefined
      ? loadingSkeleton(msg('Loading Taskfire'), 3)
      : errorNotice(error, () => void this.reload());
  }

  #card(view: TaskfireView): TemplateResult {
    return html`<section class="card" part="card" aria-labelledby="heading">
      <div class="head">
        <h3 id="heading" part="heading" tabindex="-1">${msg('Taskfire')}</h3>
        ${statePill(view.isActive)}
      </div>
      <div class="notices">${stateNotices(view)} ${this.#troubles(view)} ${this.#passing()}</div>
      ${view.taskfire === undefined ? nothing : this.#rows(view, view.taskfire)} ${this.#dialogs(view)}
    </section>`;
  }

  #troubles({ failures }: TaskfireView): unknown {
    const failure = this.#session.loading.error ?? failures[0];
    return failure === undefined ? nothing : errorNotice(failure, () => void this.reload());
  }

  #passing(): unknown {
    if (this.done === undefined) return nothing;
    const { text, undo } = this.done;
    return html`<div class="done">
      ${notice({
        tone: 'good',
        title: text,
        actions: html`${
            undo === undefined
              ? nothing
              : html`<button type="button" class="button undo" @click=${undo}>${msg('Undo')}</button>`
          } <button type="button" class="button plain" @click=${this.#dismiss}>${msg('Close')}</button>`,
      })}
    </div>`;
  }

  #rows(view: TaskfireView, taskfire: Taskfire): unknown {
    if (!taskfire.isActive) return inactiveRow(view, () => this.#open('agreement'));
    return html`${licenceRow(view.companyId, taskfire)}
    ${isProviderCompany(view.companyId) ? nothing : this.#billing(view, taskfire)}
    ${agreementRow(taskfire, () => this.#open('agreement'))}
    ${view.availability.state === 'available' ? disableRow(() => this.#open('disable')) : nothing}`;
  }

  #billing({ contracts }: TaskfireView, taskfire: ActiveTaskfire): TemplateResult {
    const session = this.#session;
    return billingRow({
      ...{ taskfire, contracts, isServiceAsked: this.isServiceAsked, isReturned: this.isReturned },
      draft: this.draft ?? draftOf(taskfire.billing),
      isBusy: session.busy === 'bill',
      error: session.errorOf('bill'),
      meanwhile: this.draft === undefined ? [] : session.meanwhile('bill'),
      edit: (draft) => {
        if (isSameBilling(taskfire, draft)) this.#forgetDraft();
        else this.#edit(draft);
      },
      save: () => void this.#save(),
      discard: this.#forgetDraft,
      remove: () => void this.#remove(taskfire),
    });
  }

  #dialogs({ taskfire }: TaskfireView): TemplateResult {
    const session = this.#session;
    const { admin, companyId, opened } = this;
    const active = taskfire?.isActive === true ? taskfire : undefined;
    const close = (): void => this.#closed();
    return html`<portal-taskfire-agreement
        .admin=${admin}
        .companyId=${companyId}
        .open=${opened === 'agreement'}
        .accepted=${active}
        .isBusy=${session.busy === 'enable'}
        .error=${session.errorOf('enable')}
        .meanwhile=${session.meanwhile('enable')}
        .accept=${(acceptance: AgreementAcceptance) => void this.#enable(acceptance)}
        @close=${close}
      ></portal-taskfire-agreement>
      <portal-taskfire-disable
        .admin=${admin}
        .companyId=${companyId}
        .open=${opened === 'disable'}
        .taskfire=${active}
        .isBusy=${session.busy === 'disable'}
        .error=${session.errorOf('disable')}
        .meanwhile=${session.meanwhile('disable')}
        .disable=${(moves: LevelMove[]) => void this.#disable(moves)}
        @close=${close}
      ></portal-taskfire-disable>`;
  }

  #open(dialog: 'agreement' | 'disable'): void {
    this.done = undefined;
    const isActive = this.#session.loading.value?.taskfire?.isActive === true;
    if (dialog === 'disable') this.#session.begin('disable');
    else if (!isActive) this.#session.begin('enable');
    this.opened = dialog;
  }

  #edit(draft: BillingDraft): void {
    this.#session.begin('bill');
    this.isReturned = false;
    this.done = undefined;
    this.draft = draft;
  }

  /** The button that opened the dialog is gone with what was done. */
  #closed(): void {
    this.opened = undefined;
    if (this.done !== undefined) void this.focusInside('#heading');
    this.#session.end('enable');
    this.#session.end('disable');
  }

  async #enable(acceptance: AgreementAcceptance): Promise<void> {
    const { companyId } = this;
    if (await this.#session.enable(acceptance))
      this.#finish(companyId, { text: msg('Taskfire is enabled.') });
  }

  async #disable(moves: LevelMove[]): Promise<void> {
    const { companyId } = this;
    const moved = await this.#session.disable(moves);
    if (moved === undefined) return;
    const text =
      moved.length === 0
        ? msg('Taskfire is disabled.')
        : moved.length === 1
          ? msg('Taskfire is disabled; 1 user has a portal level now.')
          : msg(str`Taskfire is disabled; ${moved.length} users have a portal level now.`);
    this.#finish(companyId, { text }, moved);
  }

  async #save(): Promise<void> {
    const choice = this.draft && choiceOf(this.draft);
    if (choice === undefined) {
      this.isServiceAsked = true;
      void this.focusInside('#service');
      return;
    }
    await this.#bill(choice, { text: msg('Billing is saved.') });
  }

  /** It can be taken back as long as the contract can be chosen again. */
  async #remove({ billing }: ActiveTaskfire): Promise<void> {
    if (billing === null) return;
    const { contractId, serviceId, expiresOn } = billing;
    const undo = (): void =>
      void this.#bill({ contractId, serviceId }, { text: msg('The fee is added to the contract again.') });
    const isOver = contractEnd(expiresOn, today()) === 'over';
    const text = msg('The fee is no longer added to a contract.');
    await this.#bill(null, isOver ? { text } : { text, undo });
  }

  async #bill(choice: BillingChoice, done: Done): Promise<void> {
    const { companyId } = this;
    this.done = undefined;
    if (!(await this.#session.bill(choice))) return;
    if (companyId === this.companyId) this.#forgetDraft();
    else if (companyId !== undefined) this.#kept.change(companyId, () => undefined);
    this.#finish(companyId, done);
  }

  /** The control that was used goes away with what it did: whoever stood there goes on at the heading. */
  #finish(companyId: number | undefined, done: Done, moved: readonly MovedUser[] = []): void {
    // Of another company, which is shown by now, there is nothing to say here.
    if (companyId !== this.companyId) {
      this.requestUpdate();
      return;
    }
    const taskfire = this.#session.loading.value?.taskfire;
    // The focus goes on once the dialog has closed: closing brings it back to the button first.
    if (this.opened === undefined) void this.focusInside('#heading');
    this.opened = undefined;
    this.done = done;
    this.#announcer.announce(done.text);
    if (companyId !== undefined && taskfire !== undefined)
      this.emit('portal-taskfire-changed', { companyId, taskfire, moved });
  }

  readonly #forgetDraft = (): void => {
    this.draft = undefined;
    this.isServiceAsked = this.isReturned = false;
    this.#session.end('bill');
  };

  readonly #dismiss = (): void => {
    this.done = undefined;
    void this.focusInside('#heading');
  };
}

function statePill(isActive: boolean | undefined): TemplateResult {
  if (isActive === undefined) return html`<span class="pill off">${msg('Unknown')}</span>`;
  return isActive
    ? html`<span class="pill good">${msg('Active')}</span>`
    : html`<span class="pill off">${msg('Not active')}</span>`;
}

define('portal-taskfire', PortalTaskfire);

declare global {
  interface HTMLElementTagNameMap {
    'portal-taskfire': PortalTaskfire;
  }
  interface HTMLElementEventMap {
    'portal-taskfire-changed': PortalEvent<TaskfireChangedDetail>;
  }
}
