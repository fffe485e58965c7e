import { localized, msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BackendTest, TestResult } from '../../channel/index.js';
import { define, errorNotice, notice, PortalElement } from '../../components/shared/index.js';
import { operations, PortalError, type Availability, type Operation } from '../../contract/index.js';
import { connectionProblemText } from './problem-words.js';

/** What a test of a connection found: for each backend whether it answers, and what these credentials may do there. */
@localized()
export class PortalConnectionReport extends PortalElement {
  static override styles = [
    css`
      .report {
        display: grid;
        gap: 12px;
      }
      h3 {
        margin: 0 0 4px;
        font-size: inherit;
        font-weight: 620;
      }
      ul {
        display: grid;
        gap: 4px;
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 10px;
        padding-block: 3px;
        border-block-end: 1px solid var(--_line);
      }
      .name {
        flex: 0 1 220px;
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
    return html`<div class="report">
      ${renderBackend(msg('Autotask API'), result.autotask)}
      ${renderBackend(msg('Portal service'), result.portalService)}
    </div>`;
  }
}

function renderBackend(name: string, test: BackendTest | null): TemplateResult | typeof nothing {
  if (test === null) return nothing;
  if (!test.ok)
    return html`<section>
      <h3>${name}</h3>
      ${test.error.code === 'auth' ? renderRefused(test.error.detail) : errorNotice(new PortalError(test.error))}
    </section>`;
  const { operations: offered } = test.capabilities;
  const shown = operations.filter((one) => offered[one].state !== 'absent' || one === 'settings');
  return html`<section>
    <h3>${name}</h3>
    ${notice({ tone: 'good', title: msg('It answers, and the credentials are accepted.') })}
    <ul>
      ${shown.map(
        (one) =>
          html`<li><span class="name">${operationName(one)}</span> ${renderAvailability(offered[one])}</li>`,
      )}
    </ul>
  </section>`;
}

/** The general words for this error send the reader to the options page, where they are now. */
function renderRefused(detail: string | undefined): TemplateResult {
  return notice({
    tone: 'bad',
    title: msg('It answers, but does not accept the credentials.'),
    text: html`${msg('Check what you entered, and whether the user or the token is still active.')}
    ${detail === undefined ? nothing : html`<q>${detail}</q>`}`,
    isUrgent: true,
  });
}

function renderAvailability(availability: Availability): TemplateResult {
  switch (availability.state) {
    case 'available':
      return html`<span class="pill good">${msg('available')}</span>`;
    case 'read-only':
      return html`<span class="pill warn">${msg('read only')}</span> ${readOnlyReason(availability.reason)}`;
    case 'absent':
      return html`<span class="pill off">${msg('not offered')}</span>`;
  }
}

function readOnlyReason(reason: 'permission-missing' | 'api-read-only'): string {
  return reason === 'permission-missing'
    ? msg('This user lacks the permission to change it.')
    : msg('The service offers it for reading only.');
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
    timeZones: () => msg('Time zones'),
    taskfire: () => msg('Taskfire'),
  };
  return names[operation]();
}

define('portal-connection-report', PortalConnectionReport);

declare global {
  interface HTMLElementTagNameMap {
    'portal-connection-report': PortalConnectionReport;
  }
}
