import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { GlobalSettingsSchema } from '../../model/index.js';
import {
  firstQuickTicket,
  quickTicketFields,
  selectControl,
  type ControlParts,
} from '../settings-form/index.js';
import type { GlobalPage } from './global-page.js';
import { policyLabel } from './global-words.js';

/** S12: who must use a second factor where a company says nothing else. */
export function twoFactorControl(parts: ControlParts, { draft, edit }: GlobalPage): TemplateResult {
  const policies = GlobalSettingsSchema.entries.twoFactor.options;
  return selectControl(
    parts,
    policies.map((twoFactor) => ({
      value: twoFactor,
      label: policyLabel(twoFactor),
      isSelected: draft.current.twoFactor === twoFactor,
      choose: () => edit({ twoFactor }),
    })),
  );
}

/** S10: no quick ticket, or these values. */
export function quickTicketControl(parts: ControlParts, { draft, edit, view }: GlobalPage): TemplateResult {
  const now = draft.current.quickTicket ?? null;
  const values = now ?? draft.base.quickTicket ?? firstQuickTicket(view);
  const options = [
    {
      value: 'none',
      label: msg('No quick ticket'),
      isSelected: now === null,
      choose: () => edit({ quickTicket: null }),
    },
    ...(values === undefined
      ? []
      : [
          {
            value: 'values',
            label: msg('With these values'),
            isSelected: now !== null,
            choose: () => edit({ quickTicket: values }),
          },
        ]),
  ];
  const fields =
    now === null
      ? nothing
      : quickTicketFields({
          ...{ values: now, lists: view, isDisabled: parts.isDisabled, describedBy: parts.describedBy },
          edit: (quickTicket) => edit({ quickTicket }),
        });
  return html`${selectControl(parts, options)}${fields}`;
}

/** All tickets, or those from a day on. */
export function ticketsFromControl(parts: ControlParts, { draft, edit }: GlobalPage): TemplateResult {
  const now = draft.current.ticketsFrom ?? null;
  const start = draft.base.ticketsFrom ?? `${new Date().getFullYear()}-01-01`;
  const options = [
    {
      value: 'all',
      label: msg('All tickets'),
      isSelected: now === null,
      choose: () => edit({ ticketsFrom: null }),
    },
    {
      value: 'from',
      label: msg('Created on or after a day'),
      isSelected: now !== null,
      choose: () => edit({ ticketsFrom: start }),
    },
  ];
  return html`${selectControl(parts, options)}${now === null ? nothing : dayField(now, parts, edit)}`;
}

function dayField(
  day: string,
  { isDisabled, describedBy }: ControlParts,
  edit: GlobalPage['edit'],
): TemplateResult {
  const take = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    // Empty while somebody is still typing; what was there comes back where they leave it so.
    if (value !== '') edit({ ticketsFrom: value });
  };
  const leave = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if (input.value === '') input.value = day;
  };
  return html`<div class="own-values">
    <label for="tickets-from-day">${msg('Day')}</label>
    <input
      id="tickets-from-day"
      type="date"
      required
      aria-describedby=${describedBy}
      ?disabled=${isDisabled}
      .value=${live(day)}
      @change=${take}
      @blur=${leave}
    />
  </div>`;
}
