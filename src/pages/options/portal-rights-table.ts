import { localized, msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { EntityRights } from '../../contract/index.js';
import { define, PortalElement } from '../../components/shared/index.js';
import { entityName, isNeeded, missingRights, rightName, rights, type Right } from './rights-words.js';

/** What the API user may read, create and change, per kind of record, and what a missing right means. */
@localized()
export class PortalRightsTable extends PortalElement {
  static override styles = [
    css`
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 5px 12px 5px 0;
        border-block-end: 1px solid var(--_line);
        text-align: start;
        vertical-align: top;
      }
      thead th {
        color: var(--_quiet);
        font-size: var(--_small);
        font-weight: 600;
      }
      tbody th {
        font-weight: 560;
      }
      p {
        margin: 0;
        color: var(--_warn);
        font-weight: 400;
      }
      .yes {
        color: var(--_good);
      }
      .missing {
        color: var(--_warn);
        font-weight: 600;
      }
      .unneeded {
        color: var(--_quiet);
      }
    `,
  ];

  @property({ attribute: false }) rights: readonly EntityRights[] = [];

  protected override render(): TemplateResult {
    return html`<table>
      <caption class="visually-hidden">
        ${msg('What this API user may do')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${msg('Records')}</th>
          ${rights.map((right) => html`<th scope="col">${rightName(right)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${this.rights.map((given) => renderEntity(given))}
      </tbody>
    </table>`;
  }
}

function renderEntity(given: EntityRights): TemplateResult {
  const missing = missingRights(given);
  return html`<tr>
    <th scope="row">
      ${entityName(given.entity)} ${missing.length === 0 ? nothing : html`<p>${missing.join(' ')}</p>`}
    </th>
    ${rights.map((right) => html`<td>${renderRight(given, right)}</td>`)}
  </tr>`;
}

function renderRight(given: EntityRights, right: Right): TemplateResult {
  if (given[right]) return html`<span class="yes">${msg('yes')}</span>`;
  return isNeeded(given.entity, right)
    ? html`<span class="missing">${msg('missing')}</span>`
    : html`<span class="unneeded">${msg('no, not needed')}</span>`;
}

define('portal-rights-table', PortalRightsTable);

declare global {
  interface HTMLElementTagNameMap {
    'portal-rights-table': PortalRightsTable;
  }
}
