import { localized, msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { FieldProblem, PortalAdmin, PortalError } from '../../contract/index.js';
import {
  generatePassword,
  sortName,
  type Company,
  type ContactRow,
  type PortalUserOptions,
} from '../../model/index.js';
import {
  define,
  errorNotice,
  notice,
  PortalElement,
  type PortalDialog,
  type PortalEvent,
} from '../shared/index.js';
import { activationDialogStyles } from './activation-dialog.styles.js';
import {
  formatFields,
  levelField,
  passwordField,
  userNameField,
  type FormView,
} from './activation-fields.js';
import {
  formProblems,
  initialValues,
  isFormField,
  purposeOf,
  submissionOf,
  type FormContext,
  type FormField,
  type FormPurpose,
  type FormValues,
} from './activation-form.js';
import { copyText } from './copy-text.js';
import { formFieldStyles } from './form-field.styles.js';
import { problemWords } from './problem-words.js';
import type { Submission } from './row-changes.js';
import { UserNameCheck } from './user-name-check.js';

/** Sends what was filled in. Resolves to the error with which it was refused, or to undefined where it was done. */
export type Save = (row: ContactRow, submission: Submission) => Promise<PortalError | undefined>;

declare global {
  interface HTMLElementEventMap {
    /** The dialog was closed, whether something was saved or not. */
    'portal-activation-closed': PortalEvent<{ readonly contactId: number }>;
  }
}

/**
 * Activates, re-activates or changes the portal login of one contact.
 *
 * @summary Open as long as it has a `row`. What the PSA refuses is shown at its field, and what was typed stays.
 * @fires portal-activation-closed - After Escape, Cancel, or when it was saved.
 */
@localized()
export class PortalActivationDialog extends PortalElement {
  static override styles = [formFieldStyles, activationDialogStyles];

  readonly #nameCheck = new UserNameCheck(this);

  @query('portal-dialog') private readonly dialog!: PortalDialog | null;

  @property({ attribute: false }) admin?: PortalAdmin | undefined;
  @property({ attribute: false }) company?: Company | undefined;
  @property({ attribute: false }) options?: PortalUserOptions | undefined;
  /** Whose login it is. Undefined closes the dialog. */
  @property({ attribute: false }) row?: ContactRow | undefined;
  @property({ attribute: false }) save?: Save | undefined;

  @state() private values: FormValues | undefined;
  @state() private isSaving = false;
  @state() private hasCopied = false;
  @state() private refusals: readonly FieldProblem[] = [];
  @state() private error: PortalError | undefined;
  #initial: FormValues | undefined;
  /** Fields whose problems are shown: what nobody has touched is not yet wrong. */
  #touched = new Set<FormField>();

  get #context(): FormContext | undefined {
    if (this.row === undefined || this.options === undefined || this.company === undefined) return undefined;
    return { row: this.row, options: this.options, isTaskfireActive: this.company.isTaskfireActive };
  }

  get #hasUnsaved(): boolean {
    const { values } = this;
    const initial = this.#initial;
    if (values === undefined || initial === undefined) return false;
    return Object.keys(values).some((field) => isFormField(field) && values[field] !== initial[field]);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('row')) return;
    const context = this.#context;
    this.values = this.#initial = context && initialValues(context);
    this.#touched = new Set();
    this.isSaving = this.hasCopied = false;
    this.refusals = [];
    this.error = undefined;
    this.#nameCheck.reset();
    if (this.values?.userName && this.row?.portalUser === null) this.#checkName(this.values.userName);
  }

  protected override render(): TemplateResult {
    const { row, values } = this;
    const context = this.#context;
    const isWanted = context !== undefined && values !== undefined;
    const purpose = row === undefined ? 'activate' : purposeOf(row);
    return html`<form novalidate @submit=${this.#onSubmit}>
      <portal-dialog
        size="medium"
        heading=${titles[purpose]()}
        lead=${row === undefined ? '' : whose(row)}
        first-focus="#userName"
        .open=${isWanted}
        ?has-unsaved=${this.#hasUnsaved}
        ?is-busy=${this.isSaving}
        @close=${this.#onClose}
      >
        ${isWanted ? this.#fields(context, values, purpose) : nothing}
      </portal-dialog>
    </form>`;
  }

  #fields(context: FormContext, values: FormValues, purpose: FormPurpose): TemplateResult {
    const view = this.#view(context, values);
    return html`<div class="fields">
        ${this.#trouble(context, values)} ${userNameField(view)} ${levelField(view)} ${formatFields(view)}
        ${purpose === 'activate' ? passwordField(view) : nothing}
      </div>
      ${
        purpose === 'activate'
          ? html`<p slot="actions">${msg('A login cannot be deleted later, only deactivated.')}</p>`
          : nothing
      }
      <button slot="actions" type="button" class="button" @click=${this.#cancel}>${msg('Cancel')}</button>
      <button slot="actions" type="submit" class="button primary" aria-disabled=${this.isSaving}>
        ${this.isSaving ? html`<span class="spinner" aria-hidden="true"></span>${msg('Saving …')}` : submits[purpose]()}
      </button>`;
  }

  /** What belongs to no field. */
  #trouble(context: FormContext, values: FormValues): unknown {
    if (this.error !== undefined) return errorNotice(this.error);
    const ofNoField = this.refusals.filter(({ path: [field] }) => !isFormField(field));
    const own = formProblems(values, context).filter(({ field }) => !isFormField(field));
    const [first, ...rest] = [...own, ...ofNoField].map(problemWords);
    return first === undefined
      ? nothing
      : notice({ tone: 'bad', title: first, text: rest.join(' '), isUrgent: true });
  }

  #view(context: FormContext, values: FormValues): FormView {
    return {
      values,
      context,
      companyId: context.row.contact.companyId,
      problems: this.#problems(context, values),
      nameState: this.#nameCheck.state,
      hasCopied: this.hasCopied,
      set: this.#set,
      regenerate: () => this.#set({ password: generatePassword() }),
      copyPassword: () => void this.#copyPassword(values.password),
    };
  }

  #problems(context: FormContext, values: FormValues): Map<FormField, string> {
    const found = new Map<FormField, string>();
    const note = (field: string | undefined, problem: Pick<FieldProblem, 'code' | 'detail'>): void => {
      if (isFormField(field) && !found.has(field)) found.set(field, problemWords(problem));
    };
    for (const { field, code } of formProblems(values, context))
      if (isFormField(field) && this.#touched.has(field)) note(field, { code });
    if (this.#nameCheck.state === 'taken') note('userName', { code: 'user-name-taken' });
    for (const refusal of this.refusals) note(refusal.path[0], refusal);
    return found;
  }

  readonly #set = (change: Partial<FormValues>): void => {
    if (this.values === undefined) return;
    this.values = { ...this.values, ...change };
    for (const field of Object.keys(change)) if (isFormField(field)) this.#touched.add(field);
    this.refusals = this.refusals.filter(({ path: [field = ''] }) => !(field in change));
    if (change.password !== undefined) this.hasCopied = false;
    if (change.userName !== undefined) this.#checkName(change.userName);
  };

  #checkName(userName: string): void {
    const context = this.#context;
    const account = this.row?.portalUser ?? null;
    const isWrong =
      !context ||
      !this.values ||
      formProblems({ ...this.values, userName }, context).some(({ field }) => field === 'userName');
    if (this.admin === undefined || isWrong || userName === account?.userName) this.#nameCheck.reset();
    else void this.#nameCheck.check(this.admin, userName, account?.id ?? null);
  }

  async #copyPassword(password: string): Promise<void> {
    this.hasCopied = await copyText(password);
    // Where the page may not use the clipboard, the keyboard still can.
    if (!this.hasCopied) this.renderRoot.querySelector<HTMLInputElement>('#password')?.select();
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!this.isSaving) void this.#submit();
  };

  async #submit(): Promise<void> {
    const { row, values, save } = this;
    const context = this.#context;
    if (row === undefined || values === undefined || save === undefined || context === undefined) return;
    this.#touched = new Set(Object.keys(values).filter(isFormField));
    this.requestUpdate();
    const hasProblems = formProblems(values, context).length > 0 || this.#problems(context, values).size > 0;
    if (hasProblems) return this.focusInside('[aria-invalid="true"]');
    const submission = submissionOf(values, context);
    if (submission === undefined) this.dialog?.close();
    else await this.#send(row, submission, save);
  }

  async #send(row: ContactRow, submission: Submission, save: Save): Promise<void> {
    this.error = undefined;
    this.isSaving = true;
    const error = await save(row, submission);
    // Closed in the meantime: the row itself shows how it ended.
    if (this.row !== row) return;
    this.isSaving = false;
    if (error === undefined) {
      this.dialog?.close();
      return;
    }
    this.#refuse(error);
    await this.focusInside('[aria-invalid="true"]');
  }

  #refuse(error: PortalError): void {
    this.refusals = error.as('validation')?.problems ?? [];
    this.error = this.refusals.length === 0 ? error : undefined;
  }

  readonly #cancel = (): void => this.dialog?.requestClose();

  readonly #onClose = (): void => {
    const contactId = this.row?.contact.id;
    this.row = undefined;
    if (contactId !== undefined) this.emit('portal-activation-closed', { contactId });
  };
}

function whose({ contact }: ContactRow): string {
  return [sortName(contact), contact.email ?? msg('no e-mail address')].join(' · ');
}

const titles: Readonly<Record<FormPurpose, () => string>> = {
  activate: () => msg('Activate portal login'),
  reactivate: () => msg('Re-activate portal login'),
  change: () => msg('Change portal login'),
};

const submits: Readonly<Record<FormPurpose, () => string>> = {
  activate: () => msg('Activate login'),
  reactivate: () => msg('Re-activate login'),
  change: () => msg('Save'),
};

define('portal-activation-dialog', PortalActivationDialog);

declare global {
  interface HTMLElementTagNameMap {
    'portal-activation-dialog': PortalActivationDialog;
  }
}
