import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { dayIn, endOfDay, startOfDay } from '../../model/index.js';
import { zoneOf, type GridColumn } from './grid-column.js';
import type { ColumnFilter } from './grid-view.js';

/** How one can ask for a column: every way that its kind allows. */
type Way =
  'contains' | 'lacks' | 'starts' | 'equals' | 'choice' | 'yes' | 'no' | 'range' | 'empty' | 'filled';

/** The fields by which rows are filtered by one column. `change` gets null where they ask nothing. */
export function filterFields<Row>(
  column: GridColumn<Row>,
  filter: ColumnFilter | undefined,
  change: (filter: ColumnFilter | null) => void,
): TemplateResult {
  const ways = waysOf(column);
  const way = filter === undefined ? undefined : wayOf(filter);
  const choose = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    const chosen = ways.find((one) => one === value);
    change(chosen === undefined ? null : filterFor(chosen, filter));
  };
  return html`<label class="filter-way"
      >${msg('Filter')}
      <select @change=${choose}>
        <option value="" ?selected=${way === undefined}>${msg('no filter')}</option>
        ${ways.map((one) => html`<option value=${one} ?selected=${one === way}>${wayWords(one)}</option>`)}
      </select>
    </label>
    ${filter === undefined ? nothing : valueFields(column, filter, change)}`;
}

/** Whether a filter asks for anything, so that it is worth a chip. */
export function isAsking(filter: ColumnFilter): boolean {
  switch (filter.kind) {
    case 'text':
      return filter.text.trim() !== '';
    case 'choice':
      return filter.values.length > 0;
    case 'range':
      return filter.from !== null || filter.to !== null;
    default:
      return true;
  }
}

function waysOf<Row>({ kind }: GridColumn<Row>): readonly Way[] {
  switch (kind) {
    case 'text':
      return ['contains', 'lacks', 'starts', 'equals', 'empty', 'filled'];
    case 'choice':
      return ['choice', 'empty', 'filled'];
    case 'boolean':
      return ['yes', 'no', 'empty', 'filled'];
    case 'date':
    case 'number':
      return ['range', 'empty', 'filled'];
  }
}

function wayOf(filter: ColumnFilter): Way {
  switch (filter.kind) {
    case 'text':
      return filter.how;
    case 'boolean':
      return filter.is ? 'yes' : 'no';
    case 'empty':
      return filter.is ? 'empty' : 'filled';
    case 'choice':
    case 'range':
      return filter.kind;
  }
}

/** What was typed for one way stays for another. */
function filterFor(way: Way, before: ColumnFilter | undefined): ColumnFilter {
  switch (way) {
    case 'contains':
    case 'lacks':
    case 'starts':
    case 'equals':
      return { kind: 'text', how: way, text: before?.kind === 'text' ? before.text : '' };
    case 'choice':
      return { kind: 'choice', values: [] };
    case 'range':
      return { kind: 'range', from: null, to: null };
    case 'yes':
    case 'no':
      return { kind: 'boolean', is: way === 'yes' };
    case 'empty':
    case 'filled':
      return { kind: 'empty', is: way === 'empty' };
  }
}

function wayWords(way: Way): string {
  switch (way) {
    case 'contains':
      return msg('contains');
    case 'lacks':
      return msg('does not contain');
    case 'starts':
      return msg('begins with');
    case 'equals':
      return msg('is exactly');
    case 'choice':
      return msg('is one of');
    case 'range':
      return msg('lies between');
    case 'yes':
      return msg('yes');
    case 'no':
      return msg('no');
    case 'empty':
      return msg('is empty');
    case 'filled':
      return msg('is not empty');
  }
}

function valueFields<Row>(
  column: GridColumn<Row>,
  filter: ColumnFilter,
  change: (filter: ColumnFilter) => void,
): unknown {
  switch (filter.kind) {
    case 'text':
      return textField(filter.text, (text) => change({ ...filter, text }));
    case 'choice':
      return choiceFields(column, filter.values, (values) => change({ ...filter, values }));
    case 'range':
      return column.kind === 'date' ? dateFields(column, filter, change) : numberFields(filter, change);
    default:
      return nothing;
  }
}

function textField(text: string, change: (text: string) => void): TemplateResult {
  return html`<input
    type="text"
    aria-label=${msg('Text')}
    autocomplete="off"
    .value=${live(text)}
    @input=${(event: Event) => change(valueOf(event))}
  />`;
}

function choiceFields<Row>(
  { choices, label }: GridColumn<Row>,
  chosen: readonly string[],
  change: (values: string[]) => void,
): TemplateResult {
  const all = choices?.() ?? [];
  const toggle = (value: string): void =>
    change(all.map((one) => one.value).filter((one) => chosen.includes(one) !== (one === value)));
  return html`<div class="choices" role="group" aria-label=${label()}>
    ${all.map(
      (one) =>
        html`<label class="choice"
          ><input
            type="checkbox"
            .checked=${live(chosen.includes(one.value))}
            @change=${() => toggle(one.value)}
          />
          ${one.label}</label
        >`,
    )}
  </div>`;
}

type Range = Extract<ColumnFilter, { kind: 'range' }>;

function numberFields(range: Range, change: (filter: Range) => void): TemplateResult {
  const numberOf = (text: string): number | null =>
    text === '' || Number.isNaN(Number(text)) ? null : Number(text);
  const field = (label: string, value: number | null, set: (value: number | null) => void): TemplateResult =>
    html`<label
      >${label}<input
        type="number"
        step="any"
        .value=${value === null ? '' : String(value)}
        @change=${(event: Event) => set(numberOf(valueOf(event)))}
    /></label>`;
  return html`<div class="bounds">
    ${field(msg('From'), range.from, (from) => change({ ...range, from }))}
    ${field(msg('Up to'), range.to, (to) => change({ ...range, to }))}
  </div>`;
}

/** Days are those of the column's time zone; the last one counts to its end. */
function dateFields<Row>(
  column: GridColumn<Row>,
  range: Range,
  change: (filter: Range) => void,
): TemplateResult {
  const zone = zoneOf(column);
  const field = (label: string, value: number | null, set: (day: string) => void): TemplateResult =>
    html`<label
      >${label}<input
        type="date"
        .value=${value === null ? '' : dayIn(value, zone)}
        @change=${(event: Event) => set(valueOf(event))}
    /></label>`;
  const bound = (day: string, of: typeof startOfDay): number | null => (day === '' ? null : of(day, zone));
  return html`<div class="bounds">
    ${field(msg('From'), range.from, (day) => change({ ...range, from: bound(day, startOfDay) }))}
    ${field(msg('Up to'), range.to, (day) => change({ ...range, to: bound(day, endOfDay) }))}
  </div>`;
}

function valueOf({ target }: Event): string {
  return target instanceof HTMLInputElement ? target.value : '';
}
