import { localized, msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { UnlockResult, Vault, VaultState } from '../../channel/index.js';
import { Announcer, define, errorNotice, PortalElement } from '../../components/shared/index.js';
import { Action } from '../shared/action.js';
import { textField } from '../shared/field.js';
import { Countdown, nextTryWords } from './countdown.js';
import { showSwitch, typedIn } from './new-passphrase.js';
import './options-events.js';
import { vaultStyles } from './vault.styles.js';

/**
 * Asks for the passphrase of a locked vault. After a wrong one it says when the next try is possible and counts down.
 *
 * @fires portal-vault-changed - when it is unlocked
 */
@localized()
export class PortalVaultUnlock extends PortalElement {
  static override styles = [vaultStyles];

  @property({ attribute: false }) vault?: Vault | undefined;
  @property({ attribute: false }) vaultState?: VaultState | undefined;

  @state() private problem = '';
  @state() private isShown = false;
  readonly #action = new Action<'unlocking'>(this);
  readonly #announcer = new Announcer(this);
  readonly #countdown = new Countdown(this, () =>
    this.#announcer.announce(msg('You can try the passphrase again now.')),
  );

  /** Puts the cursor where the passphrase is typed. */
  override focus(): void {
    void this.focusInside('#passphrase');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('vaultState') || this.vaultState?.state !== 'locked') return;
    this.#countdown.countTo(this.vaultState.nextTryAt);
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { vault } = this;
    const passphrase = typedIn(this.renderRoot, 'passphrase');
    if (vault === undefined || this.#countdown.seconds > 0) return;
    this.problem = passphrase === '' ? msg('Enter the passphrase.') : '';
    if (passphrase === '') return this.focusInside('#passphrase');
    await this.#action.run('unlocking', async () => this.#take(await vault.unlock(passphrase)));
  };

  #take(result: UnlockResult): void {
    if (result.result === 'unlocked') {
      this.renderRoot.querySelector('form')?.reset();
      this.emit('portal-vault-changed', undefined);
      return;
    }
    this.problem = result.result === 'wrong' ? msg('This is not the passphrase.') : '';
    this.#countdown.countTo(result.nextTryAt);
    this.#announcer.announce(`${this.problem} ${nextTryWords(this.#countdown.seconds)}`);
    this.renderRoot.querySelector<HTMLInputElement>('#passphrase')?.select();
  }

  protected override render(): TemplateResult {
    const { busy, error } = this.#action;
    const { seconds } = this.#countdown;
    const waits = busy !== undefined || seconds > 0;
    return html`<form novalidate @submit=${this.#submit}>
      <div class="fields">
        ${textField({
          name: 'passphrase',
          label: msg('Passphrase of the vault'),
          problem: this.problem,
          type: this.isShown ? 'text' : 'password',
          autocomplete: 'current-password',
        })}
      </div>
      ${showSwitch(this.isShown, (isShown) => {
        this.isShown = isShown;
      })}
      ${error === undefined ? nothing : errorNotice(error)}
      <div class="actions">
        <button class="button primary" aria-disabled=${waits ? 'true' : nothing}>
          ${busy === undefined ? msg('Unlock') : msg('Unlocking …')}
        </button>
        ${seconds > 0 ? html`<span class="quiet" aria-hidden="true">${nextTryWords(seconds)}</span>` : nothing}
      </div>
      ${this.#announcer.region()}
    </form>`;
  }
}

define('portal-vault-unlock', PortalVaultUnlock);

declare global {
  interface HTMLElementTagNameMap {
    'portal-vault-unlock': PortalVaultUnlock;
  }
}
