import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { PortalError } from '../../contract/index.js';
import { describeError } from '../shared/index.js';
import { listInWords } from './list-in-words.js';

/** How saving stands. */
export type SaveState =
  | { readonly kind: 'editing' }
  /** What was entered before another company was shown is back. */
  | { readonly kind: 'returned' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly names: readonly string[] }
  | { readonly kind: 'discarded'; readonly count: number }
  | { readonly kind: 'failed'; readonly error: PortalError }
  /** What was chosen is ruled out by what somebody else saved in the meantime. */
  | { readonly kind: 'overruled'; readonly names: readonly string[] }
  /** What was chosen forces these to another value than somebody else saved in the meantime. */
  | { readonly kind: 'forcing'; readonly names: readonly string[] };

/** One setting that would be saved, in words. */
export interface ChangeLine {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** Whom it concerns, where not only the company on the page. */
  readonly reach?: string;
  /** To the setting. */
  readonly goTo: () => void;
}

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
  changes: readonly ChangeLine[],
  state: SaveState,
  actions: ChangeBarActions,
): TemplateResult | typeof nothing {
  if (changes.length > 0) return dirtyBar(changes, state, actions);
  if (state.kind === 'saved')
    return passingBar(html`<b>${msg('Saved.')}</b> ${listInWords(state.names)}`, actions);
  if (state.kind === 'discarded') {
    const restore = html`<button type="button" class="button" @click=${actions.restore}>
      ${msg('Bring back')}
    </button>`;
    return passingBar(html`${discardedInWords(state.count)} ${restore}`, actions);
  }
  if (state.kind === 'overruled')
    return html`<div class="bar" part="bar">
      <div class="bar-text">${overruled(state.names)}</div>
      <button type="button" class="button" @click=${actions.dismiss}>${msg('Close')}</button>
    </div>`;
  return nothing;
}

function overruled(names: readonly string[]): TemplateResult {
  return html`<p class="problem">
    <b>${msg(str`Not saved: ${listInWords(names)}.`)}</b>
    ${msg('What was saved in the meantime rules it out.')}
  </p>`;
}

/** Why it is not saved yet, or not any more. */
function whyNotSaved(state: SaveState): TemplateResult | typeof nothing {
  switch (state.kind) {
    case 'failed':
      return failure(state.error);
    case 'returned':
      return html`<p>${returnedInWords()}</p>`;
    case 'overruled':
      return overruled(state.names);
    case 'forcing':
      return html`<p class="problem"><b>${msg('Not saved.')}</b> ${alsoChangesInWords(state.names)}</p>`;
    default:
      return nothing;
  }
}

/** What the rules change along with what the admin chose. */
export function alsoChangesInWords(names: readonly string[]): string {
  return msg(str`This also changes: ${listInWords(names)}`);
}

/** Said where a form comes back that was left unsaved. */
export function returnedInWords(): string {
  return msg('What you had entered here is back. It is not saved yet.');
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
  return html`<div class="bar passing" part="bar" @animationend=${dismiss}>
    <div class="bar-text">${content}</div>
  </div>`;
}

function dirtyBar(
  changes: readonly ChangeLine[],
  state: SaveState,
  { save, discard }: ChangeBarActions,
): TemplateResult {
  const isSaving = state.kind === 'saving';
  return html`<div
    class="bar"
    part="bar"
    role="region"
    aria-label=${msg('Unsaved changes')}
    aria-busy=${isSaving}
  >
    <div class="bar-text">
      ${whyNotSaved(state)}
      <b>${changesInWords(changes.length)}</b>
      <ul class="changes">
        ${changes.map(changeItem)}
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

function changeItem({ label, from, to, reach, goTo }: ChangeLine): TemplateResult {
  return html`<li>
    <button type="button" class="link-button" @click=${goTo}>${label}</button
    ><span class="old-new">: ${from} ${arrow()} ${to}</span>
    ${reach === undefined ? nothing : html`<span class="reach">${reach}</span>`}
  </li>`;
}

/** Screen readers skip an arrow or spell it, so they get a word. */
function arrow(): TemplateResult {
  return html`<span class="becomes" aria-hidden="true">→</span
    ><span class="visually-hidden"> ${msg('becomes')} </span>`;
}

function failure(error: PortalError): TemplateResult {
  const { what, why, next } = describeError(error);
  const quoted = error.data.detail === undefined ? nothing : html`<q>${error.data.detail}</q>`;
  return html`<p class="problem"><b>${msg('Not saved.')} ${what}</b> ${why} ${next} ${quoted}</p>`;
}
