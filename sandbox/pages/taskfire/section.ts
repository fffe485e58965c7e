import { html } from 'hono/html';
import {
  isBillingContractExpired,
  isProviderCompany,
  type ActiveTaskfire,
} from '../../../src/model/index.js';
import type { ClientModel } from '../client/model.js';
import { taskfirePath } from '../paths.js';
import type { View } from '../view.js';
import { readOnlyData, section, toolBarButton, type Markup } from '../widgets.js';

/** T: how Taskfire stands, and the ways to what can be done to it. */
export function taskfireSection(view: View, model: ClientModel): Markup {
  const { t } = view;
  const { company, taskfire, mayEdit } = model;
  const note = isProviderCompany(company.id) ? html`<p>${t.taskfire.notBilled}</p>` : '';
  const state = taskfire.isActive ? t.taskfire.active : t.taskfire.inactive;
  return section(
    t.detail.sections.taskfire,
    html`${readOnlyData(t.taskfire.state, state)}
    ${
      taskfire.isActive
        ? activeData(view, model, taskfire)
        : toolBarButton(t.taskfire.enable, { isDisabled: !mayEdit, href: taskfirePath(company.id, 'enable') })
    }
    ${note}`,
  );
}

function activeData(view: View, { company, mayEdit }: ClientModel, taskfire: ActiveTaskfire): Markup {
  const { t } = view;
  const { billing } = taskfire;
  const day = new Intl.DateTimeFormat(view.language, { dateStyle: 'medium' });
  const today = new Date().toISOString().slice(0, 10);
  const expired = isBillingContractExpired(taskfire, today) ? ` (${t.taskfire.expired})` : '';
  const contract = billing === null ? t.taskfire.none : `${billing.contractName}${expired}`;
  const button = (label: string, step: string, isDisabled = !mayEdit): Markup =>
    toolBarButton(label, { isDisabled, href: taskfirePath(company.id, step) });
  return html`${readOnlyData(t.taskfire.acceptedBy, taskfire.acceptedBy)}
  ${readOnlyData(t.taskfire.acceptedAt, day.format(new Date(taskfire.acceptedAt)))}
  ${readOnlyData(t.taskfire.licenses, taskfire.licences.toString())}
  ${readOnlyData(t.taskfire.contract, contract)}
  ${readOnlyData(t.taskfire.service, billing?.serviceName ?? t.taskfire.none)}
  ${button(t.taskfire.acknowledgment, 'acknowledgment', false)} ${button(t.taskfire.billing, 'billing')}
  ${button(t.taskfire.disable, 'disable')}`;
}
