import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { numberWords } from '../shared/index.js';
import type { ContactRows } from './contact-rows.js';
import { rowGroups, type RowGroup } from './row-rules.js';

/** Heading, how many can sign in, how far loading is, and the way to a new contact, where there is one. */
export function gridTitle(rows: ContactRows, add: AddOffer): TemplateResult {
  const { state } = rows;
  const active = numberWords(rows.count('active'));
  const all = numberWords(rows.count('all'));
  const isCounted = rows.rules.knowsPortalUsers && rows.count('all') > 0;
  return html`<div class="heading" part="header">
    <h2>${msg('Users')}</h2>
    ${
      isCounted
        ? html`<span class="pill ${rows.count('active') > 0 ? 'good' : 'off'}"
            >${msg(str`${active} of ${all} active`)}</span
          >`
        : nothing
    }
    ${state === 'loading' && rows.count('all') > 0 ? loadProgress(rows) : nothing}
    ${add === undefined ? nothing : newContactButton(add)}
  </div>`;
}

/** What opens the form for a new contact; `look-only` where contacts may not be added, undefined before that is known. */
export type AddOffer = (() => void) | 'look-only' | undefined;

/** Opens the form for a new contact, or says why not. */
export function newContactButton(add: NonNullable<AddOffer>): TemplateResult {
  const isRefused = add === 'look-only';
  return html`<button
    type="button"
    class="button new-contact"
    aria-haspopup="dialog"
    aria-disabled=${isRefused}
    title=${isRefused ? msg('You may only look.') : nothing}
    @click=${isRefused ? nothing : add}
  >
    ${msg('New contact …')}
  </button>`;
}

function loadProgress({ list, total }: ContactRows): TemplateResult {
  const loaded = numberWords(list.all.length);
  if (total === null)
    return html`<span class="progress"
      ><span class="spinner" aria-hidden="true"></span>${msg(str`${loaded} loaded so far`)}</span
    >`;
  const words = msg(str`${loaded} of ${numberWords(total)} loaded`);
  return html`<span class="progress">
    ${words}<progress aria-label=${msg('Loading contacts')} max=${total} .value=${list.all.length}></progress>
  </span>`;
}

/** The quick filters beside the search. */
export function groupChips(rows: ContactRows, show: (group: RowGroup) => void): TemplateResult {
  const groups = rows.rules.knowsPortalUsers ? rowGroups : rowGroups.filter((one) => one === 'all');
  return html`<div slot="tools" class="chips" role="group" aria-label=${msg('Show')}>
    ${groups.map(
      (one) =>
        html`<button type="button" class="chip" aria-pressed=${one === rows.group} @click=${() => show(one)}>
          ${groupWords(one)} ${numberWords(rows.count(one))}
        </button>`,
    )}
  </div>`;
}

function groupWords(group: RowGroup): string {
  switch (group) {
    case 'all':
      return msg('All');
    case 'active':
      return msg('Active');
    case 'not-active':
      return msg('Not active');
    case 'attention':
      return msg('Needs attention');
  }
}

/** How many contacts are shown, of how many. */
export function shownWords({ list }: ContactRows): string {
  const shown = numberWords(list.length);
  return list.length === list.all.length
    ? msg(str`${shown} contacts`)
    : msg(str`${shown} of ${numberWords(list.all.length)} contacts`);
}
