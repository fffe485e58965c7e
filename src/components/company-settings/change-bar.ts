import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { PortalError } from '../../contract/index.js';
import type { SettingDifference } from '../../model/index.js';
import { describeError } from '../shared/index.js';
import type { SettingField } from './setting-fields.js';
import { listInWords, valueInWords } from './setting-values.js';
import type { SettingsPage } from './settings-page.js';

/** How saving stands. */
export type SaveState =
  | { readonly kind: 'editing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly names: readonly string[] }
  | { readonly kind: 'discarded'; readonly count: number }
  | { readonly kind: 'failed'; readonly error: PortalError };

/** What the bar's buttons do. */
export interface ChangeBarActions {
  readonly save: () => void;
  readonly discard: () => void;
  readonly restore: () => void;
  /** The message has been there long enough. */
  readonly dismiss: () => void;
}

/** At the element's lower edge: what would be saved, and the buttons for it; after that, what came of it. */
export function changeBar(
  fields: readonly SettingField[],
  page: SettingsPage,
  state: SaveState,
  actions: ChangeBarActions,
): TemplateResult | typeof nothing {
  if (page.draft.isDirty) return dirtyBar(fields, page, state, actions);
  if (state.kind === 'saved')
    return passingBar(html`<b>${msg('Saved.')}</b> ${listInWords(state.names)}`, actions);
  if (state.kind === 'discarded') {
    const restore = html`<button type="button" class="button" @click=${actions.restore}>
      ${msg('Bring back')}
    </button>`;
    return passingBar(html`${discardedInWords(state.count)} ${restore}`, actions);
  }
  return nothing;
}

/** "1 change" or "3 changes". */
export function changesInWords(count: number): string {
  return count === 1 ? msg('1 change') : msg(str`${count} changes`);
}

function discardedInWords(count: number): string {
  return count === 1 ? msg('1 change discarded.') : msg(str`${count} changes discarded.`);
}

/** It leaves by itself, unless the pointer or the focus is on it; the animation in the styles is its clock. */
function passingBar(content: TemplateResult, { dismiss }: ChangeBarActions): TemplateResult {
  return html`<div class="bar passing" @animationend=${dismiss}>
    <div class="bar-text">${content}</div>
  </div>`;
}

function dirtyBar(
  fields: readonly SettingField[],
  page: SettingsPage,
  state: SaveState,
  { save, discard }: ChangeBarActions,
): TemplateResult {
  const isSaving = state.kind === 'saving';
  const { changes } = page.draft;
  return html`<div class="bar" role="region" aria-label=${msg('Unsaved changes')} aria-busy=${isSaving}>
    <div class="bar-text">
      ${state.kind === 'failed' ? failure(state.error) : nothing}
      <b>${changesInWords(changes.length)}</b>
      <ul class="changes">
        ${changes.map((change) => changeItem(change, fields, page))}
      </ul>
    </div>
    <div class="bar-actions">
      <button type="button" class="button" ?disabled=${isSaving} @click=${discard}>${msg('Discard')}</button>
      <button type="button" class="button primary" aria-disabled=${isSaving} @click=${save}>
        ${isSaving ? html`<span class="spinner" aria-hidden="true"></span>${msg('Saving…')}` : msg('Save')}
      </button>
    </div>
  </div>`;
}

function changeItem(
  { key, before, after }: SettingDifference,
  fields: readonly SettingField[],
  { view, goTo }: SettingsPage,
): TemplateResult | typeof nothing {
  const field = fields.find((one) => one.key === key);
  if (field === undefined) return nothing;
  const [from, to] = [before, after].map((value) => valueInWords(field, { [key]: value }, view));
  return html`<li>
    <button type="button" class="link-button" @click=${() => goTo(key)}>${field.label}</button
    ><span class="old-new">: ${from} ${arrow()} ${to}</span>
  </li>`;
}

/** Screen readers skip an arrow or spell it, so they get a word. */
function arrow(): TemplateResult {
  return html`<span aria-hidden="true">→</span><span class="visually-hidden"> ${msg('becomes')} </span>`;
}

function failure(error: PortalError): TemplateResult {
  const { what, why, next } = describeError(error);
  const quoted = error.data.detail === undefined ? nothing : html`<q>${error.data.detail}</q>`;
  return html`<p class="problem"><b>${msg('Not saved.')} ${what}</b> ${why} ${next} ${quoted}</p>`;
}
