import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { QuickTicketValues, RequestType, TicketOption } from '../../model/index.js';
import type { QuickTicketLists } from './quick-ticket-words.js';
import { optionTemplate } from './select-control.js';

/** What the fields need to know. A value that was deactivated later, or that nobody knows, may stay. */
export interface QuickTicketFields {
  readonly values: QuickTicketValues;
  readonly lists: QuickTicketLists;
  readonly isDisabled: boolean;
  readonly describedBy: string;
  readonly edit: (values: QuickTicketValues) => void;
}

/** S10: what a quick ticket starts with. */
export function quickTicketFields(fields: QuickTicketFields): TemplateResult {
  const { values, isDisabled, edit } = fields;
  return html`<div class="own-values" role="group" aria-label=${msg('Values of the quick ticket')}>
    ${typeField(fields)} ${priorityField(fields)} ${queueField(fields)}
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

function typeField({ values, lists, isDisabled, describedBy, edit }: QuickTicketFields): TemplateResult {
  const offered = offeredTypes(values, lists.requestTypes);
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
        ?disabled=${isDisabled || lists.requestTypes === undefined}
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

/** A value of one of the PSA's lists. */
interface OptionField {
  readonly id: string;
  readonly value: number;
  readonly isDisabled: boolean;
  readonly edit: (value: number) => void;
}

function priorityField({ values, lists, isDisabled, edit }: QuickTicketFields): TemplateResult {
  const field: OptionField = {
    ...{ id: 'quick-ticket-priority', value: values.priority, isDisabled },
    edit: (priority) => edit({ ...values, priority }),
  };
  const options = lists.ticketOptions?.priorities;
  if (options === undefined) return numberField(field, msg('Priority no.'));
  return optionField(field, msg('Priority'), options, msg(str`Priority ${values.priority} (unknown)`));
}

function queueField({ values, lists, isDisabled, edit }: QuickTicketFields): TemplateResult {
  const field: OptionField = {
    ...{ id: 'quick-ticket-queue', value: values.queueId, isDisabled },
    edit: (queueId) => edit({ ...values, queueId }),
  };
  const options = lists.ticketOptions?.queues;
  if (options === undefined) return numberField(field, msg('Queue no.'));
  return optionField(field, msg('Queue'), options, msg(str`Queue ${values.queueId} (unknown)`));
}

/** Active options, and the chosen one whatever became of it: `unknown` is what it is called where it is not among them. */
function optionField(
  { id, value, isDisabled, edit }: OptionField,
  label: string,
  options: readonly TicketOption[],
  unknown: string,
): TemplateResult {
  const known = options.filter((option) => option.isActive || option.value === value);
  const offered = known.some((option) => option.value === value)
    ? known
    : [...known, { value, label: unknown, isActive: true }];
  const choose = (event: Event): void => {
    const option = offered[(event.target as HTMLSelectElement).selectedIndex];
    if (option !== undefined) edit(option.value);
  };
  return html`<label for=${id}>${label}</label>
    <select id=${id} ?disabled=${isDisabled} @change=${choose}>
      ${offered.map(({ value: one, label: name, isActive }) =>
        optionTemplate({
          value: String(one),
          label: isActive ? name : msg(str`${name} (deactivated)`),
          isSelected: one === value,
        }),
      )}
    </select>`;
}

/** Where the backend has no names for the values, they are shown as the numbers they are. */
function numberField({ id, value, isDisabled, edit }: OptionField, label: string): TemplateResult {
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
