import { localized, msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { UnlockResult, Vault } from '../../channel/index.js';
import { define, errorNotice, notice, PortalElement } from '../../components/shared/index.js';
import { Action } from '../shared/action.js';
import { textField } from '../shared/field.js';
import { Countdown, nextTryWords } from './countdown.js';
import { NewPassphrase, typedIn } from './new-passphrase.js';
import './options-events.js';
import { vaultStyles } from './vault.styles.js';

/** Changes the passphrase of the vault: the one there is, and the next one twice. Closed until somebody wants to. */
@localized()
export class PortalPassphraseChange extends PortalElement {
  static override styles = [vaultStyles];

  @property({ attribute: false }) vault?: Vault | undefined;

  @state() private isOpen = false;
  @state() private isChanged = false;
  @state() private currentProblem = '';
  readonly #passphrase = new NewPassphrase(this);
  readonly #action = new Action<'changing'>(this);
  readonly #countdown = new Countdown(this, () => undefined);

  async #open(isOpen: boolean): Promise<void> {
    this.isOpen = isOpen;
    this.isChanged = false;
    this.currentProblem = '';
    this.#passphrase.reset();
    this.#action.clear();
    await this.focusInside(isOpen ? '#current' : '.open');
  }

  readonly #typed = (): void => {
    this.currentProblem = '';
    this.#passphrase.typed();
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { vault } = this;
    const current = typedIn(this.renderRoot, 'current');
    const next = this.#passphrase.value;
    if (vault === undefined || this.#countdown.seconds > 0) return;
    this.currentProblem = current === '' ? msg('Enter the passphrase that is valid now.') : '';
    if (!this.#passphrase.check() || current === '') return this.focusInside('[aria-invalid="true"]');
    await this.#action.run('changing', async () => this.#take(await vault.changePassphrase(current, next)));
    if (this.currentProblem !== '') await this.focusInside('#current');
  };

  async #take(result: UnlockResult): Promise<void> {
    if (result.result === 'unlocked') {
      await this.#open(false);
      this.isChanged = true;
      return;
    }
    this.#countdown.countTo(result.nextTryAt);
    this.currentProblem = msg('This is not the passphrase that is valid now. Nothing was changed.');
  }

  protected override render(): TemplateResult {
    if (this.isOpen) return this.#renderForm();
    return html`<div class="actions">
        <button type="button" class="button open" @click=${() => this.#open(true)}>
          ${msg('Change the passphrase')}
        </button>
      </div>
      <div role="status">
        ${
          this.isChanged
            ? notice({
                tone: 'good',
                title: msg('The passphrase is changed.'),
                text: msg('Everything in the vault was encrypted anew.'),
              })
            : nothing
        }
      </div>`;
  }

  #renderForm(): TemplateResult {
    const { busy, error } = this.#action;
    const { seconds } = this.#countdown;
    const waits = busy !== undefined || seconds > 0;
    return html`<form novalidate @submit=${this.#submit} @input=${this.#typed}>
      <div class="fields">
        ${textField({
          name: 'current',
          label: msg('Passphrase until now'),
          problem: this.currentProblem,
          type: this.#passphrase.isShown ? 'text' : 'password',
          autocomplete: 'current-password',
        })}
      </div>
      ${this.#passphrase.fields()} ${error === undefined ? nothing : errorNotice(error)}
      <div class="actions">
        <button class="button primary" aria-disabled=${waits ? 'true' : nothing}>
          ${busy === undefined ? msg('Change it') : msg('Encrypting everything anew …')}
        </button>
        <button type="button" class="button plain" @click=${() => this.#open(false)}>${msg('Cancel')}</button>
        ${seconds > 0 ? html`<span class="quiet">${nextTryWords(seconds)}</span>` : nothing}
      </div>
    </form>`;
  }
}

define('portal-passphrase-change', PortalPassphraseChange);

declare global {
  interface HTMLElementTagNameMap {
    'portal-passphrase-change': PortalPassphraseChange;
  }
}
