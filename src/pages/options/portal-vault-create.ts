import { localized, msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Vault } from '../../channel/index.js';
import { define, errorNotice, PortalElement } from '../../components/shared/index.js';
import { Action } from '../shared/action.js';
import { NewPassphrase } from './new-passphrase.js';
import './options-events.js';
import { vaultStyles } from './vault.styles.js';

/**
 * Makes the vault: asks for its passphrase twice. What is typed stays in the inputs, which are emptied once it is done.
 *
 * @fires portal-vault-changed
 */
@localized()
export class PortalVaultCreate extends PortalElement {
  static override styles = [vaultStyles];

  @property({ attribute: false }) vault?: Vault | undefined;

  readonly #passphrase = new NewPassphrase(this);
  readonly #action = new Action<'creating'>(this);

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!this.#passphrase.check()) return this.focusInside('[aria-invalid="true"]');
    const { vault } = this;
    if (vault === undefined) return;
    const form = this.renderRoot.querySelector('form');
    const isDone = await this.#action.run('creating', async () => {
      await vault.create(this.#passphrase.value);
    });
    if (!isDone) return;
    form?.reset();
    this.emit('portal-vault-changed', undefined);
  };

  protected override render(): TemplateResult {
    const { busy, error } = this.#action;
    return html`<form novalidate @submit=${this.#submit} @input=${this.#passphrase.typed}>
      <p>
        ${msg(
          'The vault keeps secrets on this computer, encrypted with a key made from your passphrase. The passphrase itself is stored nowhere.',
        )}
      </p>
      ${this.#passphrase.fields()}
      <p>
        <b>${msg('A forgotten passphrase cannot be recovered.')}</b>
        ${msg('Then the vault can only be deleted, and you enter the connections again.')}
      </p>
      ${error === undefined ? nothing : errorNotice(error)}
      <div class="actions">
        <button class="button primary" aria-disabled=${busy === undefined ? nothing : 'true'}>
          ${busy === undefined ? msg('Create the vault') : msg('Creating the vault …')}
        </button>
      </div>
    </form>`;
  }
}

define('portal-vault-create', PortalVaultCreate);

declare global {
  interface HTMLElementTagNameMap {
    'portal-vault-create': PortalVaultCreate;
  }
}
