import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { isProviderCompany, type ActiveTaskfire } from '../../model/index.js';
import { acceptedWords, billingWords, contractEndLine } from '../taskfire/taskfire-words.js';
import { rulesContext, type CompanyView } from './company-view.js';

/** How Taskfire stands at this company. `<portal-taskfire>` is what enables, bills and disables it. */
export function taskfireRows(view: CompanyView): TemplateResult[] {
  const { isTaskfireActive } = rulesContext(view);
  const isKnown = view.company !== undefined || view.taskfire !== undefined;
  const rows = [stateRow(view, isKnown ? isTaskfireActive : undefined)];
  if (view.taskfire?.isActive === true && !isProviderCompany(view.snapshot.companyId))
    rows.push(billingRow(view.taskfire));
  return rows;
}

function stateRow(view: CompanyView, isActive: boolean | undefined): TemplateResult {
  const { companyId } = view.snapshot;
  return html`<div class="row">
    <div class="about">
      <span class="name">${msg('Help desk for the company’s own people')}</span>
      <p>
        ${msg('Taskfire gives a company its own ticketing and hours. Each user with a Taskfire level costs a monthly licence fee.')}
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
      ${
        view.taskfire?.isActive === true
          ? html`<div class="notes"><div>${acceptedWords(view.taskfire)}</div></div>`
          : nothing
      }
    </div>
  </div>`;
}

function billingRow({ billing }: ActiveTaskfire): TemplateResult {
  return html`<div class="row">
    <div class="about">
      <span class="name">${msg('Billing automation')}</span>
      <p>
        ${msg('The contract to which the monthly fee of each Taskfire user is added, prorated from the day the user gets a Taskfire level. Without one you bill it yourself.')}
      </p>
    </div>
    <div class="control">
      ${
        billing === null
          ? msg('Not automated')
          : html`<span>${billingWords(billing)}</span>
              <div class="notes">${contractEndLine(billing.expiresOn)}</div>`
      }
    </div>
  </div>`;
}
