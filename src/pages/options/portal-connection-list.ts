import { localized, msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ConnectionSummary, TestResult } from '../../channel/index.js';
import { define, notice, PortalElement, type Notice } from '../../components/shared/index.js';
import { pagePartStyles } from '../shared/page-parts.styles.js';
import { hostOf } from './connection-words.js';
import type { About } from './connection-work.js';
import './portal-connection-card.js';
import './portal-connection-report.js';
import type { SignInProgress } from './sign-in-flow.js';

/** The connections, those of one PSA together. What the cards fire passes through. */
@localized()
export class PortalConnectionList extends PortalElement {
  static override styles = [
    pagePartStyles,
    css`
      .groups {
        display: grid;
        gap: 16px;
      }
      h2 {
        padding: 11px var(--_pad);
      }
      .one {
        border-block-start: 1px solid var(--_line);
      }
      .several {
        padding: 0 var(--_pad) 11px;
      }
      .told {
        padding: 0 var(--_pad) 14px;
      }
    `,
  ];

  @property({ attribute: false }) connections: readonly ConnectionSummary[] = [];
  /** Id of the connection that is being tested. */
  @property({ attribute: false }) testing?: string | undefined;
  /** What the last test found, and of which connection. */
  @property({ attribute: false }) report?: About<TestResult> | undefined;
  /** How something else ended, and for which connection. */
  @property({ attribute: false }) message?: About<Notice> | undefined;
  @property({ attribute: false }) signIn?: SignInProgress | undefined;

  /** Moves the focus to what is most likely next on a connection. Does nothing where it isn't shown. */
  async focusConnection(id: string): Promise<void> {
    await this.updateComplete;
    const cards = this.renderRoot.querySelectorAll('portal-connection-card');
    for (const card of cards) if (card.connection?.id === id) card.focus();
  }

  protected override render(): TemplateResult {
    const origins = [...new Set(this.connections.map(({ psaOrigin }) => psaOrigin))];
    return html`<div class="groups">
      ${repeat(
        origins,
        (psaOrigin) => psaOrigin,
        (psaOrigin) => this.#renderGroup(psaOrigin),
      )}
    </div>`;
  }

  #renderGroup(psaOrigin: string): TemplateResult {
    const connections = this.connections.filter((one) => one.psaOrigin === psaOrigin);
    const isSeveral = connections.length > 1;
    return html`<section class="card">
      <h2>${hostOf(psaOrigin)}</h2>
      ${
        isSeveral
          ? html`<p class="several quiet">
              ${msg(str`${connections.length} connections. The PSA’s pages use the one that is in use.`)}
            </p>`
          : nothing
      }
      ${repeat(
        connections,
        ({ id }) => id,
        (connection) => this.#renderOne(connection, isSeveral),
      )}
    </section>`;
  }

  #renderOne(connection: ConnectionSummary, isOneOfSeveral: boolean): TemplateResult {
    const { id } = connection;
    return html`<div class="one">
      <portal-connection-card
        .connection=${connection}
        .isOneOfSeveral=${isOneOfSeveral}
        .testing=${this.testing === id}
        .signIn=${this.signIn?.connectionId === id ? this.signIn : undefined}
      ></portal-connection-card>
      ${this.message?.id === id ? html`<div class="told">${notice(this.message.told)}</div>` : nothing}
      ${
        this.report?.id === id
          ? html`<portal-connection-report
              class="told"
              .result=${this.report.told}
            ></portal-connection-report>`
          : nothing
      }
    </div>`;
  }
}

define('portal-connection-list', PortalConnectionList);

declare global {
  interface HTMLElementTagNameMap {
    'portal-connection-list': PortalConnectionList;
  }
}
