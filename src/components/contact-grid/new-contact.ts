import { localized, msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { FieldProblem, PortalError } from '../../contract/index.js';
import {
  contactFields,
  contactProblems,
  tidyContact,
  type ContactDraft,
  type ContactField,
  type ContactRow,
} from '../../model/index.js';
import { define, errorNotice, notice, PortalElement, type PortalDialog } from '../shared/index.js';
import { formFieldStyles } from './form-field.styles.js';
import { likeContacts, noLikeness, type Likeness } from './like-contacts.js';
import {
  emptyContact,
  fieldProblemWords,
  likenessNotice,
  newContactFields,
  type NewContactValues,
} from './new-contact-form.js';
import { newContactStyles } from './new-contact.styles.js';
import { problemWords } from './problem-words.js';

/** Sends the new contact. Resolves to the error with which it was refused, or to undefined where it was added. */
export type AddContact = (draft: ContactDraft) => Promise<PortalError | undefined>;

/** How long typing must pause before like contacts are looked for. */
const PAUSE_MS = 200;

/**
 * Adds a contact to a company, and points out those that may be the same person.
 *
 * @summary Set `open`. What was typed stays until it is added or discarded, also where a like contact is looked at meanwhile.
 * @fires close - Closed, whether a contact was added or not; `open` is false.
 */
@localized()
export class PortalNewContact extends PortalElement {
  static override styles = [formFieldStyles, newContactStyles];

  @query('portal-dialog') private readonly dialog!: PortalDialog | null;

  @property({ type: Boolean, reflect: true }) open = false;
  @property({ attribute: false }) companyName = '';
  /** The company's contacts as far as they are loaded; asked when they are needed. */
  @property({ attribute: false }) contacts: () => readonly ContactRow[] = () => [];
  /** Whether these are all. */
  @property({ type: Boolean, attribute: 'has-all-contacts' }) hasAllContacts = false;
  @property({ attribute: false }) add?: AddContact | undefined;
  /** Shows a contact that is there already; the dialog is closed by then. */
  @property({ attribute: false }) show?: ((row: ContactRow) => void) | undefined;

  @state() private values = emptyContact;
  @state() private isSaving = false;
  @state() private likeness: Likeness = noLikeness;
  @state() private refusals: readonly FieldProblem[] = [];
  @state() private error: PortalError | undefined;
  /** Fields whose problems are shown: what nobody has touched is not yet wrong. */
  #touched = new Set<ContactField>();
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Closed to look at a contact, not to give up. */
  #isKept = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) this.#lookForLike();
  }

  get #hasUnsaved(): boolean {
    return Object.values(this.values).some((text) => text.trim() !== '');
  }

  protected override render(): TemplateResult {
    return html`<form novalidate @submit=${this.#onSubmit}>
      <portal-dialog
        size="medium"
        heading=${msg('New contact')}
        lead=${this.companyName}
        first-focus="#firstName"
        .open=${this.open}
        ?has-unsaved=${this.#hasUnsaved}
        ?is-busy=${this.isSaving}
        @close=${this.#onClose}
      >
        ${this.open ? this.#content() : nothing}
      </portal-dialog>
    </form>`;
  }

  #content(): TemplateResult {
    const { values } = this;
    return html`<div class="fields">
        ${this.#trouble()}
        ${newContactFields({ values, problems: this.#problems(), set: this.#set, leave: this.#touch })}
        <div role="status">${likenessNotice(this.likeness, this.hasAllContacts, this.#show) ?? nothing}</div>
      </div>
      <p slot="actions">${msg('The portal login is activated afterwards, in the list.')}</p>
      <button slot="actions" type="button" class="button" @click=${this.#cancel}>${msg('Cancel')}</button>
      <button slot="actions" type="submit" class="button primary" aria-disabled=${this.isSaving}>
        ${
          this.isSaving
            ? html`<span class="spinner" aria-hidden="true"></span>${msg('Saving …')}`
            : this.#submitWords()
        }
      </button>`;
  }

  #submitWords(): string {
    const isLike = this.likeness.sameEmail.length + this.likeness.sameName.length > 0;
    return isLike ? msg('Add anyway') : msg('Add contact');
  }

  /** What belongs to no field. */
  #trouble(): unknown {
    if (this.error !== undefined) return errorNotice(this.error);
    const [first, ...rest] = this.refusals
      .filter(({ path: [field] }) => !isContactField(field))
      .map(problemWords);
    return first === undefined
      ? nothing
      : notice({ tone: 'bad', title: first, text: rest.join(' '), isUrgent: true });
  }

  #problems(): Map<ContactField, string> {
    const found = new Map<ContactField, string>();
    for (const { field, code } of contactProblems(this.values))
      if (this.#touched.has(field))
        found.set(field, fieldProblemWords(field, code) ?? problemWords({ code }));
    for (const refusal of this.refusals) {
      const [field] = refusal.path;
      if (isContactField(field) && !found.has(field))
        found.set(field, fieldProblemWords(field, refusal.code) ?? problemWords(refusal));
    }
    return found;
  }

  readonly #set = (field: ContactField, text: string): void => {
    this.values = { ...this.values, [field]: text };
    // An address is wrong until it is complete: that is said once it was right, or when it is left.
    const isWrong = contactProblems(this.values).some((problem) => problem.field === field);
    if (field !== 'email' || !isWrong) this.#touched.add(field);
    this.refusals = this.refusals.filter(({ path: [refused] }) => refused !== field);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#lookForLike(), PAUSE_MS);
  };

  readonly #touch = (field: ContactField): void => {
    this.#touched.add(field);
    this.requestUpdate();
  };

  #lookForLike(): void {
    this.likeness = likeContacts(this.contacts(), tidyContact(this.values));
  }

  readonly #show = (row: ContactRow): void => {
    this.#isKept = true;
    // First: that it closed is said before `close` returns.
    this.show?.(row);
    this.dialog?.close();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!this.isSaving) void this.#submit();
  };

  async #submit(): Promise<void> {
    this.#touched = new Set(contactFields);
    this.#lookForLike();
    this.requestUpdate();
    if (this.#problems().size > 0 || this.add === undefined) return this.focusInside('[aria-invalid="true"]');
    await this.#send(this.add, this.values);
  }

  async #send(add: AddContact, values: NewContactValues): Promise<void> {
    this.error = undefined;
    this.isSaving = true;
    const error = await add(tidyContact(values));
    this.isSaving = false;
    if (error === undefined) this.#end();
    else await this.#refuse(error);
  }

  #end(): void {
    this.#isKept = false;
    this.#forget();
    this.dialog?.close();
  }

  async #refuse(error: PortalError): Promise<void> {
    this.refusals = error.as('validation')?.problems ?? [];
    this.error = this.refusals.length === 0 ? error : undefined;
    await this.focusInside('[aria-invalid="true"]');
  }

  readonly #cancel = (): void => this.dialog?.requestClose();

  #forget(): void {
    clearTimeout(this.#pause);
    this.values = emptyContact;
    this.likeness = noLikeness;
    this.refusals = [];
    this.error = undefined;
    this.#touched = new Set();
  }

  readonly #onClose = (): void => {
    // While it is being sent what was typed must stay: it may be refused.
    if (!this.#isKept && !this.isSaving) this.#forget();
    this.#isKept = false;
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}

function isContactField(field: string | undefined): field is ContactField {
  return contactFields.some((known) => known === field);
}

define('portal-new-contact', PortalNewContact);

declare global {
  interface HTMLElementTagNameMap {
    'portal-new-contact': PortalNewContact;
  }
}
