import { localized, msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { sortName, type ContactRow } from '../../model/index.js';
import { define, PortalElement } from '../shared/index.js';

/**
 * Asks before a portal login is deactivated, and says what is lost and what is not.
 *
 * @summary Open as long as it has a `row`.
 * @fires close - Closed; `row` is undefined again.
 */
@localized()
export class PortalDeactivationDialog extends PortalElement {
  static override styles = css`
    dialog {
      inline-size: min(440px, calc(100vw - 24px));
      padding: 16px var(--_pad);
    }
    h2 {
      margin: 0 0 8px;
      font-size: 15px;
      font-weight: 640;
    }
    p {
      margin: 0 0 8px;
    }
    .actions {
      display: flex;
      justify-content: flex-end;
      gap: 8px;
      margin-block-start: 16px;
    }
  `;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  /** Whose login it is. Undefined closes the dialog. */
  @property({ attribute: false }) row?: ContactRow | undefined;
  /** True where the login has a Taskfire level, which costs a licence. */
  @property({ type: Boolean, attribute: 'frees-licence' }) freesLicence = false;
  @property({ attribute: false }) confirm?: ((row: ContactRow) => void) | undefined;

  protected override updated(): void {
    if (this.row !== undefined && this.dialog?.open === false) {
      this.dialog.showModal();
      void this.focusInside('.primary');
    }
    if (this.row === undefined && this.dialog?.open === true) this.dialog.close();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" aria-describedby="effect" @close=${this.#onClose}>
      ${this.row === undefined ? nothing : this.#question(this.row)}
    </dialog>`;
  }

  #question({ contact }: ContactRow): TemplateResult {
    const name = sortName(contact);
    return html`<h2 id="title">${msg(str`Deactivate the portal login of ${name}?`)}</h2>
      <div id="effect">
        <p>${msg('The person can no longer sign in and sees no tickets in the portal any more.')}</p>
        <p>
          ${msg('User name, security level and formats are kept, so you can undo this at any time.')}
          ${this.freesLicence ? msg('It frees one Taskfire licence.') : nothing}
        </p>
      </div>
      <div class="actions">
        <button type="button" class="button" @click=${this.#close}>${msg('Cancel')}</button>
        <button type="button" class="button primary" @click=${this.#confirm}>
          ${msg('Deactivate login')}
        </button>
      </div>`;
  }

  readonly #close = (): void => this.dialog?.close();

  readonly #confirm = (): void => {
    const { row } = this;
    this.#close();
    if (row !== undefined) this.confirm?.(row);
  };

  readonly #onClose = (): void => {
    this.row = undefined;
    this.dispatchEvent(new Event('close'));
  };
}

define('portal-deactivation-dialog', PortalDeactivationDialog);

declare global {
  interface HTMLElementTagNameMap {
    'portal-deactivation-dialog': PortalDeactivationDialog;
  }
}
