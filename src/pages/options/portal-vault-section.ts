import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ConnectionSummary, Vault, VaultOptions, VaultState } from '../../channel/index.js';
import { Announcer, define, errorNotice, PortalElement } from '../../components/shared/index.js';
import { Action } from '../shared/action.js';
import './options-events.js';
import './portal-passphrase-change.js';
import './portal-vault-create.js';
import './portal-vault-forget.js';
import './portal-vault-unlock.js';
import { vaultStyles } from './vault.styles.js';

/** Minutes after which an unused vault locks. */
const idleChoices = [5, 15, 60, 240] as const;

/**
 * The vault as it is: none yet, locked, or open with when it locks by itself, its passphrase, and how to wipe it.
 *
 * @fires portal-vault-changed
 */
@localized()
export class PortalVaultSection extends PortalElement {
  static override styles = [vaultStyles];

  @property({ attribute: false }) vault?: Vault | undefined;
  @property({ attribute: false }) vaultState?: VaultState | undefined;
  /** All connections, to say which of them are kept in the vault. */
  @property({ attribute: false }) connections: readonly ConnectionSummary[] = [];

  readonly #action = new Action<'locking' | 'setting'>(this);
  readonly #announcer = new Announcer(this);
  /** The user has just done something here, so what comes of it may move the focus. */
  #hasActed = false;

  constructor() {
    super();
    this.addEventListener('portal-vault-changed', () => {
      this.#hasActed = true;
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('vaultState')?.state;
    if (!changed.has('vaultState') || !this.#hasActed) return;
    this.#hasActed = false;
    if (this.vaultState !== undefined && before !== this.vaultState.state)
      void this.#arriveAt(this.vaultState.state);
  }

  /** What was used for it is gone, so the focus goes to what is next. */
  async #arriveAt(state: VaultState['state']): Promise<void> {
    this.#announcer.announce(announcement(state));
    await this.updateComplete;
    if (state === 'locked') this.renderRoot.querySelector('portal-vault-unlock')?.focus();
    else await this.focusInside(state === 'unlocked' ? '.lock' : 'h2');
  }

  get #kept(): readonly ConnectionSummary[] {
    return this.connections.filter(({ keep }) => keep === 'vault');
  }

  readonly #lock = async (): Promise<void> => {
    const isDone = await this.#action.run('locking', async () => {
      await this.vault?.lock();
    });
    if (isDone) this.emit('portal-vault-changed', undefined);
  };

  async #set(options: VaultOptions): Promise<void> {
    await this.#action.run('setting', async () => {
      await this.vault?.setOptions(options);
    });
    // Also after a failure: the controls then show again what is true.
    this.emit('portal-vault-changed', undefined);
  }

  protected override render(): TemplateResult {
    return html`${this.#renderState()} ${this.#announcer.region()}`;
  }

  #renderState(): TemplateResult | typeof nothing {
    const { vaultState } = this;
    switch (vaultState?.state) {
      case undefined:
        return nothing;
      case 'none':
        return html`<section class="card">
          <div class="part">
            ${this.#renderTitle('off', msg('not created yet'))}
            <portal-vault-create .vault=${this.vault}></portal-vault-create>
          </div>
        </section>`;
      case 'locked':
        return html`<section class="card">
          <div class="part">
            ${this.#renderTitle('warn', msg('locked'))}
            <p class="quiet">${this.#countText()}</p>
            <portal-vault-unlock .vault=${this.vault} .vaultState=${vaultState}></portal-vault-unlock>
          </div>
          ${this.#renderForget(msg('Forgotten the passphrase? Nobody can recover it; you can only start again.'))}
        </section>`;
      case 'unlocked':
        return this.#renderUnlocked(vaultState.options);
    }
  }

  #renderTitle(tone: 'good' | 'warn' | 'off', text: string): TemplateResult {
    return html`<div class="title">
      <h2 tabindex="-1">${msg('Your vault')}</h2>
      <span class="pill ${tone}">${text}</span>
    </div>`;
  }

  #countText(): string {
    const count = this.#kept.length;
    if (count === 0) return msg('No connection is kept in it.');
    return count === 1 ? msg('1 connection is kept in it.') : msg(str`${count} connections are kept in it.`);
  }

  #renderUnlocked(options: VaultOptions): TemplateResult {
    const { busy, error } = this.#action;
    return html`<section class="card">
      <div class="part">
        ${this.#renderTitle('good', msg('unlocked'))}
        <p class="quiet">${this.#countText()}</p>
        <div class="actions">
          <button
            type="button"
            class="button primary lock"
            aria-disabled=${busy === undefined ? nothing : 'true'}
            @click=${this.#lock}
          >
            ${msg('Lock now')}
          </button>
        </div>
        ${error === undefined ? nothing : errorNotice(error)}
      </div>
      ${this.#renderIdle(options)} ${this.#renderScreenLock(options)}
      <div class="part">
        <portal-passphrase-change .vault=${this.vault}></portal-passphrase-change>
      </div>
      ${this.#renderForget(msg('For when you leave this computer for good.'))}
    </section>`;
  }

  #renderIdle(options: VaultOptions): TemplateResult {
    const choose = ({ target }: Event) => {
      if (!(target instanceof HTMLSelectElement)) return;
      const minutes = idleChoices.find((one) => String(one) === target.value) ?? null;
      void this.#set({ ...options, afterIdleMinutes: minutes });
    };
    return html`<div class="row">
      <div>
        <label class="name" for="idle">${msg('Lock when nobody uses the computer')}</label>
        <p>${msg('After so long without keyboard or mouse, whatever program is in front.')}</p>
      </div>
      <select id="idle" @change=${choose}>
        ${idleChoices.map(
          (minutes) =>
            html`<option value=${minutes} ?selected=${options.afterIdleMinutes === minutes}>
              ${idleText(minutes)}
            </option>`,
        )}
        <option value="never" ?selected=${options.afterIdleMinutes === null}>${msg('Never')}</option>
      </select>
    </div>`;
  }

  #renderScreenLock(options: VaultOptions): TemplateResult {
    const toggle = (event: Event) => {
      if (event.target instanceof HTMLInputElement)
        void this.#set({ ...options, onScreenLock: event.target.checked });
    };
    return html`<div class="row">
      <div>
        <label class="name" for="screen">${msg('Lock with the screen')}</label>
        <p>${msg('When the screen is locked or a screen saver starts.')}</p>
      </div>
      <div>
        <input
          class="switch"
          id="screen"
          type="checkbox"
          .checked=${options.onScreenLock}
          @change=${toggle}
        />
      </div>
    </div>`;
  }

  #renderForget(hint: string): TemplateResult {
    return html`<div class="part">
      <p class="quiet">${hint}</p>
      <portal-vault-forget .vault=${this.vault} .kept=${this.#kept}></portal-vault-forget>
    </div>`;
  }
}

function announcement(state: VaultState['state']): string {
  const texts: Record<VaultState['state'], () => string> = {
    none: () => msg('The vault is deleted.'),
    locked: () => msg('The vault is locked.'),
    unlocked: () => msg('The vault is unlocked.'),
  };
  return texts[state]();
}

function idleText(minutes: number): string {
  if (minutes < 60) return msg(str`After ${minutes} minutes`);
  return minutes === 60 ? msg('After an hour') : msg(str`After ${minutes / 60} hours`);
}

define('portal-vault-section', PortalVaultSection);

declare global {
  interface HTMLElementTagNameMap {
    'portal-vault-section': PortalVaultSection;
  }
}
