import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { PortalAdmin, PortalError } from '../../contract/index.js';
import {
  missingConfirmations,
  type ActiveTaskfire,
  type AgreementAcceptance,
  type TaskfireAgreement,
} from '../../model/index.js';
import {
  define,
  errorNotice,
  loadingSkeleton,
  LoadTask,
  PortalElement,
  type PortalDialog,
} from '../shared/index.js';
import { agreementStyles } from './dialogs.styles.js';
import { meanwhileNotice, refusalNotice } from './taskfire-notices.js';
import { acceptedWords, hasProblem } from './taskfire-words.js';

/**
 * The Taskfire agreement (T1): to accept it, each statement ticked by itself; or, once it is accepted, to read it again
 * with who accepted it and when.
 *
 * @summary Reads the text each time it is opened.
 * @fires close - Closed; `open` is false.
 */
@localized()
export class PortalTaskfireAgreement extends PortalElement {
  static override styles = agreementStyles;

  @query('portal-dialog') private readonly dialog!: PortalDialog | null;

  @property({ attribute: false }) admin?: PortalAdmin | undefined;
  @property({ attribute: false }) companyId?: number | undefined;
  @property({ type: Boolean }) open = false;
  /** As it was accepted; undefined asks for acceptance. */
  @property({ attribute: false }) accepted?: ActiveTaskfire | undefined;
  /** It is being accepted. */
  @property({ type: Boolean, attribute: 'is-busy' }) isBusy = false;
  /** Why it could not be accepted. */
  @property({ attribute: false }) error?: PortalError | undefined;
  /** What others did since it was opened. */
  @property({ attribute: false }) meanwhile: readonly string[] = [];
  @property({ attribute: false }) accept?: ((acceptance: AgreementAcceptance) => void) | undefined;

  readonly #text = new LoadTask<TaskfireAgreement>(this);
  @state() private confirmed: readonly string[] = [];
  /** Somebody wanted to accept and had not confirmed everything: from then on it says what is missing. */
  @state() private isAsked = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) this.#start();
    // What was ticked was ticked for another text.
    if (changed.has('error') && hasProblem(this.error, ['agreement-changed'])) this.#start();
  }

  protected override render(): TemplateResult {
    const agreement = this.#text.value;
    return html`<portal-dialog
      size="medium"
      heading=${agreement?.title ?? msg('Taskfire agreement')}
      lead=${this.accepted === undefined ? '' : acceptedWords(this.accepted)}
      first-focus=".close"
      .open=${this.open}
      .isBusy=${this.isBusy}
      @close=${this.#onClose}
    >
      ${this.#content(agreement)} ${this.#actions(agreement)}
    </portal-dialog>`;
  }

  #content(agreement: TaskfireAgreement | undefined): unknown {
    const { error } = this.#text;
    if (error !== undefined) return errorNotice(error, this.#start);
    if (agreement === undefined) return loadingSkeleton(msg('Loading the agreement'), 4);
    return html`<div class="notices">
        ${meanwhileNotice(this.meanwhile, false)} ${refusalNotice(this.error, this.meanwhile)}
      </div>
      <div class="text" lang=${agreement.language} tabindex="0" role="group" aria-label=${agreement.title}>
        ${agreement.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
      </div>
      ${this.accepted === undefined ? this.#questions(agreement) : this.#answers(agreement)}`;
  }

  #questions(agreement: TaskfireAgreement): TemplateResult {
    return html`<fieldset aria-describedby="missing">
      <legend>${msg('To accept, confirm each statement.')}</legend>
      ${agreement.confirmations.map(
        ({ id, text }) =>
          html`<label class="confirmation">
            <input
              type="checkbox"
              name=${id}
              aria-invalid=${this.isAsked && !this.confirmed.includes(id)}
              .checked=${live(this.confirmed.includes(id))}
              @change=${(event: Event) => this.#tick(id, event)}
            />
            <span lang=${agreement.language}>${text}</span>
          </label>`,
      )}
      <p id="missing" class=${this.isAsked ? 'problem' : 'hint'} role="status">${this.#missing(agreement)}</p>
    </fieldset>`;
  }

  #answers(agreement: TaskfireAgreement): TemplateResult {
    return html`<p class="hint">${msg('Confirmed when it was accepted:')}</p>
      <ul lang=${agreement.language}>
        ${agreement.confirmations.map(({ text }) => html`<li>${text}</li>`)}
      </ul>
      <p class="hint">${msg(str`Version of the text: ${agreement.version}`)}</p>`;
  }

  #missing(agreement: TaskfireAgreement): unknown {
    const missing = missingConfirmations(agreement, this.confirmed).length;
    if (missing === 0) return nothing;
    return missing === 1
      ? msg('1 statement still has to be confirmed.')
      : msg(str`${missing} statements still have to be confirmed.`);
  }

  #actions(agreement: TaskfireAgreement | undefined): TemplateResult {
    const isView = this.accepted !== undefined;
    const close = isView ? msg('Close') : msg('Cancel');
    return html`<button slot="actions" type="button" class="button close" @click=${this.#close}>
        ${close}
      </button>
      ${isView || agreement === undefined ? nothing : this.#acceptButton(agreement)}`;
  }

  /** It can be reached while it does nothing yet, and then says why: a disabled button explains itself to nobody. */
  #acceptButton(agreement: TaskfireAgreement): TemplateResult {
    const isMissing = missingConfirmations(agreement, this.confirmed).length > 0;
    return html`<button
      slot="actions"
      type="button"
      class="button primary accept"
      aria-disabled=${isMissing || this.isBusy}
      aria-describedby="missing"
      @click=${() => this.#onAccept(agreement)}
    >
      ${this.isBusy ? html`<span class="spinner" aria-hidden="true"></span>${msg('Enabling Taskfire …')}` : msg('Accept and enable')}
    </button>`;
  }

  readonly #start = (): void => {
    const { admin, companyId } = this;
    this.confirmed = [];
    this.isAsked = false;
    if (admin === undefined || companyId === undefined) return;
    this.#text.reset();
    void this.#read((signal) => admin.taskfireAgreement(companyId, { signal }));
  };

  /** The dialog opens before its text is there; whoever has gone nowhere else meanwhile begins at its start. */
  async #read(load: (signal: AbortSignal) => Promise<TaskfireAgreement>): Promise<void> {
    const isRead = await this.#text.run(load);
    if (isRead && this.open && this.focusedInside?.matches('.close') !== false)
      void this.focusInside('.text');
  }

  #tick(id: string, event: Event): void {
    const isTicked = event.target instanceof HTMLInputElement && event.target.checked;
    const others = this.confirmed.filter((one) => one !== id);
    this.confirmed = isTicked ? [...others, id] : others;
  }

  #onAccept(agreement: TaskfireAgreement): void {
    if (this.isBusy) return;
    const [missing] = missingConfirmations(agreement, this.confirmed);
    if (missing === undefined) {
      this.accept?.({ agreementVersion: agreement.version, confirmed: [...this.confirmed] });
      return;
    }
    this.isAsked = true;
    void this.focusInside(`input[name="${CSS.escape(missing)}"]`);
  }

  readonly #close = (): void => this.dialog?.requestClose();

  readonly #onClose = (): void => {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}

define('portal-taskfire-agreement', PortalTaskfireAgreement);

declare global {
  interface HTMLElementTagNameMap {
    'portal-taskfire-agreement': PortalTaskfireAgreement;
  }
}
