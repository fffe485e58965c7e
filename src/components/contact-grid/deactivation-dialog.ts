import { localized, msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { sortName, type ContactRow } from '../../model/index.js';
import { define, PortalElement, type PortalDialog } from '../shared/index.js';

/**
 * Asks before a portal login is deactivated, and says what is lost and what is not.
 *
 * @summary Open as long as it has a `row`.
 * @fires close - Closed; `row` is undefined again.
 */
@localized()
export class PortalDeactivationDialog extends PortalElement {
  @query('portal-dialog') private readonly dialog!: PortalDialog | null;

  /** Whose login it is. Undefined closes the dialog. */
  @property({ attribute: false }) row?: ContactRow | undefined;
  /** True where the login has a Taskfire level, which costs a licence. */
  @property({ type: Boolean, attribute: 'frees-licence' }) freesLicence = false;
  @property({ attribute: false }) confirm?: ((row: ContactRow) => void) | undefined;

  protected override render(): TemplateResult {
    const { row } = this;
    const name = row === undefined ? '' : sortName(row.contact);
    return html`<portal-dialog
      is-question
      heading=${msg(str`Deactivate the portal login of ${name}?`)}
      first-focus=".primary"
      .open=${row !== undefined}
      @close=${this.#onClose}
    >
      <p>${msg('The person can no longer sign in and sees no tickets in the portal any more.')}</p>
      <p>
        ${msg('User name, security level and formats are kept, so you can undo this at any time.')}
        ${this.freesLicence ? msg('It frees one Taskfire licence.') : nothing}
      </p>
      <button slot="actions" type="button" class="button" @click=${this.#close}>${msg('Cancel')}</button>
      <button slot="actions" type="button" class="button primary" @click=${this.#confirm}>
        ${msg('Deactivate login')}
      </button>
    </portal-dialog>`;
  }

  readonly #close = (): void => this.dialog?.requestClose();

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
