import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { numberWords, styled } from '../shared/index.js';
import type { ShownColumn } from './column-layout.js';
import type { ColumnFilter, SortKey } from './grid-view.js';
import { cellClass, pinnedPlace } from './row-element.js';

/** What the header shows, and whom it tells. */
export interface HeadView<Row> {
  readonly columns: readonly ShownColumn<Row>[];
  readonly sort: readonly SortKey[];
  readonly filters: Readonly<Record<string, ColumnFilter>>;
  /** Undefined where rows can't be selected. */
  readonly selected: 'all' | 'some' | 'none' | undefined;
  /** Whether the grid's position is in the header cell at a place. */
  readonly isAt: (place: number) => boolean;
  readonly onSort: (columnId: string, isToo: boolean) => void;
  readonly onMenu: (columnId: string) => void;
  /** The column whose menu is open. */
  readonly openMenu: string | undefined;
}

/** The header row. Each column has a button to sort by, one for its menu, and an edge to drag its width. */
export function gridHead<Row>(view: HeadView<Row>): TemplateResult {
  const offset = view.selected === undefined ? 0 : 1;
  return html`<div class="row" part="grid-header" role="row" aria-rowindex="1">
    ${view.selected === undefined ? nothing : boxCell(view.selected, view.isAt(0))}
    ${view.columns.map((shown, index) => headCell(view, shown, index + offset))}
  </div>`;
}

function boxCell(selected: 'all' | 'some' | 'none', isCurrent: boolean): TemplateResult {
  return html`<div
    role="columnheader"
    class="cell box pinned"
    part="header-cell"
    aria-colindex="1"
    aria-label=${msg('Selection')}
  >
    <input
      type="checkbox"
      aria-label=${msg('Select all rows that are shown')}
      tabindex=${isCurrent ? 0 : -1}
      .checked=${selected === 'all'}
      .indeterminate=${selected === 'some'}
    />
  </div>`;
}

function headCell<Row>(view: HeadView<Row>, shown: ShownColumn<Row>, place: number): TemplateResult {
  const { column, isPinned } = shown;
  const tabIndex = view.isAt(place) ? 0 : -1;
  const label = column.label();
  const key = view.sort.find(({ id }) => id === column.id);
  const direction = key && (key.isDescending ? 'descending' : 'ascending');
  const isControls = column.isControls === true;
  return html`<div
    role="columnheader"
    part="header-cell"
    class=${cellClass(column.id, column.kind, isPinned, isControls)}
    ${styled({ '--_pin': isPinned ? pinnedPlace(place + 1) : '' })}
    data-column=${column.id}
    aria-colindex=${place + 1}
    aria-label=${label}
    aria-sort=${ifDefined(direction)}
    tabindex=${ifDefined(isControls ? tabIndex : undefined)}
  >
    ${isControls ? html`<span class="visually-hidden">${label}</span>` : headControls(view, shown, tabIndex)}
  </div>`;
}

function headControls<Row>(
  view: HeadView<Row>,
  { column }: ShownColumn<Row>,
  tabIndex: number,
): TemplateResult {
  const label = column.label();
  const place = view.sort.findIndex(({ id }) => id === column.id);
  const key = view.sort[place];
  return html`<button
      type="button"
      class="sort"
      tabindex=${tabIndex}
      title=${msg('Sort. With Shift: by this column too. Alt+↓: more')}
      aria-keyshortcuts="Alt+ArrowDown"
      @click=${(event: MouseEvent) => view.onSort(column.id, event.shiftKey)}
    >
      <span class="text">${label}</span>
      <span class="arrow" aria-hidden="true">${key === undefined ? '' : key.isDescending ? '↓' : '↑'}</span>
      ${
        key !== undefined && view.sort.length > 1
          ? html`<span class="order"
              >${numberWords(place + 1)}<span class="visually-hidden"> ${msg('in the order')}</span></span
            >`
          : nothing
      }
      ${
        column.id in view.filters
          ? html`<span class="funnel" role="img" aria-label=${msg('filtered')}></span>`
          : nothing
      }
    </button>
    <button
      type="button"
      class="menu-button"
      tabindex="-1"
      aria-haspopup="dialog"
      aria-expanded=${view.openMenu === column.id}
      aria-label=${msg(str`Column ${label}: sort, filter, arrange`)}
      @click=${() => view.onMenu(column.id)}
    ></button>
    <span class="grip" aria-hidden="true"></span>`;
}
