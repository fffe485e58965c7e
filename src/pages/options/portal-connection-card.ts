import { localized, msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ConnectionSummary } from '../../channel/index.js';
import { define, notice, PortalElement } from '../../components/shared/index.js';
import { draftOf } from './connection-draft.js';
import { connectionFacts } from './connection-facts.js';
import { connectionName, hostOf } from './connection-words.js';
import './options-events.js';
import { cardStyles } from './portal-connection-card.styles.js';
import type { SignInProgress } from './sign-in-flow.js';

/**
 * One connection: what it reaches, whether it can be used now and, if not, the way to it; and what can be done with it.
 *
 * @fires portal-connection-activate
 * @fires portal-connection-edit
 * @fires portal-connection-test - with the connection as a draft that keeps its secrets
 * @fires portal-connection-allow
 * @fires portal-connection-forget - once confirmed
 * @fires portal-sign-in
 * @fires portal-sign-in-cancel
 * @fires portal-sign-out
 */
@localized()
export class PortalConnectionCard extends PortalElement {
  static override styles = [cardStyles];

  @property({ attribute: false }) connection?: ConnectionSummary;
  /** There are others of the same PSA, so that it matters which is used. */
  @property({ type: Boolean }) isOneOfSeveral = false;
  /** While this connection is being tested. */
  @property({ type: Boolean }) testing = false;
  /** The sign-in that is under way, if it is this connection's. */
  @property({ attribute: false }) signIn?: SignInProgress | undefined;

  @state() private isAsking = false;

