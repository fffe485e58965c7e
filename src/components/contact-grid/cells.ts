import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { portalStatus, sortName, type Contact, type ContactRow } from '../../model/index.js';
import type { CellEditor, CellPlace } from '../data-grid/grid-column.js';
import type { EditedField } from './cell-editors.js';
import { attentionWords, statusWords } from './contact-words.js';
import type { ListedRow } from './listed-rows.js';
import type { Deed, RowResult } from './row-changes.js';
import { attentionReasons, type RowGroup, type RowRules } from './row-rules.js';

/** What cells need to know and can do. */
export interface CellView {
  readonly rules: () => RowRules;
  /** The quick filter that is in force. */
  readonly group: () => RowGroup;
  /** Whether accounts can be changed at all. */
  readonly canChange: () => boolean;
  readonly resultOf: (row: ContactRow) => RowResult | undefined;
  readonly edit: (row: ContactRow) => void;
  /** Edits a field of the row's account in its cell. */
  readonly editor: (field: EditedField, row: ContactRow, show: () => void) => CellEditor | undefined;
  /** Opens the row's menu at a button. */
  readonly openMenu: (row: ContactRow, button: Element) => void;
}

/** What is shown where there is nothing. */
const NOTHING = '–';

export function nameCell(view: CellView, row: ListedRow): TemplateResult {
  return html`<span class="text">${sortName(row.contact)}</span>${attentionMark(row, view.rules())}`;
}

function attentionMark(row: ListedRow, rules: RowRules): unknown {
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

export function statusCell(view: CellView, row: ContactRow): TemplateResult {
  const result = view.resultOf(row);
  if (result?.state === 'busy')
    return html`<span class="busy"
      ><span class="spinner" aria-hidden="true"></span>${busyWords(result.deed)}</span
    >`;
  if (result?.state === 'failed') return html`<span class="pill bad">${msg('Not saved')}</span>`;
  const status = portalStatus(row);
  const isWrong = status === 'active' && !row.contact.isActive;
  return html`<span class="pill ${isWrong ? 'warn' : tones[status]}">${statusWords(status)}</span>`;
}

function busyWords(deed: Deed): string {
  return deed === 'activated' ? msg('Activating …') : msg('Saving …');
}

/** The level, or for somebody without a login the way to one. */
export function levelCell(view: CellView, row: ContactRow, place: CellPlace, words: string): unknown {
  const isOffered = row.portalUser === null && row.contact.isActive && view.canChange();
  if (!isOffered || view.resultOf(row)?.state === 'busy') return words || NOTHING;
  return html`<button
    type="button"
    class="link-button"
    tabindex=${place.isCurrent ? 0 : -1}
    @click=${() => view.edit(row)}
  >
    ${msg('Activate portal login')}<span class="visually-hidden">: ${sortName(row.contact)}</span>
  </button>`;
}

export function emailCell({ email, isActive }: Contact): unknown {
  return email === null && isActive
    ? html`<span class="pill warn">${msg('no e-mail')}</span>`
    : (email ?? NOTHING);
}

export function contactCell({ isActive }: Contact, words: string): unknown {
  return isActive ? words : html`<span class="pill off">${words}</span>`;
}

export function menuCell(view: CellView, row: ContactRow, place: CellPlace): TemplateResult {
  const open = (event: Event): void => {
    if (event.currentTarget instanceof Element) view.openMenu(row, event.currentTarget);
  };
  return html`<button
    type="button"
    class="more"
    tabindex=${place.isCurrent ? 0 : -1}
    aria-haspopup="menu"
    aria-label=${msg(str`Actions for ${sortName(row.contact)}`)}
    @click=${open}
  >
    <span aria-hidden="true">⋯</span>
  </button>`;
}

/** How a whole row looks. */
export function rowClass({ contact }: ContactRow): string {
  return contact.isActive ? '' : 'inactive';
}
