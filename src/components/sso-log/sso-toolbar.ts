import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { momentWords, numberWords } from '../shared/index.js';
import { ssoGroups, type SsoGroup, type SsoRows } from './sso-rows.js';

/** Heading, how far loading is, when it was read, and how to read what has come since. */
export function logTitle(rows: SsoRows, refresh: () => void): TemplateResult {
  const isLoading = rows.state === 'loading' && rows.list.all.length > 0;
  return html`<div class="heading" part="header">
    <h2>${msg('Single sign-on log')}</h2>
    ${isLoading ? loadProgress(rows) : nothing}
    ${rows.readAt === undefined ? nothing : readAgain(rows, rows.readAt, refresh)}
  </div>`;
}

function loadProgress({ list, total }: SsoRows): TemplateResult {
  const loaded = numberWords(list.all.length);
  if (total === null)
    return html`<span class="progress"
      ><span class="spinner" aria-hidden="true"></span>${msg(str`${loaded} loaded so far`)}</span
    >`;
  return html`<span class="progress">
    ${msg(str`${loaded} of ${numberWords(total)} loaded`)}<progress
      aria-label=${msg('Loading sign-ins')}
      max=${total}
      .value=${list.all.length}
    ></progress>
  </span>`;
}

function readAgain(rows: SsoRows, readAt: number, refresh: () => void): TemplateResult {
  const isBusy = rows.isRefreshing || rows.state === 'loading';
  return html`<span class="read">
    <span>${msg(str`Read: ${momentWords(new Date(readAt).toISOString())}`)}</span>
    <button type="button" class="button refresh" aria-disabled=${isBusy} @click=${isBusy ? nothing : refresh}>
      ${rows.isRefreshing ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}
      ${msg('Refresh')}
    </button>
  </span>`;
}

/** The quick filters beside the search. */
export function outcomeChips(rows: SsoRows, show: (group: SsoGroup) => void): TemplateResult {
  return html`<div slot="tools" class="chips" role="group" aria-label=${msg('Show')}>
    ${ssoGroups.map(
      (group) =>
        html`<button
          type="button"
          class="chip"
          aria-pressed=${group === rows.group}
          @click=${() => show(group)}
        >
          ${groupWords(group)} ${numberWords(rows.count(group))}
        </button>`,
    )}
  </div>`;
}

function groupWords(group: SsoGroup): string {
  switch (group) {
    case 'all':
      return msg('All');
    case 'failed':
      return msg('Failed');
    case 'succeeded':
      return msg('Succeeded');
  }
}

/** How many sign-ins are shown, of how many. */
export function shownWords({ list }: SsoRows): string {
  const shown = numberWords(list.length);
  if (list.length === list.all.length)
    return list.length === 1 ? msg('1 sign-in') : msg(str`${shown} sign-ins`);
  return msg(str`${shown} of ${numberWords(list.all.length)} sign-ins`);
}
