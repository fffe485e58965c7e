import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { portalLocale } from '../../locales/localization.js';
import { columnOf } from './columns.js';
import type { Arrangement } from './contact-list.js';
import type { ContactRows } from './contact-rows.js';
import { rowGroups, type RowGroup } from './row-rules.js';

/** A count as the language writes it: 12,000 or 12.000. */
export function countWords(count: number): string {
  return new Intl.NumberFormat(portalLocale()).format(count);
}

/** Heading, how many can sign in, and how far loading is. */
export function gridTitle(rows: ContactRows): TemplateResult {
  const { list, state } = rows;
  const active = countWords(list.count('active'));
  const all = countWords(list.count('all'));
  const isCounted = list.rules.knowsPortalUsers && list.count('all') > 0;
  return html`<div class="heading">
    <h2>${msg('Users')}</h2>
    ${
      isCounted
        ? html`<span class="pill ${list.count('active') > 0 ? 'good' : 'off'}"
            >${msg(str`${active} of ${all} active`)}</span
          >`
        : nothing
    }
    ${state === 'loading' && list.count('all') > 0 ? loadProgress(rows) : nothing}
  </div>`;
}

function loadProgress({ list, total }: ContactRows): TemplateResult {
  const loaded = countWords(list.count('all'));
  if (total === null)
    return html`<span class="progress"
      ><span class="spinner" aria-hidden="true"></span>${msg(str`${loaded} loaded so far`)}</span
    >`;
  const words = msg(str`${loaded} of ${countWords(total)} loaded`);
  return html`<span class="progress">
    ${words}<progress
      aria-label=${msg('Loading contacts')}
      max=${total}
      .value=${list.count('all')}
    ></progress>
  </span>`;
}

/** Search and filters. */
export function gridTools(
  rows: ContactRows,
  arrange: (change: Partial<Arrangement>) => void,
): TemplateResult {
  const { list } = rows;
  const { query, group } = list.arrangement;
  const search = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) arrange({ query: event.target.value });
  };
  const groups = list.rules.knowsPortalUsers ? rowGroups : rowGroups.filter((one) => one === 'all');
  return html`<div class="tools">
    <input
      type="search"
      aria-label=${msg('Search contacts')}
      placeholder=${msg('Search all columns')}
      .value=${live(query)}
      @input=${search}
    />
    <div class="chips" role="group" aria-label=${msg('Show')}>
      ${groups.map(
        (one) =>
          html`<button
            type="button"
            class="chip"
            aria-pressed=${one === group}
            @click=${() => arrange({ group: one })}
          >
            ${groupWords(one)} ${countWords(list.count(one))}
          </button>`,
      )}
    </div>
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

/** How many rows are shown, in which order, and how to get at more. Spoken when it changes, but not with every page that arrives. */
export function gridFoot({ list, state }: ContactRows): TemplateResult {
  const { query, group, sort, isDescending } = list.arrangement;
  const shown = countWords(list.length);
  const isNarrowed = query.trim() !== '' || group !== 'all';
  const count = isNarrowed
    ? msg(str`${shown} of ${countWords(list.count('all'))} contacts`)
    : msg(str`${shown} contacts`);
  const by = columnOf(sort)?.label() ?? '';
  const order = isDescending ? msg(str`sorted by ${by}, descending`) : msg(str`sorted by ${by}`);
  return html`<div class="foot">
    <span role=${ifDefined(state === 'loading' ? undefined : 'status')}>${count} · ${order}</span>
    <span class="keyboard-tip">${msg('Right-click a row, or press Shift+F10, for more')}</span>
  </div>`;
}
