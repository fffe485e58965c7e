import { localized, msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ConnectionSummary, Vault } from '../../channel/index.js';
import { define, errorNotice, PortalElement } from '../../components/shared/index.js';
import { Action } from '../shared/action.js';
import { connectionName, hostOf } from './connection-words.js';
import './options-events.js';
import { vaultStyles } from './vault.styles.js';

/**
 * Wipes the vault, after it has named what would be lost.
 *
 * @fires portal-vault-changed - when it is wiped
 */
@localized()
export class PortalVaultForget extends PortalElement {
  static override styles = [vaultStyles];

  @property({ attribute: false }) vault?: Vault | undefined;
  /** Those that are kept in the vault. */
  @property({ attribute: false }) kept: readonly ConnectionSummary[] = [];

  @state() private isAsking = false;
  readonly #action = new Action<'forgetting'>(this);

  async #ask(isAsking: boolean): Promise<void> {
    this.isAsking = isAsking;
    await this.focusInside(isAsking ? '.keep' : '.ask');
  }

  readonly #forget = async (): Promise<void> => {
    const { vault } = this;
    if (vault === undefined) return;
    const isDone = await this.#action.run('forgetting', async () => {
      await vault.forget();
    });
    if (!isDone) return;
    this.isAsking = false;
    this.emit('portal-vault-changed', undefined);
  };

  protected override render(): TemplateResult {
    const { busy, error } = this.#action;
    if (!this.isAsking)
      return html`<div class="actions">
        <button type="button" class="button danger ask" @click=${() => this.#ask(true)}>
          ${msg('Delete the vault …')}
        </button>
      </div>`;
    return html`<div class="question" role="group" aria-labelledby="question">
      <p id="question"><b>${msg('Delete the vault and everything in it?')}</b></p>
      ${this.#renderLoss()} ${error === undefined ? nothing : errorNotice(error)}
      <div class="actions">
        <button
          type="button"
          class="button primary danger"
          aria-disabled=${busy === undefined ? nothing : 'true'}
          @click=${this.#forget}
        >
          ${msg('Delete the vault')}
        </button>
        <button type="button" class="button keep" @click=${() => this.#ask(false)}>${msg('Keep it')}</button>
      </div>
    </div>`;
  }

  #renderLoss(): TemplateResult {
    const { kept } = this;
    if (kept.length === 0)
      return html`<p>${msg('No connection is kept in it. The passphrase is forgotten too.')}</p>`;
    return html`<p>
        ${msg(
          'These connections are lost with their secrets, and whoever is signed in is signed out. This cannot be undone.',
        )}
      </p>
      <ul>
        ${kept.map(
          (connection) => html`<li>${connectionName(connection)} (${hostOf(connection.psaOrigin)})</li>`,
        )}
      </ul>
      <p class="quiet">${msg('Connections of this browser session, jobs and the journal stay.')}</p>`;
  }
}

define('portal-vault-forget', PortalVaultForget);

declare global {
  interface HTMLElementTagNameMap {
    'portal-vault-forget': PortalVaultForget;
  }
}