  /** After something was done here, the focus stays where it makes sense. */
  override focus(): void {
    void this.focusInside(this.signIn === undefined ? '.sign-in, .edit' : '.cancel-sign-in');
  }

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
    const name = connectionName(connection);
    return html`<div class="row">
      <div class="facts">
        <div class="title">
          <h3>${name}</h3>
          ${this.#renderPills(connection)}
        </div>
        <dl>${connectionFacts(connection)}</dl>
      </div>
      <div class="actions" role="group" aria-label=${msg(str`Actions for ${name}`)}>
        ${this.#renderActions(connection)}
      </div>
      ${this.#renderNotices(connection)} ${this.isAsking ? this.#renderQuestion(connection) : nothing}
    </div>`;
  }

  #renderPills({ isActive, isLocked, source, portalService }: ConnectionSummary): TemplateResult {
    const access = portalService?.access;
    const session = access?.kind === 'sign-in' && !isLocked ? access.state : undefined;
    return html`${this.isOneOfSeveral && isActive ? html`<span class="pill">${msg('in use')}</span>` : nothing}
    ${source === 'preset' ? html`<span class="pill off">${msg('built in for the sandbox')}</span>` : nothing}
    ${isLocked ? html`<span class="pill warn">${msg('locked')}</span>` : nothing}
    ${session === 'signed-in' ? html`<span class="pill good">${msg('signed in')}</span>` : nothing}
    ${session === 'signed-out' ? html`<span class="pill warn">${msg('not signed in')}</span>` : nothing}
    ${session === 'ended' ? html`<span class="pill bad">${msg('sign-in ended')}</span>` : nothing}`;
  }

  #renderActions(connection: ConnectionSummary): TemplateResult {
    const { isActive, source } = connection;
    return html`${
        this.isOneOfSeveral && !isActive
          ? html`<button
              type="button"
              class="button activate"
              @click=${() => this.emit('portal-connection-activate', connection)}
            >
              ${msg('Use this one')}
            </button>`
          : nothing
      }
      ${this.#renderSession(connection)}
      <button
        type="button"
        class="button test"
        aria-disabled=${this.testing ? 'true' : nothing}
        @click=${() => this.emit('portal-connection-test', draftOf(connection))}
      >
        ${this.testing ? msg('Testing …') : msg('Test')}
      </button>
      <button
        type="button"
        class="button edit"
        @click=${() => this.emit('portal-connection-edit', connection)}
      >
        ${msg('Edit')}
      </button>
      ${
        source === 'preset'
          ? nothing
          : html`<button type="button" class="button plain forget" @click=${() => this.#ask(true)}>
              ${msg('Forget')}
            </button>`
      }`;
  }

  #renderSession(connection: ConnectionSummary): TemplateResult | typeof nothing {
    const access = connection.portalService?.access;
    if (access?.kind !== 'sign-in' || connection.isLocked || this.signIn !== undefined) return nothing;
    return access.state === 'signed-in'
      ? html`<button
          type="button"
          class="button sign-out"
          @click=${() => this.emit('portal-sign-out', connection)}
        >
          ${msg('Sign out')}
        </button>`
      : html`<button
          type="button"
          class="button primary sign-in"
          @click=${() => this.emit('portal-sign-in', connection)}
        >
          ${access.state === 'ended' ? msg('Sign in again') : msg('Sign in')}
        </button>`;
  }

  #renderNotices(connection: ConnectionSummary): TemplateResult | typeof nothing {
    const { hasPermission, isLocked, portalService, psaOrigin } = connection;
    if (this.signIn !== undefined) return this.#renderProgress(this.signIn);
    if (!hasPermission)
      return html`<div class="wide">
        ${notice({
          tone: 'warn',
          title: msg(str`The browser does not let the extension into ${hostOf(psaOrigin)}.`),
          text: msg('Nothing can be shown there until you allow it.'),
          actions: html`<button
            type="button"
            class="button allow"
            @click=${() => this.emit('portal-connection-allow', connection)}
          >
            ${msg('Allow it')}
          </button>`,
        })}
      </div>`;
    const access = portalService?.access;
    if (isLocked || access?.kind !== 'sign-in' || access.state !== 'ended') return nothing;
    return html`<div class="wide">
      ${notice({
        tone: 'bad',
        title: msg('The portal service ended your sign-in.'),
        text: msg(
          'It was revoked, it is too old, or it was used from somewhere else as well. Sign in again. If you did not expect this, tell your administrator.',
        ),
      })}
    </div>`;
  }

  #renderProgress({ phase }: SignInProgress): TemplateResult {
    const texts = {
      opening: () => msg('Asking the portal service …'),
      away: () => msg('Sign in at the portal service in the window that has opened. This page waits.'),
      finishing: () => msg('Finishing the sign-in …'),
    };
    return html`<div class="wide notice" role="status">
      <span class="spinner" aria-hidden="true"></span>
      <div class="notice-text">${texts[phase]()}</div>
      <button
        type="button"
        class="button cancel-sign-in"
        @click=${() => this.emit('portal-sign-in-cancel', undefined)}
      >
        ${msg('Cancel')}
      </button>
    </div>`;
  }

  #renderQuestion(connection: ConnectionSummary): TemplateResult {
    const isSignedIn = connection.portalService?.access.kind === 'sign-in';
    return html`<div class="wide question" role="group" aria-labelledby="question">
      <p id="question"><b>${msg(str`Forget “${connectionName(connection)}”?`)}</b></p>
      <p>
        ${msg('Its secrets are deleted and have to be entered again. Jobs that still run with it stop.')}
        ${isSignedIn ? msg('Whoever is signed in to the portal service is signed out.') : nothing}
        ${msg('Nothing changes in the PSA itself.')}
      </p>
      <div class="actions">
        <button type="button" class="button danger" @click=${() => this.#forget(connection)}>
          ${msg('Forget')}
        </button>
        <button type="button" class="button plain keep" @click=${() => this.#ask(false)}>
          ${msg('Keep')}
        </button>
      </div>
    </div>`;
  }
}

define('portal-connection-card', PortalConnectionCard);

declare global {
  interface HTMLElementTagNameMap {
    'portal-connection-card': PortalConnectionCard;
  }
}
