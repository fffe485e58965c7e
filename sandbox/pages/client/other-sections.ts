import { html } from 'hono/html';
import { isProviderCompany } from '../../../src/model/index.js';
import type { View } from '../view.js';
import { checkbox, editor, readOnlyData, section, selector, type Choice, type Markup } from '../widgets.js';
import { absent, choiceEditor, flagEditor } from './general-section.js';
import type { ClientModel } from './model.js';
import { hiddenUnless } from './quick-ticket.js';

/** T: state, acknowledgment and billing. The sandbox's Taskfire comes from its seed. */
export function taskfireSection(view: View, { taskfire, company }: ClientModel): Markup {
  const { t } = view;
  const note = isProviderCompany(company.id) ? html`<p>${t.taskfire.notBilled}</p>` : '';
  if (!taskfire.isActive)
    return section(
      t.detail.sections.taskfire,
      html`${readOnlyData(t.taskfire.state, t.taskfire.inactive)} ${absent(view, t.taskfire.enable)} ${note}`,
    );
  const { billing } = taskfire;
  const day = new Intl.DateTimeFormat(view.language, { dateStyle: 'medium' });
  return section(
    t.detail.sections.taskfire,
    html`${readOnlyData(t.taskfire.state, t.taskfire.active)}
    ${readOnlyData(t.taskfire.acceptedBy, taskfire.acceptedBy)}
    ${readOnlyData(t.taskfire.acceptedAt, day.format(new Date(taskfire.acceptedAt)))}
    ${readOnlyData(t.taskfire.contract, billing?.contractName ?? t.taskfire.none)}
    ${readOnlyData(t.taskfire.service, billing?.serviceName ?? t.taskfire.none)} ${note}`,
  );
}

/** R: all types, or a choice. Deactivated types appear only where they are chosen, and say so (R3). */
export function requestTypesSection(view: View, model: ClientModel): Markup {
  const { t } = view;
  const choice = model.settings.requestTypes;
  const chosen = choice.mode === 'custom' ? choice.ids : [];
  const isDisabled = !model.mayEdit;
  const modes = Object.entries(t.options.requestTypes).map(([value, label]): Choice => ({ value, label }));
  const offered = model.requestTypes.filter(({ id, isActive }) => isActive || chosen.includes(id));
  return section(
    t.detail.sections.requestTypes,
    html`${editor(t.settings.requestTypes, (labelId) =>
        selector({ name: 'requestTypes', value: choice.mode, choices: modes, isDisabled, labelId }),
      )}
      <div class="Dependent" data-shown-when="requestTypes=custom" ${hiddenUnless(choice.mode === 'custom')}>
        ${offered.map(({ id, name, isActive }) =>
          editor(isActive ? name : `${name} (${t.options.deactivated})`, (labelId) =>
            checkbox({ name: `requestType.${id}`, isChecked: chosen.includes(id), isDisabled, labelId }),
          ),
        )}
      </div>`,
  );
}

/** E: only where the provider has the feature. Preventing the legacy portal forces the first experience (E2). */
export function earlyAccessSection(view: View, model: ClientModel): Markup | '' {
  const { settings, provider } = model;
  if (!provider.isEarlyAccessActivated) return '';
  return section(
    view.t.detail.sections.earlyAccess,
    html`${flagEditor(view, model, 'earlyAccess')}
      <div class="Dependent" data-shown-when="earlyAccess=true" ${hiddenUnless(settings.earlyAccess)}>
        ${flagEditor(view, model, 'preventLegacyPortal')}
        <div
          class="Dependent"
          data-forced-when="preventLegacyPortal=true"
          data-forced-value="early-access"
          data-may-edit="${String(model.mayEdit)}"
        >
          ${choiceEditor(view, model, 'firstExperience')}
        </div>
      </div>`,
  );
}
