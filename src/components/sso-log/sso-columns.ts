import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { isFailure, ssoEventTypes } from '../../model/index.js';
import type { ColumnChoice, GridColumn } from '../data-grid/grid-column.js';
import type { ListedSignIn } from './sso-rows.js';
import type { SsoTimes } from './sso-times.js';
import { outcomeWords } from './sso-words.js';

type LogColumn = GridColumn<ListedSignIn>;

/** What the columns need to know and do; asked each time, since it changes. */
export interface ColumnContext {
  readonly times: SsoTimes;
  readonly levels: ReadonlySet<string>;
  readonly providers: ReadonlySet<string>;
  readonly openContact: (row: ListedSignIn) => void;
  readonly explain: (row: ListedSignIn) => void;
}

/** L1: the columns of the vendor's log, and what to do about a failure. */
export function ssoColumns(context: ColumnContext): LogColumn[] {
  return [
    {
      ...{ id: 'at', kind: 'date', width: 208, narrowWidth: 148, isFixed: true, isRowHeader: true },
      label: () => msg(str`Date (${context.times.zone})`),
      text: ({ time }) => context.times.full(time),
      render: ({ time }) => dateCell(context.times, time),
      value: ({ time }) => time,
      timeZone: context.times.zone,
    },
    {
      ...{ id: 'contact', kind: 'text', width: 140, grow: 1 },
      label: () => msg('Contact'),
      text: ({ event }) => event.contactName ?? '',
      render: (row, { isCurrent }) => contactCell(context, row, isCurrent),
    },
    {
      ...{ id: 'level', kind: 'choice', width: 104 },
      label: () => msg('Security level'),
      text: ({ event }) => event.securityLevel ?? '',
      choice: ({ event }) => event.securityLevel ?? '',
      choices: () => choicesOf(context.levels),
    },
    {
      ...{ id: 'userName', kind: 'text', width: 146, grow: 1 },
      label: () => msg('User name'),
      text: ({ event }) => event.userName ?? '',
    },
    {
      ...{ id: 'provider', kind: 'choice', width: 142 },
      label: () => msg('Identity provider'),
      text: ({ event }) => event.identityProvider,
      choice: ({ event }) => event.identityProvider,
      choices: () => choicesOf(context.providers),
    },
    ...outcomeColumns(context),
  ];
}

function outcomeColumns(context: ColumnContext): LogColumn[] {
  return [
    {
      ...{ id: 'type', kind: 'choice', width: 238 },
      label: () => msg('Event type'),
      text: ({ event }) => outcomeWords(event.type),
      choice: ({ event }) => event.type,
      choices: () => ssoEventTypes.map((value) => ({ value, label: outcomeWords(value) })),
      render: ({ event }) =>
        html`<span class="pill ${isFailure(event) ? 'bad' : 'good'}">${outcomeWords(event.type)}</span>`,
    },
    {
      ...{ id: 'detail', kind: 'text', width: 170, grow: 2 },
      label: () => msg('Detail'),
      text: ({ event }) => event.detail,
    },
    {
      ...{ id: 'actions', kind: 'text', width: 96, narrowWidth: 40, isControls: true },
      label: () => msg('Actions'),
      text: () => '',
      render: (row, { isCurrent }) => (isFailure(row.event) ? explainCell(context, row, isCurrent) : ''),
    },
  ];
}

/** Where there is little room, shorter. */
function dateCell(times: SsoTimes, time: number): TemplateResult {
  return html`<span class="long">${times.full(time)}</span><span class="short">${times.brief(time)}</span>`;
}

/** In the order in which people look for them. */
function choicesOf(values: ReadonlySet<string>): ColumnChoice[] {
  return [...values].sort((one, other) => one.localeCompare(other)).map((value) => ({ value, label: value }));
}

function contactCell(context: ColumnContext, row: ListedSignIn, isCurrent: boolean): unknown {
  const { contactId, contactName } = row.event;
  if (contactId === null) return contactName ?? '–';
  return html`<button
    type="button"
    class="link-button"
    tabindex=${isCurrent ? 0 : -1}
    @click=${() => context.openContact(row)}
  >
    ${contactName ?? contactId}
  </button>`;
}

function explainCell(context: ColumnContext, row: ListedSignIn, isCurrent: boolean): TemplateResult {
  return html`<button
    type="button"
    class="link-button explain"
    tabindex=${isCurrent ? 0 : -1}
    aria-haspopup="dialog"
    aria-label=${msg(str`What to do: ${outcomeWords(row.event.type)}, ${context.times.full(row.time)}`)}
    @click=${() => context.explain(row)}
  >
    <span class="long">${msg('What to do')}</span><span class="short">?</span>
  </button>`;
}
