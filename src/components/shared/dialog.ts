import { localized, msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { define } from './define.js';
import { dialogStyles } from './dialog.styles.js';
import { notice } from './notices.js';
import { PortalElement } from './portal-element.js';

/** A question, a form, or as much as the window holds, for tables. */
export type DialogSize = 'small' | 'medium' | 'large';

/**
 * The frame of every dialog: a native modal `<dialog>` with a heading, a body and a row of actions.
 *
 * Whoever shows it sets `open`; it closes by itself on Escape or `requestClose()`, and then says so. Setting `open` to
 * false closes it without a question. The focus goes to `firstFocus` and afterwards back to where it was.
 *
 * @summary Content of the default slot scrolls, in `large` it can take the whole height (`flex: 1; min-block-size: 0`).
 * @slot - The body.
 * @slot actions - Buttons; a `<p>` among them is a note at their left.
 * @fires close - Closed, whoever closed it; `open` is false.
 * @csspart dialog - The frame of the dialog.
 * @csspart dialog-header - Its title.
 * @csspart dialog-body - What scrolls in it.
 * @csspart dialog-footer - Its buttons.
 */
@localized()
export class PortalDialog extends PortalElement {
  static override styles = dialogStyles;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  @property({ type: Boolean, reflect: true }) open = false;
  @property() heading = '';
  /** A line under the heading: whom or what it is about. */
  @property() lead = '';
  @property({ reflect: true }) size: DialogSize = 'small';
  /** The body is short and is read out with the heading, because it says what the answer will do. */
  @property({ type: Boolean, attribute: 'is-question' }) isQuestion = false;
  /** Which element of the content gets the focus when it opens, as a selector. By default the first that can. */
  @property({ attribute: 'first-focus' }) firstFocus = '';
  /** Something was entered that closing would lose: it asks first. */
  @property({ type: Boolean, attribute: 'has-unsaved' }) hasUnsaved = false;
  /** Something is under way whose end would go unseen: it asks first. */
  @property({ type: Boolean, attribute: 'is-busy' }) isBusy = false;

  @state() private isAsking = false;
  /** What had the focus before it asked. */
  #before: HTMLElement | undefined;

  /** Closes it as Escape does: at once, or after a question where that would lose something. */
  requestClose(): void {
    if (this.isAsking) this.#stay();
    else if (this.#isGuarded) this.#ask();
    else this.close();
  }

  /** Closes it without a question, and says so before it returns. */
  readonly close = (): void => {
    const { dialog } = this;
    const wasOpen = dialog?.open === true;
    this.open = false;
    dialog?.close();
    // The browser's own event comes a moment later, in which whoever shows the dialog may want it again.
    if (wasOpen && this.isConnected) this.dispatchEvent(new Event('close'));
  };

  get #isGuarded(): boolean {
    return this.hasUnsaved || this.isBusy;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A dialog that leaves the document loses its place on top and would come back as a part of the page.
    this.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') || !this.#isGuarded) this.isAsking = false;
  }

  protected override updated(): void {
    const { dialog } = this;
    if (dialog === null || dialog.open === this.open || !this.isConnected) return;
    if (this.open) this.#show(dialog);
    else this.close();
  }

  protected override render(): TemplateResult {
    return html`<dialog
      part="dialog"
      role=${this.isQuestion ? 'alertdialog' : nothing}
      aria-labelledby="heading"
      aria-describedby=${this.isQuestion ? 'body' : nothing}
      aria-busy=${this.isBusy}
      @cancel=${this.#onCancel}
      @close=${this.#onClose}
    >
      <div class="head" part="dialog-header">
        <h2 id="heading">${this.heading}</h2>
        ${this.lead === '' ? nothing : html`<p class="lead">${this.lead}</p>`}
      </div>
      <div id="body" class="body" part="dialog-body"><slot></slot></div>
      ${this.isAsking ? this.#guard() : nothing}
      <div class="foot" part="dialog-footer"><slot name="actions"></slot></div>
    </dialog>`;
  }

  #guard(): TemplateResult {
    const [title, text, stay, leave] = this.isBusy ? busyWords() : unsavedWords();
    return html`<div class="guard">
      ${notice({
        tone: 'warn',
        title,
        text,
        isUrgent: true,
        actions: html`<button type="button" class="button primary stay" @click=${this.#stay}>${stay}</button>
          <button type="button" class="button leave" @click=${this.close}>${leave}</button>`,
      })}
    </div>`;
  }

  #show(dialog: HTMLDialogElement): void {
    dialog.showModal();
    if (this.firstFocus !== '') this.querySelector<HTMLElement>(this.firstFocus)?.focus();
  }

  #ask(): void {
    this.#before = [...this.querySelectorAll<HTMLElement>(':focus-within')].at(-1);
    this.isAsking = true;
    void this.focusInside('.stay');
  }

  readonly #stay = (): void => {
    this.isAsking = false;
    this.#before?.focus();
  };

  /** Of what is open inside, for example a menu, the browser has closed the last thing first and sends nothing here. */
  readonly #onCancel = (event: Event): void => {
    if (event.target !== this.dialog || !event.cancelable) return;
    event.preventDefault();
    this.requestClose();
  };

  /** Only where the browser has closed it by itself: what `close` closes has `open` false already. */
  readonly #onClose = (event: Event): void => {
    const { dialog } = this;
    const isByItself = event.target === dialog && dialog?.open === false && this.open && this.isConnected;
    if (!isByItself) return;
    // Chromium closes at the second Escape without asking the page, and so does a phone's way back.
    if (this.#isGuarded) {
      this.#show(dialog);
      this.requestClose();
      return;
    }
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}

type GuardWords = readonly [title: string, text: string, stay: string, leave: string];

function unsavedWords(): GuardWords {
  return [
    msg('What you entered is not saved.'),
    msg('If you close this now, it is lost.'),
    msg('Keep editing'),
    msg('Discard it'),
  ];
}

function busyWords(): GuardWords {
  return [
    msg('This is still under way.'),
    msg('Closing does not take back what was already sent.'),
    msg('Wait'),
    msg('Close anyway'),
  ];
}

define('portal-dialog', PortalDialog);

declare global {
  interface HTMLElementTagNameMap {
    'portal-dialog': PortalDialog;
  }
}
