import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isSameSetting, type QuickTicket, type QuickTicketValues } from '../../model/index.js';
import { selectControl, type SelectOption } from '../settings-form/index.js';
import type { ControlContext } from './settings-page.js';
import { quickTicketModeInWords } from './setting-values.js';

type OwnValues = Extract<QuickTicket, { mode: 'custom' }>;

/** S10: whose values a quick ticket starts with, and under it the company's own ones. */
export function quickTicketControl(context: ControlContext): TemplateResult {
  const { page } = context;
  const now = page.draft.current.quickTicket;
  const own = ownValues(context);
  const modes: readonly QuickTicket[] = [
    { mode: 'global' },
    { mode: 'disabled' },
    ...(own === undefined ? [] : [own]),
  ];
  const options: SelectOption[] = modes.map((quickTicket) => ({
    value: quickTicket.mode,
    label: quickTicketModeInWords(quickTicket.mode),
    choose: () => page.edit({ quickTicket }),
    isSelected: quickTicket.mode === now?.mode,
  }));
  return html`${selectControl(context, options)}${now?.mode === 'custom' ? ownFields(context, now) : nothing}`;
}

/** What "own values" starts from: those of the form, those saved before, the global ones. undefined where nothing is known to start from. */
function ownValues({ page: { draft, view } }: ControlContext): OwnValues | undefined {
  for (const one of [draft.current.quickTicket, draft.base.quickTicket])
    if (one?.mode === 'custom') return one;
  const global = view.provider?.quickTicket ?? undefined;
  if (global !== undefined) return { mode: 'custom', ...global };
  const type = view.requestTypes?.find(({ isActive }) => isActive);
  return type && { mode: 'custom', requestTypeId: type.id, priority: 1, queueId: 1, titleEditable: true };
}

function ownFields({ page, isDisabled }: ControlContext, now: OwnValues): TemplateResult {
  const edit = (change: Partial<QuickTicketValues>): void =>
    page.edit({ quickTicket: { ...now, ...change } });
  const types = (page.view.requestTypes ?? []).filter(
    ({ id, isActive }) => isActive || id === now.requestTypeId,
  );
  const chooseType = (event: Event): void => {
    const type = types[(event.target as HTMLSelectElement).selectedIndex];
    if (type !== undefined) edit({ requestTypeId: type.id });
  };
  return html`<div class="own-values" role="group" aria-label=${msg('Own values of the quick ticket')}>
    <label for="quick-ticket-type">${msg('Request type')}</label>
    <select id="quick-ticket-type" ?disabled=${isDisabled || types.length === 0} @change=${chooseType}>
      ${types.map(
        ({ id, name }) =>
          html`<option value=${id} .selected=${live(isSameSetting(id, now.requestTypeId))}>${name}</option>`,
      )}
    </select>
    ${numberField('quick-ticket-priority', msg('Priority no.'), now.priority, isDisabled, (priority) =>
      edit({ priority }),
    )}
    ${numberField('quick-ticket-queue', msg('Queue no.'), now.queueId, isDisabled, (queueId) =>
      edit({ queueId }),
    )}
    <label for="quick-ticket-title">${msg('Title can be edited')}</label>
    <input
      id="quick-ticket-title"
      type="checkbox"
      ?disabled=${isDisabled}
      .checked=${live(now.titleEditable)}
      @change=${(event: Event) => edit({ titleEditable: (event.target as HTMLInputElement).checked })}
    />
  </div>`;
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
