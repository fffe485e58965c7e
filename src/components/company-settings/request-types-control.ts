import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { RequestTypeChoice } from '../../model/index.js';
import { selectControl, type SelectOption } from '../settings-form/index.js';
import { requestTypeList } from './request-type-list.js';
import type { ControlContext } from './settings-page.js';

/** R: every active type, or an own choice among them. */
export function requestTypesControl(context: ControlContext): TemplateResult {
  const { page } = context;
  const now = page.draft.current.requestTypes;
  const ids = startingIds(context);
  const modes: readonly RequestTypeChoice[] = [
    { mode: 'all' },
    ...(ids === undefined ? [] : [{ mode: 'custom' as const, ids }]),
  ];
  const options: SelectOption[] = modes.map((requestTypes) => ({
    value: requestTypes.mode,
    label: requestTypes.mode === 'all' ? msg('All active types') : msg('Only these types'),
    choose: () => page.edit({ requestTypes }),
    isSelected: requestTypes.mode === now?.mode,
  }));
  return html`${selectControl(context, options)}
  ${now?.mode === 'custom' ? requestTypeList(context, now.ids) : nothing}`;
}

/** What an own choice starts from: the form's, the saved one, or all active types, so that nobody loses one unawares. */
function startingIds({ page: { draft, view } }: ControlContext): number[] | undefined {
  for (const one of [draft.current.requestTypes, draft.base.requestTypes])
    if (one?.mode === 'custom') return one.ids;
  return view.requestTypes?.filter(({ isActive }) => isActive).map(({ id }) => id);
}
