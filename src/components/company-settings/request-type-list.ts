import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { foldText, offeredRequestTypes, type RequestType } from '../../model/index.js';
import type { ControlContext } from './settings-page.js';

/** From this many on one searches rather than looks. */
const MANY = 8;

/** R2, R3: the own choice, by group, to be searched. Arrow keys go through it; the Tab key passes it in one step. */
export function requestTypeList(context: ControlContext, chosen: readonly number[]): TemplateResult {
  const { page, isDisabled } = context;
  const listed = listedTypes(context, chosen);
  const shown = listed.filter((type) => fits(type, page.types.search));
  const list: TypeList = { context, chosen, shown };
  return html`${listed.length < MANY ? nothing : typeSearch(context, listed)}
    <p class="found" role="status">${chosenInWords(context, chosen)}</p>
    ${isDisabled ? nothing : allButtons(list)}
    <div
      class="type-list"
      role="group"
      tabindex=${isDisabled ? 0 : nothing}
      aria-label=${msg('Offered request types')}
      aria-describedby=${context.describedBy}
      @keydown=${onKey}
    >
      ${shown.length === 0 ? html`<p>${msg('No type fits.')}</p>` : groupsOf(shown).map((group) => groupOf(group, list))}
    </div>`;
}

interface TypeList {
  readonly context: ControlContext;
  readonly chosen: readonly number[];
  /** What fits the search, in the order of the groups. */
  readonly shown: readonly RequestType[];
}

type Group = readonly [name: string | null, types: readonly RequestType[]];

/** In the order in which the PSA lists them; types without a group come last. */
function groupsOf(types: readonly RequestType[]): Group[] {
  const names = [...new Set(types.map(({ group }) => group))];
  const inOrder = [...names.filter((name) => name !== null), ...names.filter((name) => name === null)];
  return inOrder.map((name) => [name, types.filter(({ group }) => group === name)]);
}

function groupOf([name, types]: Group, list: TypeList): TemplateResult {
  const isOnly = name === null && types.length === list.shown.length;
  const boxes = repeat(
    types,
    ({ id }) => id,
    (type) => typeBox(type, list),
  );
  if (isOnly) return html`${boxes}`;
  const count = types.filter(({ id }) => list.chosen.includes(id)).length;
  return html`<fieldset>
    <legend>
      ${name ?? msg('Without a group')} <span class="part">${msg(str`${count} of ${types.length}`)}</span>
    </legend>
    ${boxes}
  </fieldset>`;
}

function typeBox(type: RequestType, { context, chosen, shown }: TypeList): TemplateResult {
  const { page, isDisabled } = context;
  const active = shown.some(({ id }) => id === page.types.activeId) ? page.types.activeId : shown[0]?.id;
  const toggle = (event: Event): void => {
    const others = chosen.filter((id) => id !== type.id);
    const { checked } = event.target as HTMLInputElement;
    page.edit({ requestTypes: { mode: 'custom', ids: checked ? [...others, type.id] : others } });
  };
  return html`<label class="type">
    <input
      type="checkbox"
      tabindex=${type.id === active ? 0 : -1}
      ?disabled=${isDisabled}
      .checked=${live(chosen.includes(type.id))}
      @focus=${() => page.types.focus(type.id)}
      @change=${toggle}
    />
    <span>${type.name}</span>
    ${type.isActive ? nothing : html`<span class="pill warn">${msg('deactivated, not offered')}</span>`}
  </label>`;
}

function typeSearch({ page, isDisabled }: ControlContext, listed: readonly RequestType[]): TemplateResult {
  const find = (search: string): void => {
    const count = listed.filter((type) => fits(type, search)).length;
    page.types.find(search, search === '' ? msg('All types are shown.') : typesFitInWords(count));
  };
  const onSearchKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || page.types.search === '') return;
    find('');
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<input
    type="search"
    class="type-search"
    aria-label=${msg('Find a request type')}
    placeholder=${msg('Find a type or a group')}
    ?disabled=${isDisabled}
    .value=${live(page.types.search)}
    @input=${(event: Event) => find((event.target as HTMLInputElement).value)}
    @keydown=${onSearchKey}
  />`;
}

function typesFitInWords(count: number): string {
  if (count === 0) return msg('No type fits.');
  return count === 1 ? msg('1 type fits.') : msg(str`${count} types fit.`);
}

/** Both concern what the search has left, and say so. Deactivated types are never chosen along. */
function allButtons({ context: { page }, chosen, shown }: TypeList): TemplateResult {
  const ids = shown.map(({ id }) => id);
  const active = shown.filter(({ isActive }) => isActive).map(({ id }) => id);
  const choose = (next: readonly number[]): void =>
    page.edit({ requestTypes: { mode: 'custom', ids: [...new Set(next)] } });
  const isSearched = page.types.search !== '';
  return html`<div class="type-actions">
    <button type="button" class="link-button" @click=${() => choose([...chosen, ...active])}>
      ${isSearched ? msg('Choose all that fit') : msg('Choose all')}
    </button>
    <button
      type="button"
      class="link-button"
      @click=${() => choose(chosen.filter((id) => !ids.includes(id)))}
    >
      ${isSearched ? msg('Remove all that fit') : msg('Remove all')}
    </button>
  </div>`;
}

/** "3 of 12 active types offered", and how many of the chosen ones are not offered any more (R3). */
function chosenInWords({ page: { view } }: ControlContext, chosen: readonly number[]): string {
  const { requestTypes } = view;
  if (requestTypes === undefined) return msg(str`${chosen.length} types chosen.`);
  const active = requestTypes.filter(({ isActive }) => isActive).length;
  const offered = offeredRequestTypes({ mode: 'custom', ids: [...chosen] }, requestTypes).length;
  const rest = requestTypes.filter(({ id, isActive }) => !isActive && chosen.includes(id)).length;
  const words = msg(str`${offered} of ${active} active types offered.`);
  if (rest === 0) return words;
  return `${words} ${rest === 1 ? msg('1 chosen type is deactivated.') : msg(str`${rest} chosen types are deactivated.`)}`;
}

function fits({ name, group }: RequestType, search: string): boolean {
  const text = foldText(`${name} ${group ?? ''}`);
  return foldText(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
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

/** Arrow keys, Home and End go through the boxes, as the search has left them. */
function onKey(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const boxes = [...list.querySelectorAll<HTMLInputElement>('input')];
  const at = boxes.findIndex((box) => box === event.target);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: boxes.length - 1 }[event.key];
  if (next === undefined || at === -1) return;
  event.preventDefault();
  event.stopPropagation();
  boxes[Math.max(0, Math.min(next, boxes.length - 1))]?.focus();
}
