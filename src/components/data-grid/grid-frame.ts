import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { numberWords } from '../shared/index.js';
import type { GridRows } from './grid-rows.js';
import type { ViewCommands } from './view-commands.js';
import { filterWords, orderWords } from './view-words.js';

/** The quick filter over everything. */
export function searchField<Row>(query: string, label: string, commands: ViewCommands<Row>): TemplateResult {
  const search = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) commands.search(target.value);
  };
  return html`<input
    type="search"
    aria-label=${label}
    placeholder=${msg('Search all columns')}
    .value=${live(query)}
    @input=${search}
  />`;
}

/** The filters in force, each with a way to end it. */
export function filterChips<Row>(rows: GridRows<Row>, commands: ViewCommands<Row>): unknown {
  const chips = rows.columns.flatMap((column) => {
    const filter = rows.view.filters[column.id];
    if (filter === undefined) return [];
    const label = column.label();
    const words = filterWords(column, filter);
    return html`<li class="filter-chip">
      <span>${label} ${words}</span
      ><button
        type="button"
        aria-label=${msg(str`No longer filter: ${label} ${words}`)}
        @click=${() => commands.filter(column.id, null)}
      ></button>
    </li>`;
  });
  if (chips.length === 0) return nothing;
  return html`<div class="filters">
    <ul aria-label=${msg('Filters')}>
      ${chips}
    </ul>
    ${
      chips.length > 1
        ? html`<button type="button" class="link-button" @click=${() => commands.clearFilters()}>
            ${msg('No filters')}
          </button>`
        : nothing
    }
  </div>`;
}

/** Appears with the selection. It stands below the rows, so that nothing moves away under the pointer. */
export function selectionBar<Row>({ selection }: GridRows<Row>): unknown {
  if (selection.size === 0) return nothing;
  return html`<div class="selection-bar" part="selection-bar" role="group" aria-label=${msg('Selection')}>
    <strong>${selectionWords(selection.size, selection.shownSize)}</strong>
    <slot name="selection"></slot>
    <button type="button" class="button plain" @click=${() => selection.clear()}>
      ${msg('Select none')}
    </button>
  </div>`;
}

export function selectionWords(size: number, shownSize: number): string {
  const count = msg(str`${numberWords(size)} selected`);
  const hidden = size - shownSize;
  return hidden === 0 ? count : `${count}, ${msg(str`${numberWords(hidden)} of them not shown`)}`;
}

/** "23 of 1,800", or just the count where all are shown. */
export function countWords<Row>(rows: GridRows<Row>): string {
  const shown = numberWords(rows.length);
  return rows.length === rows.all.length ? shown : msg(str`${shown} of ${numberWords(rows.all.length)}`);
}

/** In place of rows, unless whoever shows the grid has something to say there. */
export function noRows<Row>(commands: ViewCommands<Row>): TemplateResult {
  return html`<slot name="empty">
    <div class="nothing" part="empty">
      <p>${msg('No row matches.')}</p>
      <button type="button" class="button" @click=${() => commands.clearFilters()}>
        ${msg('Show all rows')}
      </button>
    </div>
  </slot>`;
}

/** How many rows are shown, and in which order. `most` can be scrolled to. */
export function gridFoot<Row>(rows: GridRows<Row>, count: string, most: number): TemplateResult {
  const order = orderWords(rows.columns, rows.view.sort);
  return html`<div class="foot" part="foot">
    <span>${count} · ${order}</span>
    ${
      rows.length > most
        ? html`<span class="beyond"
            >${msg(
              str`Only the first ${numberWords(most)} can be scrolled to. Filter to see the others.`,
            )}</span
          >`
        : nothing
    }
    <slot name="foot"></slot>
  </div>`;
}
