import { msg } from '@lit/localize';
import { html, type ReactiveControllerHost, type ReactiveController, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { ContactRow } from '../../model/index.js';
import { columnWidths, type Column, type ColumnId } from './columns.js';
import type { ContactList } from './contact-list.js';
import { GridNavigation, type GridPosition } from './grid-navigation.js';
import { RowPool, type PooledRow } from './row-pool.js';
import { VirtualWindow } from '../data-grid/virtual-window.js';

/** What the body shows and whom it tells. */
export interface BodySource {
  readonly root: () => ParentNode;
  readonly list: () => ContactList;
  readonly columns: () => readonly Column[];
  readonly cell: (
    column: Column,
    row: ContactRow,
    place: { index: number; isCurrent: boolean },
  ) => TemplateResult;
  readonly sort: (column: ColumnId) => void;
  /** Enter or F2 on a row. */
  readonly activate: (row: ContactRow) => void;
  /** The context menu of a row is wanted, at a cell. */
  readonly openMenu: (row: ContactRow, column: Column, point: { x: number; y: number }) => void;
}

/** Heights in CSS pixels. Fixed, so that the place of a row is a multiplication. */
const ROW_HEIGHT = 36;
const HEADER_HEIGHT = 32;

/** Header and rows of the grid: the window on 100,000 of them, their elements, and the focus that moves among them. */
export class GridBody implements ReactiveController {
  readonly navigation: GridNavigation;
  readonly #window: VirtualWindow;
  readonly #pool: RowPool;
  /** The row that must stay where it is seen when others arrive above it, and its distance to the upper edge. */
  #anchor: { key: number; offset: number } | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly source: BodySource,
  ) {
    this.navigation = this.#createNavigation();
    this.#window = new VirtualWindow(host, {
      scroller: () => this.#scroller,
      rowHeight: ROW_HEIGHT,
      headerHeight: HEADER_HEIGHT,
      rowCount: () => source.list().length,
      onMove: () => this.#show(false),
    });
    this.#pool = new RowPool(createRow, this.#fillRow);
    host.addController(this);
  }

  hostUpdated(): void {
    this.#keepPlace();
    this.#show(true);
  }

  render(label: string): TemplateResult {
    const list = this.source.list();
    const columns = this.source.columns();
    const { tracks, total } = columnWidths(columns);
    return html`<div
      class="scroller"
      role="grid"
      aria-label=${label}
      aria-rowcount=${list.length + 1}
      aria-colcount=${columns.length}
      @keydown=${this.#onKeydown}
      @focusin=${this.#onFocusin}
      @contextmenu=${this.#onContextMenu}
    >
      <div class="sheet" role="presentation" style=${styleMap({ '--_tracks': tracks, minInlineSize: total })}>
        <div class="head" role="rowgroup">
          <div class="row" role="row" aria-rowindex="1">${columns.map(this.#headerCell)}</div>
        </div>
        <div
          class="rows"
          role="rowgroup"
          style=${styleMap({ blockSize: `${list.length * ROW_HEIGHT}px` })}
        ></div>
      </div>
    </div>`;
  }

  /** Back to the first row, because other rows are shown now. */
  toTop(): void {
    this.#anchor = undefined;
    this.#window.scrollTo(0);
  }

  /** Gives the focus to the cell that has the position, for example after a dialog. */
  focus(): void {
    this.navigation.moveTo(this.navigation.position);
  }

  get #scroller(): HTMLElement | null {
    return this.source.root().querySelector<HTMLElement>('.scroller');
  }

  get #rowsElement(): HTMLElement | null {
    return this.source.root().querySelector<HTMLElement>('.rows');
  }

  #createNavigation(): GridNavigation {
    const { list, columns } = this.source;
    return new GridNavigation(this.host, {
      rowCount: () => list().length,
      columnCount: () => columns().length,
      pageSize: () => this.#window.pageSize,
      isRtl: () => this.#scroller?.matches(':dir(rtl)') === true,
      keyOf: (row) => list().at(row - 1)?.contact.id,
      rowOf: (key) => list().positionOf(key) + 1,
      focusCell: this.#focusCell,
      activate: ({ row }) => this.#withRow(row, this.source.activate),
    });
  }

  #withRow(row: number, use: (row: ContactRow) => void): void {
    const found = this.source.list().at(row - 1);
    if (found !== undefined) use(found);
  }

  readonly #headerCell = (column: Column, index: number): TemplateResult => {
    const { sort, isDescending } = this.source.list().arrangement;
    const isSorted = sort === column.id;
    const direction = isDescending ? 'descending' : 'ascending';
    const tabIndex = this.navigation.isAt(0, index) ? 0 : -1;
    if (column.id === 'actions')
      return html`<div
        role="columnheader"
        class="cell actions"
        aria-colindex=${index + 1}
        tabindex=${tabIndex}
      >
        <span class="visually-hidden">${column.label()}</span>
      </div>`;
    return html`<div
      role="columnheader"
      class="cell ${column.id}"
      aria-colindex=${index + 1}
      aria-sort=${ifDefined(isSorted ? direction : undefined)}
    >
      <button
        type="button"
        tabindex=${tabIndex}
        title=${msg('Sort')}
        @click=${() => this.source.sort(column.id)}
      >
        <span class="text">${column.label()}</span>
        <span class="arrow" aria-hidden="true">${isSorted ? (isDescending ? '↓' : '↑') : ''}</span>
      </button>
    </div>`;
  };

  #show(isStale: boolean): void {
    const container = this.#rowsElement;
    if (container === null) return;
    this.#pool.show(this.#windowRows(), container, isStale);
    this.#anchor = this.#anchorNow();
  }

  /** The rows in the window, and always the one with the focus, so that it never leaves the DOM. */
  #windowRows(): PooledRow[] {
    const { start, end } = this.#window;
    const focused = this.navigation.position.row - 1;
    const inside = Array.from({ length: Math.max(0, end - start) }, (_none, step) => start + step);
    const indices = [
      ...(focused >= 0 && focused < start ? [focused] : []),
      ...inside,
      ...(focused >= end ? [focused] : []),
    ];
    return indices.flatMap((index) => {
      const row = this.source.list().at(index);
      return row === undefined ? [] : [{ key: row.contact.id, index }];
    });
  }

  readonly #fillRow = ({ key, index }: PooledRow, element: HTMLElement): TemplateResult => {
    const row = this.source.list().rowOf(key);
    element.ariaRowIndex = String(index + 2);
    element.dataset.row = String(index + 1);
    element.style.transform = `translateY(${index * ROW_HEIGHT}px)`;
    element.classList.toggle('inactive', row?.contact.isActive === false);
    const cells =
      row === undefined
        ? []
        : this.source.columns().map((column, place) =>
            this.source.cell(column, row, {
              index: place,
              isCurrent: this.navigation.isAt(index + 1, place),
            }),
          );
    return html`${cells}`;
  };

  readonly #focusCell = ({ row, column }: GridPosition): void => {
    if (row > 0) this.#window.reveal(row - 1);
    this.#show(true);
    const cell = this.#cellAt(row, column);
    const target = cell?.querySelector<HTMLElement>('button') ?? cell;
    target?.focus({ preventScroll: true });
    if (column === 0) this.#scroller?.scrollTo({ left: 0 });
    else cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  #cellAt(row: number, column: number): HTMLElement | null {
    const key = this.source.list().at(row - 1)?.contact.id;
    const element =
      row === 0
        ? this.#scroller?.querySelector('.head .row')
        : key !== undefined && this.#pool.elementOf(key);
    const cell = element ? element.children[column] : null;
    return cell instanceof HTMLElement ? cell : null;
  }

  /** After rows have arrived above, scrolls so that what was looked at stays where it was. */
  #keepPlace(): void {
    const scroller = this.#scroller;
    if (this.#anchor === undefined || scroller === null || scroller.scrollTop === 0) return;
    const position = this.source.list().positionOf(this.#anchor.key);
    const top = position * ROW_HEIGHT - this.#anchor.offset;
    if (position >= 0 && top !== scroller.scrollTop) this.#window.scrollTo(top);
  }

  #anchorNow(): { key: number; offset: number } | undefined {
    const scroller = this.#scroller;
    const { topRow } = this.#window;
    const key = this.source.list().at(topRow)?.contact.id;
    if (scroller === null || key === undefined) return undefined;
    return { key, offset: topRow * ROW_HEIGHT - scroller.scrollTop };
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // The menu key comes as a contextmenu event of its own; Shift+F10 does so only on some systems.
    if (event.key === 'F10' && event.shiftKey) {
      event.preventDefault();
      this.#openMenuAt(this.navigation.position);
      return;
    }
    this.navigation.onKeydown(event);
  };

  #openMenuAt({ row, column }: GridPosition, point?: { x: number; y: number }): void {
    const box = this.#cellAt(row, column)?.getBoundingClientRect();
    const shown = this.source.columns()[column];
    if (box === undefined || shown === undefined) return;
    this.#withRow(row, (found) =>
      this.source.openMenu(found, shown, point ?? { x: box.left + 12, y: box.bottom }),
    );
  }

  readonly #onFocusin = (event: FocusEvent): void => {
    const position = positionOf(event.target);
    if (position !== undefined) this.navigation.settle(position);
  };

  readonly #onContextMenu = (event: MouseEvent): void => {
    const position = positionOf(event.target);
    if (position === undefined || position.row === 0) return;
    event.preventDefault();
    this.navigation.moveTo(position);
    // Keyboards report no place, or one of their own.
    const isPointer = event.button === 2 && event.clientX > 0;
    this.#openMenuAt(position, isPointer ? { x: event.clientX, y: event.clientY } : undefined);
  };
}

function createRow(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'row';
  element.role = 'row';
  return element;
}

/** Which cell a node is in. */
function positionOf(target: EventTarget | null): GridPosition | undefined {
  const cell = target instanceof Element ? target.closest('[aria-colindex]') : null;
  const row = cell?.closest<HTMLElement>('[role=row]');
  if (!cell || !row) return undefined;
  return { row: Number(row.dataset.row ?? 0), column: Number(cell.ariaColIndex) - 1 };
}
