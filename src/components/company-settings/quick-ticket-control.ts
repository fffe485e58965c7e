import { html, nothing, type TemplateResult } from 'lit';
import type { QuickTicket } from '../../model/index.js';
import {
  firstQuickTicket,
  quickTicketFields,
  selectControl,
  type SelectOption,
} from '../settings-form/index.js';
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
  return html`${selectControl(context, options)}${
    now?.mode === 'custom'
      ? quickTicketFields({
          values: now,
          lists: page.view,
          isDisabled: context.isDisabled,
          describedBy: context.describedBy,
          edit: (values) => page.edit({ quickTicket: { mode: 'custom', ...values } }),
        })
      : nothing
  }`;
}

/** What "own values" starts from: those of the form, those saved before, the global ones. undefined where nothing is known to start from. */
function ownValues({ page: { draft, view } }: ControlContext): OwnValues | undefined {
  for (const one of [draft.current.quickTicket, draft.base.quickTicket])
    if (one?.mode === 'custom') return one;
  const global = view.provider?.quickTicket ?? undefined;
  if (global !== undefined) return { mode: 'custom', ...global };
  const first = firstQuickTicket(view);
  return first && { mode: 'custom', ...first };
}
