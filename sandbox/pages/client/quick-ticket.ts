import { html } from 'hono/html';
import type { QuickTicketValues } from '../../../src/model/index.js';
import type { View } from '../view.js';
import { checkbox, editor, readOnlyData, selector, type Choice, type Markup } from '../widgets.js';
import type { ClientModel } from './model.js';

/** S10: the mode, then the global values to look at, or own ones to choose. The page's script shows what the mode needs. */
export function quickTicketEditors(view: View, model: ClientModel): Markup {
  const { t } = view;
  const { mode } = model.settings.quickTicket;
  const modes = Object.entries(t.options.quickTicket).map(([value, label]): Choice => ({ value, label }));
  return html`${editor(t.settings.quickTicket, (labelId) =>
      selector({ name: 'quickTicket', value: mode, choices: modes, isDisabled: !model.mayEdit, labelId }),
    )}
    <div class="Dependent" data-shown-when="quickTicket=global" ${hiddenUnless(mode === 'global')}>
      ${globalValues(view, model)}
    </div>
    <div class="Dependent" data-shown-when="quickTicket=custom" ${hiddenUnless(mode === 'custom')}>
      ${ownValues(view, model)}
    </div>`;
}

export const hiddenUnless = (isShown: boolean): string => (isShown ? '' : 'hidden');

function globalValues(view: View, { provider, requestTypes }: ClientModel): Markup {
  return html`${quickTicketValues(view, provider.quickTicket, requestTypes)}`;
}

/** The values as text, for example those of the global settings. */
export function quickTicketValues(
  { t }: View,
  values: QuickTicketValues | null,
  requestTypes: ClientModel['requestTypes'],
): Markup {
  if (values === null) return html`${t.quickTicket.none}`;
  const type = requestTypes.find(({ id }) => id === values.requestTypeId);
  return html`${readOnlyData(t.quickTicket.requestTypeId, type?.name ?? t.quickTicket.none)}
  ${readOnlyData(t.quickTicket.priority, labelOf(t.priorities, values.priority))}
  ${readOnlyData(t.quickTicket.queueId, labelOf(t.queues, values.queueId))}
  ${readOnlyData(t.quickTicket.titleEditable, values.titleEditable ? t.yes : t.no)}`;
}

function labelOf(labels: Readonly<Record<string, string>>, value: number): string {
  return labels[value.toString()] ?? value.toString();
}

function ownValues(view: View, { settings, provider, requestTypes, mayEdit }: ClientModel): Markup {
  const own = settings.quickTicket.mode === 'custom' ? settings.quickTicket : provider.quickTicket;
  return quickTicketValueEditors(view, own, requestTypes, mayEdit);
}

/** The values to be chosen; `own` are the ones now, or what to begin with. */
export function quickTicketValueEditors(
  { t }: View,
  own: QuickTicketValues | null,
  requestTypes: ClientModel['requestTypes'],
  mayEdit: boolean,
): Markup {
  const choices = (labels: Readonly<Record<string, string>>): Choice[] =>
    Object.entries(labels).map(([value, label]) => ({ value, label }));
  const types = requestTypes.map(({ id, name }): Choice => ({ value: id.toString(), label: name }));
  const pick = (name: 'requestTypeId' | 'priority' | 'queueId', list: readonly Choice[]): Markup =>
    editor(t.quickTicket[name], (labelId) => {
      const value = own?.[name].toString() ?? list[0]?.value ?? '';
      return selector({ name, value, choices: list, isDisabled: !mayEdit, labelId });
    });
  return html`${pick('requestTypeId', types)} ${pick('priority', choices(t.priorities))}
  ${pick('queueId', choices(t.queues))}
  ${editor(t.quickTicket.titleEditable, (labelId) =>
    checkbox({ name: 'titleEditable', isChecked: own?.titleEditable ?? true, isDisabled: !mayEdit, labelId }),
  )}`;
}
