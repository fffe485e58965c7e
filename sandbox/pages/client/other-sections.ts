import { html } from 'hono/html';
import type { View } from '../view.js';
import { checkbox, editor, section, selector, type Choice, type Markup } from '../widgets.js';
import { choiceEditor, flagEditor } from './general-section.js';
import type { ClientModel } from './model.js';
import { hiddenUnless } from './quick-ticket.js';

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
