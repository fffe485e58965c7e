import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { QuickTicketValues, RequestType } from '../../model/index.js';
import { optionTemplate } from './select-control.js';

/** What the fields need to know. `types` is undefined where the backend cannot tell. */
export interface QuickTicketFields {
  readonly values: QuickTicketValues;
  /** The values as they were read; a type that was deactivated later may stay. */
  readonly types: readonly RequestType[] | undefined;
  readonly isDisabled: boolean;
  readonly describedBy: string;
  readonly edit: (values: QuickTicketValues) => void;
}

/** S10: what a quick ticket starts with. */
export function quickTicketFields(fields: QuickTicketFields): TemplateResult {
  const { values, isDisabled, edit } = fields;
  return html`<div class="own-values" role="group" aria-label=${msg('Values of the quick ticket')}>
    ${typeField(fields)}
    ${numberField('quick-ticket-priority', msg('Priority no.'), values.priority, isDisabled, (priority) =>
      edit({ ...values, priority }),
    )}
    ${numberField('quick-ticket-queue', msg('Queue no.'), values.queueId, isDisabled, (queueId) =>
      edit({ ...values, queueId }),
    )}
    <label for="quick-ticket-title">${msg('Title can be edited')}</label>
    <input
      id="quick-ticket-title"
      type="checkbox"
      ?disabled=${isDisabled}
      .checked=${live(values.titleEditable)}
      @change=${(event: Event) => edit({ ...values, titleEditable: (event.target as HTMLInputElement).checked })}
    />
  </div>`;
}

function typeField({ values, types, isDisabled, describedBy, edit }: QuickTicketFields): TemplateResult {
  const offered = offeredTypes(values, types);
  const choose = (event: Event): void => {
    const type = offered[(event.target as HTMLSelectElement).selectedIndex];
    if (type !== undefined) edit({ ...values, requestTypeId: type.id });
  };
  const chosen = offered.find(({ id }) => id === values.requestTypeId);
  return html`<label for="quick-ticket-type">${msg('Request type')}</label>
    <div>
      <select
        id="quick-ticket-type"
        aria-describedby=${describedBy}
        ?disabled=${isDisabled || types === undefined}
        @change=${choose}
      >
        ${offered.map(({ id, name, isActive }) =>
          optionTemplate({
            value: String(id),
            label: isActive ? name : msg(str`${name} (deactivated)`),
            isSelected: id === values.requestTypeId,
          }),
        )}
      </select>
      ${
        chosen?.isActive === false
          ? html`<div class="notes">
              <div class="caution">
                ${msg('This type is deactivated. Choose another one for new tickets.')}
              </div>
            </div>`
          : nothing
      }
    </div>`;
}

/** Active types, and the chosen one whatever became of it. */
function offeredTypes(
  { requestTypeId }: QuickTicketValues,
  types: readonly RequestType[] = [],
): readonly RequestType[] {
  const offered = types.filter(({ id, isActive }) => isActive || id === requestTypeId);
  if (offered.some(({ id }) => id === requestTypeId)) return offered;
  const name = msg(str`Request type ${requestTypeId}`);
  return [...offered, { id: requestTypeId, name, isActive: true, group: null }];
}

/** A value of one of the PSA's lists; there is no public name for it, so it is shown as the number it is. */
function numberField(
  id: string,
  label: string,
  value: number,
  isDisabled: boolean,
  edit: (value: number) => void,
): TemplateResult {
  const take = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (Number.isSafeInteger(input.valueAsNumber) && input.valueAsNumber >= 0) edit(input.valueAsNumber);
    else input.value = String(value);
  };
  return html`<label for=${id}>${label}</label>
    <input
      id=${id}
      type="number"
      min="0"
      step="1"
      ?disabled=${isDisabled}
      .value=${live(String(value))}
      @change=${take}
    />`;
}

/** "Incident, priority 2, queue 8, title can be edited". Priority and queue are values of the PSA's lists. */
export function quickTicketValuesInWords(
  values: QuickTicketValues,
  types: readonly RequestType[] | undefined,
): string {
  const type = types?.find(({ id }) => id === values.requestTypeId)?.name;
  return [
    type ?? msg(str`request type ${values.requestTypeId}`),
    msg(str`priority ${values.priority}`),
    msg(str`queue ${values.queueId}`),
    values.titleEditable ? msg('title can be edited') : msg('title is fixed'),
  ].join(', ');
}

/** What values start from where there are none yet; undefined where no type can be offered. */
export function firstQuickTicket(types: readonly RequestType[] | undefined): QuickTicketValues | undefined {
  const type = types?.find(({ isActive }) => isActive);
  return type && { requestTypeId: type.id, priority: 1, queueId: 1, titleEditable: true };
}
