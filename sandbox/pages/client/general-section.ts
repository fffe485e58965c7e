import { html } from 'hono/html';
import {
  defaultTimeZone,
  FirstExperienceSchema,
  RelatedTicketsSchema,
  ResourceNamesSchema,
  TwoFactorSchema,
  WorkedTimeSchema,
} from '../../../src/model/index.js';
import { logosPath, ssoLogPath } from '../paths.js';
import type { View } from '../view.js';
import {
  checkbox,
  editor,
  readOnlyData,
  section,
  selector,
  toolBarButton,
  type Choice,
  type Markup,
} from '../widgets.js';
import type { ClientModel } from './model.js';
import { quickTicketEditors } from './quick-ticket.js';

/** The settings that are one check box. */
export const flagKeys = ['notifications', 'knowledgeBase', 'documents', 'ticketDueDates'] as const;
type FlagKey = (typeof flagKeys)[number] | 'portalEnabled' | 'earlyAccess' | 'preventLegacyPortal';

/** The settings that are one pick list with fixed values. */
export const choiceSchemas = {
  resourceNames: ResourceNamesSchema,
  workedTime: WorkedTimeSchema,
  relatedTickets: RelatedTicketsSchema,
  twoFactor: TwoFactorSchema,
  firstExperience: FirstExperienceSchema,
};
export type ChoiceKey = keyof typeof choiceSchemas;

/** S2-S12 in the vendor's order. */
export function generalSection(view: View, model: ClientModel): Markup {
  const { t } = view;
  return section(
    t.detail.sections.general,
    html`${choiceEditor(view, model, 'resourceNames')} ${choiceEditor(view, model, 'workedTime')}
    ${flagKeys.map((key) => flagEditor(view, model, key))} ${timeZoneEditor(view, model)}
    ${readOnlyData(t.login, loginLink(model))} ${quickTicketEditors(view, model)}
    ${choiceEditor(view, model, 'relatedTickets')} ${choiceEditor(view, model, 'twoFactor')}
    ${readOnlyData(t.singleSignOn, toolBarButton(t.viewLog, { href: ssoLogPath(model.company.id) }))}
    ${toolBarButton(t.manageLogos, { href: logosPath(model.company.id) })}`,
  );
}

export function flagEditor(view: View, model: ClientModel, key: FlagKey, isLocked = false): Markup {
  const isDisabled = isLocked || !model.mayEdit;
  return editor(view.t.settings[key], (labelId) =>
    checkbox({ name: key, isChecked: model.settings[key], isDisabled, labelId }),
  );
}

export function choiceEditor(view: View, model: ClientModel, key: ChoiceKey): Markup {
  const labels: Readonly<Record<string, string>> = view.t.options[key];
  const choices = choiceSchemas[key].options.map((value): Choice => ({
    value,
    label: labels[value] ?? value,
  }));
  return editor(view.t.settings[key], (labelId) =>
    selector({ name: key, value: model.settings[key], choices, isDisabled: !model.mayEdit, labelId }),
  );
}

/** S8: the empty value stands for the default, which is named. */
function timeZoneEditor({ t }: View, { company, provider, settings, mayEdit }: ClientModel): Markup {
  const { zone } = defaultTimeZone(company, provider.headquartersTimeZone);
  const zones = Intl.supportedValuesOf('timeZone').map((name): Choice => ({ value: name, label: name }));
  const choices = [{ value: '', label: `${t.options.timeZoneDefault} (${zone})` }, ...zones];
  return editor(t.settings.timeZone, (labelId) =>
    selector({ name: 'timeZone', value: settings.timeZone ?? '', choices, isDisabled: !mayEdit, labelId }),
  );
}

function loginLink({ login }: ClientModel): Markup {
  return html`<a href="${login.url}" target="_blank" rel="noreferrer">${login.url}</a>`;
}
