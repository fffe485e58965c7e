import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { RequestType, RequestTypeChoice } from '../../model/index.js';
import { selectControl, type SelectOption } from '../settings-form/index.js';
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
  ${now?.mode === 'custom' ? typeList(context, now.ids) : nothing}`;
}

/** What an own choice starts from: the form's, the saved one, or all active types, so that nobody loses one unawares. */
function startingIds({ page: { draft, view } }: ControlContext): number[] | undefined {
  for (const one of [draft.current.requestTypes, draft.base.requestTypes])
    if (one?.mode === 'custom') return one.ids;
  return view.requestTypes?.filter(({ isActive }) => isActive).map(({ id }) => id);
}

function typeList(context: ControlContext, chosen: readonly number[]): TemplateResult {
  const { page } = context;
  const types = listedTypes(context, chosen);
  const toggle = (id: number, isChosen: boolean): void => {
    const ids = isChosen ? [...chosen, id] : chosen.filter((one) => one !== id);
    page.edit({ requestTypes: { mode: 'custom', ids } });
  };
  return html`<fieldset class="type-list" ?disabled=${context.isDisabled}>
    <legend class="visually-hidden">${msg('Offered request types')}</legend>
    ${types.map(
      (type) =>
        html`<label class="type">
          <input
            type="checkbox"
            .checked=${live(chosen.includes(type.id))}
            @change=${(event: Event) => toggle(type.id, (event.target as HTMLInputElement).checked)}
          />
          <span>${type.name}</span>
          ${type.isActive ? nothing : html`<span class="pill warn">${msg('deactivated, not offered')}</span>`}
        </label>`,
    )}
  </fieldset>`;
}

/** Active types, and those that are or were chosen (R3: they stay in the choice, marked). An id without a type is shown as such. */
function listedTypes({ page }: ControlContext, chosen: readonly number[]): RequestType[] {
  const { draft, view } = page;
  const saved = draft.base.requestTypes?.mode === 'custom' ? draft.base.requestTypes.ids : [];
  const kept = new Set([...saved, ...chosen]);
  const types = view.requestTypes ?? [];
  const unknown = [...kept].filter((id) => !types.some((type) => type.id === id));
  return [
    ...types.filter(({ id, isActive }) => isActive || kept.has(id)),
    ...unknown.map((id) => ({
      id,
      name: msg(str`Request type ${id}`),
      isActive: view.requestTypes === undefined,
      group: null,
    })),
  ];
}
