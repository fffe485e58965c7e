import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { portalLocale } from '../../locales/localization.js';
import { isBillingContractExpired, isProviderCompany, type Taskfire } from '../../model/index.js';
import { rulesContext, type CompanyView } from './company-view.js';

type ActiveTaskfire = Extract<Taskfire, { isActive: true }>;

/** How Taskfire stands at this company. It is switched on and off in the PSA's own form. */
export function taskfireRows(view: CompanyView): TemplateResult[] {
  const { isTaskfireActive } = rulesContext(view);
  const isKnown = view.company !== undefined || view.taskfire !== undefined;
  const rows = [stateRow(view, isKnown ? isTaskfireActive : undefined)];
  if (view.taskfire?.isActive === true) rows.push(billingRow(view.taskfire));
  return rows;
}

function stateRow(view: CompanyView, isActive: boolean | undefined): TemplateResult {
  const { companyId } = view.snapshot;
  return html`<div class="row">
    <div class="about">
      <span class="name">${msg('Help desk for the company’s own people')}</span>
      <p>
        ${msg('Taskfire gives a company its own ticketing and hours. It is enabled and disabled in the PSA’s own form.')}
        ${
          isProviderCompany(companyId)
            ? msg('Your own company can use it for demonstrations and is never billed.')
            : nothing
        }
      </p>
    </div>
    <div class="control">
      ${
        isActive === undefined
          ? html`<p class="unknown"><span class="pill off">${msg('Unknown')}</span></p>`
          : isActive
            ? html`<span class="pill good">${msg('Active')}</span>`
            : html`<span class="pill off">${msg('Not active')}</span>`
      }
      ${view.taskfire?.isActive === true ? accepted(view.taskfire) : nothing}
    </div>
  </div>`;
}

function accepted({ acceptedBy, acceptedAt }: ActiveTaskfire): TemplateResult {
  const date = day(new Date(acceptedAt));
  return html`<div class="notes">
    <div>${msg(str`Agreement accepted by ${acceptedBy} on ${date}.`)}</div>
  </div>`;
}

function billingRow(taskfire: ActiveTaskfire): TemplateResult {
  return html`<div class="row">
    <div class="about">
      <span class="name">${msg('Billing')}</span>
      <p>${msg('The contract to which the monthly fee of each Taskfire user is added.')}</p>
    </div>
    <div class="control">
      ${taskfire.billing === null ? msg('Not automated') : contract(taskfire, taskfire.billing)}
    </div>
  </div>`;
}

function contract(taskfire: ActiveTaskfire, billing: NonNullable<ActiveTaskfire['billing']>): TemplateResult {
  const { contractName, serviceName, expiresOn } = billing;
  const today = new Date().toISOString().slice(0, 10);
  const end = expiresOn === null ? undefined : day(new Date(expiresOn));
  const isExpired = isBillingContractExpired(taskfire, today);
  return html`<span>${contractName} – ${serviceName}</span>
    <div class="notes">
      ${
        end === undefined
          ? html`<div>${msg('Without an end date.')}</div>`
          : isExpired
            ? html`<div class="caution">
                ${msg(str`The contract expired on ${end}: new users are not billed.`)}
              </div>`
            : html`<div>${msg(str`Runs until ${end}.`)}</div>`
      }
    </div>`;
}

/** "31 Oct 2026". Dates without a time count as UTC, so that no zone moves them by a day. */
function day(date: Date): string {
  return new Intl.DateTimeFormat(portalLocale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}
