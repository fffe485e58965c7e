import { localized, msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ConnectionSummary } from '../../channel/index.js';
import { define, PortalElement } from '../../components/shared/index.js';
import { draftOf } from './connection-draft.js';
import './options-events.js';

/**
 * One connection: what it is for, whether it is stored, and what can be done with it.
 *
 * @fires portal-connection-edit
 * @fires portal-connection-test - with the connection as a draft that keeps its secrets
 * @fires portal-connection-forget - once confirmed
 */
@localized()
export class PortalConnectionCard extends PortalElement {
  static override styles = [
    css`
      .card {
        display: flex;
        flex-wrap: wrap;
        align-items: start;
        justify-content: space-between;
        gap: 12px 20px;
      }
      .title {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
      }
      h2 {
        margin: 0;
        font-size: 1.1em;
        font-weight: 620;
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 2px 12px;
        margin: 8px 0 0;
      }
      dt {
        color: var(--_quiet);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
    `,
  ];

  @property({ attribute: false }) connection?: ConnectionSummary;
  /** While this connection is being tested. */
  @property({ type: Boolean }) testing = false;

  @state() private isAsking = false;

  #forget(connection: ConnectionSummary): void {
    // Of a built-in connection that was replaced, this card stays and shows the built-in one again.
    this.isAsking = false;
    this.emit('portal-connection-forget', connection);
  }

  async #ask(isAsking: boolean): Promise<void> {
    this.isAsking = isAsking;
    await this.focusInside(isAsking ? '.keep' : '.forget');
  }

  protected override render(): TemplateResult | typeof nothing {
    const { connection } = this;
    if (connection === undefined) return nothing;
    const { psaOrigin, source } = connection;
    const isBuiltIn = source === 'preset';
    return html`<div class="card">
      <div>
        <div class="title">
          <h2>${psaOrigin}</h2>
          <span class="pill ${isBuiltIn ? '' : 'good'}">
            ${isBuiltIn ? msg('built in for the sandbox') : msg('stored for this browser session')}
          </span>
        </div>
        <dl>${this.#renderParts(connection)}</dl>
      </div>
      <div class="actions" role="group" aria-label=${msg(str`Actions for ${psaOrigin}`)}>
        ${this.isAsking ? this.#renderQuestion(connection) : this.#renderActions(connection)}
      </div>
    </div>`;
  }

  #renderParts({ autotask, portalService }: ConnectionSummary): TemplateResult {
    return html`${
      autotask === null
        ? nothing
        : html`<dt>${msg('Autotask API')}</dt>
            <dd>${autotask.user}</dd>`
    }
    ${
      portalService === null
        ? nothing
        : html`<dt>${msg('Portal service')}</dt>
            <dd>${portalService.url}</dd>`
    }`;
  }

  #renderActions(connection: ConnectionSummary): TemplateResult {
    return html`<button
        type="button"
        class="button"
        ?disabled=${this.testing}
        @click=${() => this.emit('portal-connection-test', draftOf(connection))}
      >
        ${this.testing ? msg('Testing …') : msg('Test')}
      </button>
      <button type="button" class="button" @click=${() => this.emit('portal-connection-edit', connection)}>
        ${msg('Edit')}
      </button>
      ${
        connection.source === 'preset'
          ? nothing
          : html`<button type="button" class="button plain forget" @click=${() => this.#ask(true)}>
              ${msg('Forget')}
            </button>`
      }`;
  }

  #renderQuestion(connection: ConnectionSummary): TemplateResult {
    return html`<span>${msg('Forget this connection with its secrets?')}</span>
      <button type="button" class="button" @click=${() => this.#forget(connection)}>${msg('Forget')}</button>
      <button type="button" class="button plain keep" @click=${() => this.#ask(false)}>
        ${msg('Keep')}
      </button>`;
  }
}

define('portal-connection-card', PortalConnectionCard);

declare global {
  interface HTMLElementTagNameMap {
    'portal-connection-card': PortalConnectionCard;
  }
}
