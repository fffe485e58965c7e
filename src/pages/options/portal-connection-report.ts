import { localized, msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BackendTest, TestResult } from '../../channel/index.js';
import { define, errorNotice, notice, PortalElement } from '../../components/shared/index.js';
import { operations, PortalError, type Availability, type Operation } from '../../contract/index.js';
import { pagePartStyles } from '../shared/page-parts.styles.js';
import './portal-rights-table.js';
import './portal-threshold-meter.js';
import { connectionProblemText } from './problem-words.js';

/** What a test of a connection found: for each backend whether it answers, and what these credentials may do there. */
@localized()
export class PortalConnectionReport extends PortalElement {
  static override styles = [
    pagePartStyles,
    css`
      .report {
        display: grid;
        gap: 18px;
      }
      section {
        display: grid;
        gap: 8px;
        min-inline-size: 0;
      }
      ul {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 2px 12px;
        padding-block: 4px;
      }
      .names {
        flex: 1 1 240px;
      }
    `,
  ];

  @property({ attribute: false }) result?: TestResult;

  protected override render(): TemplateResult | typeof nothing {
    const { result } = this;
    if (result === undefined) return nothing;
    if (!result.tested)
      return notice({
        tone: 'bad',
        title: msg('This connection cannot work.'),
        text: connectionProblemText(result.problem),
        isUrgent: true,
      });
    const isEmpty = result.autotask === null && result.portalService === null;
    return html`<div class="report">
      ${renderBackend(msg('Autotask API'), result.autotask)}
      ${renderBackend(msg('Portal service'), result.portalService)} ${isEmpty ? renderNobody() : nothing}
    </div>`;
  }
}

/** All there is to test is a portal service that nobody has signed in to. */
function renderNobody(): TemplateResult {
  return notice({
    tone: 'info',
    title: msg('There is nothing to test yet.'),
    text: msg('Save the connection and sign in to the portal service first.'),
  });
}

function renderBackend(name: string, test: BackendTest | null): TemplateResult | typeof nothing {
  if (test === null) return nothing;
  return html`<section>
    <h3>${name}</h3>
    ${test.ok ? renderAnswer(test) : renderFailure(test.error)}
  </section>`;
}

function renderAnswer({
  capabilities,
  rights,
  threshold,
}: Extract<BackendTest, { ok: true }>): TemplateResult {
  const { operations: offered } = capabilities;
  return html`${notice({ tone: 'good', title: msg('It answers, and accepts the secrets.') })}
    <ul>
      ${availabilities.map((kind) => renderOperations(kind, offered))}
    </ul>
    ${rights === null ? nothing : html`<portal-rights-table .rights=${rights}></portal-rights-table>`}
    ${threshold === null ? nothing : html`<portal-threshold-meter .threshold=${threshold}></portal-threshold-meter>`}`;
}

/** The general words for refused credentials send the reader to the options page, where they are now. */
function renderFailure(error: Extract<BackendTest, { ok: false }>['error']): TemplateResult {
  if (error.code !== 'auth' || error.reason !== undefined) return errorNotice(new PortalError(error));
  return notice({
    tone: 'bad',
    title: msg('It answers, but does not accept the secrets.'),
    text: html`${msg('Check what you entered, and whether the user or the token is still active.')}
    ${error.detail === undefined ? nothing : html`<q>${error.detail}</q>`}`,
    isUrgent: true,
  });
}

/** How an operation can be there, the best first. */
const availabilities = ['available', 'permission-missing', 'api-read-only', 'absent'] as const;
type AvailabilityKind = (typeof availabilities)[number];

function kindOf(availability: Availability): AvailabilityKind {
  return availability.state === 'read-only' ? availability.reason : availability.state;
}

/** All operations of one kind in one line, so that what stands out does. */
function renderOperations(
  kind: AvailabilityKind,
  offered: Readonly<Record<Operation, Availability>>,
): TemplateResult | typeof nothing {
  const names = operations.filter((one) => kindOf(offered[one]) === kind).map(operationName);
  if (names.length === 0) return nothing;
  return html`<li>
    <span class="kind">${kindPill(kind)}</span> <span class="names">${names.join(', ')}</span>
  </li>`;
}

function kindPill(kind: AvailabilityKind): TemplateResult {
  switch (kind) {
    case 'available':
      return html`<span class="pill good">${msg('available')}</span>`;
    case 'permission-missing':
      return html`<span class="pill warn">${msg('read only: permission missing')}</span>`;
    case 'api-read-only':
      return html`<span class="pill warn">${msg('read only: no other way')}</span>`;
    case 'absent':
      return html`<span class="pill off">${msg('not offered')}</span>`;
  }
}

function operationName(operation: Operation): string {
  const names: Record<Operation, () => string> = {
    companies: () => msg('Companies'),
    settings: () => msg('Portal settings'),
    contacts: () => msg('Contacts'),
    portalUsers: () => msg('Portal users'),
    portalLogin: () => msg('Portal login address'),
    providerDefaults: () => msg('Global defaults'),
    requestTypes: () => msg('Request types'),
    ticketOptions: () => msg('Priorities and queues'),
    timeZones: () => msg('Time zones'),
    taskfire: () => msg('Taskfire'),
    ssoLog: () => msg('Single sign-on log'),
    logos: () => msg('Logos'),
    globalSettings: () => msg('Global settings'),
  };
  return names[operation]();
}

define('portal-connection-report', PortalConnectionReport);

declare global {
  interface HTMLElementTagNameMap {
    'portal-connection-report': PortalConnectionReport;
  }
}
