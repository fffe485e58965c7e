import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { portalStatus, sortName, type ContactRow } from '../../model/index.js';
import { attentionWords, statusWords, type Column } from './columns.js';
import type { Deed, RowResult } from './row-changes.js';
import { attentionReasons, type RowRules } from './row-rules.js';

/** What cells need to know and can do. */
export interface CellView {
  readonly rules: () => RowRules;
  /** Whether accounts can be changed at all. */
  readonly canChange: () => boolean;
  readonly resultOf: (row: ContactRow) => RowResult | undefined;
  readonly edit: (row: ContactRow) => void;
  /** Opens the row's menu at a button. */
  readonly openMenu: (row: ContactRow, button: Element) => void;
}

/** One cell. A control in it takes the focus instead of the cell, as the ARIA grid pattern has it. */
export function cell(
  view: CellView,
  column: Column,
  row: ContactRow,
  place: { readonly index: number; readonly isCurrent: boolean },
): TemplateResult {
  const tabIndex = place.isCurrent ? 0 : -1;
  const control = controlIn(view, column, row, tabIndex);
  return html`<div
    role=${column.id === 'name' ? 'rowheader' : 'gridcell'}
    class="cell ${column.id}"
    aria-colindex=${place.index + 1}
    tabindex=${ifDefined(control === undefined ? tabIndex : undefined)}
  >
    ${control ?? contentOf(view, column, row)}
  </div>`;
}

function controlIn(
  view: CellView,
  column: Column,
  row: ContactRow,
  tabIndex: number,
): TemplateResult | undefined {
  if (column.id === 'actions') return menuButton(view, row, tabIndex);
  const isOffered = row.portalUser === null && row.contact.isActive && view.canChange();
  if (column.id !== 'level' || !isOffered || view.resultOf(row)?.state === 'busy') return undefined;
  return html`<button type="button" class="link-button" tabindex=${tabIndex} @click=${() => view.edit(row)}>
    ${msg('Activate portal login')}<span class="visually-hidden">: ${sortName(row.contact)}</span>
  </button>`;
}

function menuButton(view: CellView, row: ContactRow, tabIndex: number): TemplateResult {
  const open = (event: Event): void => {
    if (event.currentTarget instanceof Element) view.openMenu(row, event.currentTarget);
  };
  return html`<button
    type="button"
    class="more"
    tabindex=${tabIndex}
    aria-haspopup="menu"
    aria-label=${msg(str`Actions for ${sortName(row.contact)}`)}
    @click=${open}
  >
    <span aria-hidden="true">⋯</span>
  </button>`;
}

function contentOf(view: CellView, column: Column, row: ContactRow): unknown {
  const text = column.text(row, view.rules());
  switch (column.id) {
    case 'name':
      return html`<span class="text" dir="auto" title=${text}>${text}</span
        >${attentionMark(row, view.rules())}`;
    case 'status':
      return statusPill(row, view.resultOf(row));
    case 'email':
      return row.contact.email === null && row.contact.isActive
        ? html`<span class="pill warn">${msg('no e-mail')}</span>`
        : plain(text);
    case 'contact':
      return row.contact.isActive ? plain(text) : html`<span class="pill off">${text}</span>`;
    default:
      return plain(text);
  }
}

/** One template for something and nothing: a recycled cell then changes a text and no nodes. */
function plain(text: string): TemplateResult {
  return html`<span class="text" dir="auto" title=${text}>${text === '' ? '–' : text}</span>`;
}

function attentionMark(row: ContactRow, rules: RowRules): unknown {
  const reasons = attentionReasons(row, rules).map(attentionWords).join(' ');
  if (reasons === '') return nothing;
  return html`<span
    class="mark"
    role="img"
    aria-label=${msg(str`Needs attention: ${reasons}`)}
    title=${reasons}
    >!</span
  >`;
}

const tones = { active: 'good', inactive: 'off', none: 'off' } as const;

function statusPill(row: ContactRow, result: RowResult | undefined): TemplateResult {
  if (result?.state === 'busy')
    return html`<span class="busy"
      ><span class="spinner" aria-hidden="true"></span>${busyWords(result.deed)}</span
    >`;
  if (result?.state === 'failed') return html`<span class="pill bad">${msg('Not saved')}</span>`;
  const isWrong = portalStatus(row) === 'active' && !row.contact.isActive;
  return html`<span class="pill ${isWrong ? 'warn' : tones[portalStatus(row)]}">${statusWords(row)}</span>`;
}

function busyWords(deed: Deed): string {
  return deed === 'activated' ? msg('Activating …') : msg('Saving …');
}
