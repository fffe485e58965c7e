import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CellEditing } from './cell-editing.js';
import { columnWidths, stickyCount, type ShownColumn } from './column-layout.js';
import { GridNavigation, type GridPosition } from './grid-navigation.js';
import { GridHeights } from './grid-heights.js';
import type { GridRows } from './grid-rows.js';
import { controlsIn, focusTargetOf, RowElement, type RowLook } from './row-element.js';
import { RowPool, type PooledRow } from './row-pool.js';
import { VirtualWindow } from './virtual-window.js';

/** What the body shows. */
export interface BodySource<Row> {
  readonly root: () => ParentNode;
  readonly rows: () => GridRows<Row> | undefined;
  readonly look: () => RowLook<Row>;
  /** The look's columns, with the width that one of them has while it is being dragged. */
  readonly columns: () => readonly ShownColumn<Row>[];
}

/** In CSS pixels. */
const BOX_WIDTH = 36;

/** ms without scrolling after which the rows are put in order. */
const REST = 100;

/** The name of the boxes' column among the navigation's. No column of a grid has an empty name. */
const BOX_COLUMN = '';

/**
 * The most that all shown rows are high, in CSS pixels. Browsers end a box somewhere above 17 million (Firefox 17.9,
 * Chromium 33.5); 100,000 rows of 36 are 3.6 million, 400,000 are this. What lies beyond is reached by filtering, and the
 * grid says so.
 */
const MOST_HEIGHT = 14_400_000;

/** The rows of the grid: the window on 100,000 of them, their elements, and the focus that moves among them. */
export class GridBody<Row> implements ReactiveController {
  readonly navigation: GridNavigation;
  readonly editing: CellEditing<Row>;
  readonly #window: VirtualWindow;
  readonly #pool: RowPool<RowElement<Row>>;
  #made = 0;
  #isStale = false;
  readonly #heights: GridHeights;
  /** The row that must stay where it is seen when others arrive above it, and its distance to the upper edge. */
  #anchor: { key: number; offset: number } | undefined;
  #room = 0;
  #ordering: ReturnType<typeof setTimeout> | undefined;
  readonly #resized = new ResizeObserver(() => this.#lay());
  #observed: HTMLElement | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly source: BodySource<Row>,
  ) {
    this.navigation = this.#createNavigation();
    // Before the window, which calculates with them.
    this.#heights = new GridHeights(
      host,
      () => source.root().querySelector<HTMLElement>('.probe') ?? undefined,
      (before) => this.#resizeRows(before),
    );
    this.#window = new VirtualWindow(host, {
      scroller: () => this.scroller ?? null,
      rowHeight: () => this.#heights.row,
      headerHeight: () => this.#heights.header,
      rowCount: () => this.rowCount,
      onMove: () => this.#showMoving(),
    });
    this.#pool = new RowPool(
      () => new RowElement<Row>((this.#made += 1)),
      (row, element) => this.#fill(row, element),
    );
    this.editing = new CellEditing(host, {
      rowOf: (key) => source.rows()?.rowOf(key),
      show: () => this.#showEdited(),
      focusEditor: () => this.#focusEditor(),
      focusCell: (step) => {
        const { row, column } = this.navigation.position;
        this.navigation.moveTo({ row, column: column + step });
      },
    });
    host.addController(this);
  }

  hostUpdated(): void {
    const { scroller } = this;
    if (scroller !== this.#observed) {
      this.#resized.disconnect();
      if (scroller !== undefined) this.#resized.observe(scroller);
      this.#observed = scroller;
    }
    this.#lay();
    this.#window.measure();
    this.#keepPlace();
    this.#show();
    this.#followHeader();
  }

  hostDisconnected(): void {
    clearTimeout(this.#ordering);
    this.#resized.disconnect();
    this.#observed = undefined;
  }

  get scroller(): HTMLElement | undefined {
    return this.source.root().querySelector<HTMLElement>('.scroller') ?? undefined;
  }

  get isRtl(): boolean {
    return this.scroller?.matches(':dir(rtl)') === true;
  }

  get rowCount(): number {
    return Math.min(this.source.rows()?.length ?? 0, this.mostRows);
  }

  /** So many rows can be scrolled to. */
  get mostRows(): number {
    return Math.floor(MOST_HEIGHT / this.#heights.row);
  }

  /** The columns as the navigation counts them. */
  get columnIds(): string[] {
    const { columns, isSelectable } = this.source.look();
    const ids = columns.map(({ column }) => column.id);
    return isSelectable ? [BOX_COLUMN, ...ids] : ids;
  }

  /** Every cell is written again with the next update, because what the columns say has changed beside the rows. */
  refresh(): void {
    this.#isStale = true;
  }

  /** Back to the first row, because other rows are shown now. */
  toTop(): void {
    this.#anchor = undefined;
    this.#window.scrollTo(0);
  }

  rowAt(position: GridPosition): Row | undefined {
    return position.row > this.rowCount ? undefined : this.source.rows()?.at(position.row - 1);
  }

  /** The column at a place, the boxes' has none. */
  columnAt(place: number): ShownColumn<Row> | undefined {
    const { columns, isSelectable } = this.source.look();
    return columns[isSelectable ? place - 1 : place];
  }

  cellAt({ row, column }: GridPosition): HTMLElement | undefined {
    if (row === 0) {
      const cell = this.scroller?.querySelector('.head .row')?.children[column];
      return cell instanceof HTMLElement ? cell : undefined;
    }
    const key = this.keyAt(row - 1);
    return key === undefined ? undefined : this.#pool.elementOf(key)?.cellAt(column);
  }

  /** The cells of a column that are in the DOM. */
  cellsOf(place: number): HTMLElement[] {
    return this.#windowRows().flatMap(({ key }) => this.#pool.elementOf(key)?.cellAt(place) ?? []);
  }

  isSelected(key: number): boolean {
    return this.source.rows()?.selection.has(key) === true;
  }

  /** Whose row is shown at a position, from 0. */
  keyAt(index: number): number | undefined {
    const rows = this.source.rows();
    const row = rows?.at(index);
    return row === undefined ? undefined : rows?.keyOf(row);
  }

  #createNavigation(): GridNavigation {
    return new GridNavigation(this.host, {
      rowCount: () => this.rowCount,
      columnIds: () => this.columnIds,
      firstColumn: () => {
        const { columns, isSelectable } = this.source.look();
        const header = columns.findIndex(({ column }) => column.isRowHeader);
        return Math.max(0, header) + (isSelectable ? 1 : 0);
      },
      pageSize: () => this.#window.pageSize,
      isRtl: () => this.isRtl,
      keyOf: (row) => (row === 0 ? undefined : this.keyAt(row - 1)),
      rowOf: (key) => (this.source.rows()?.positionOf(key) ?? -1) + 1,
      focusCell: (position) => this.#focusCell(position),
    });
  }

  /** The tokens have changed: what is looked at stays at the upper edge. */
  #resizeRows(before: number): void {
    const { scroller } = this;
    const anchor = this.#anchor;
    if (anchor !== undefined && scroller !== undefined) {
      const position = this.source.rows()?.positionOf(anchor.key) ?? 0;
      const offset = position * before - scroller.scrollTop;
      this.#anchor = { ...anchor, offset: (offset * this.#heights.row) / before };
    }
    this.host.requestUpdate();
  }

  /** Heights follow the tokens, the columns’ widths the room there is. */
  #lay(): void {
    const sheet = this.source.root().querySelector<HTMLElement>('.sheet');
    const { scroller } = this;
    if (sheet === null || scroller === undefined) return;
    const { row, header } = this.#heights;
    setVariable(scroller, '--_row', `${row}px`);
    setVariable(scroller, '--_head', `${header}px`);
    const rows = sheet.querySelector<HTMLElement>('.rows');
    if (rows !== null) setVariable(rows, 'block-size', `${this.rowCount * row}px`);
    // Only now: the rows' height decides whether a scroll bar takes some of the width.
    this.#room = scroller.clientWidth;
    const columns = this.source.columns();
    const { isSelectable } = this.source.look();
    const box = isSelectable ? BOX_WIDTH : 0;
    const widths = columnWidths(columns, this.#room - box);
    const sticky = stickyCount(columns, widths, this.#room - box);
    const all = isSelectable ? [BOX_WIDTH, ...widths] : widths;
    const pinned = (isSelectable ? 1 : 0) + sticky;
    setVariable(sheet, '--_tracks', all.map((width) => `${width}px`).join(' '));
    sheet.classList.toggle('wide', sum(all) > this.#room);
    setVariable(sheet, 'min-inline-size', `${sum(all)}px`);
    all.forEach((_width, index) =>
      setVariable(sheet, `--_pin-${index + 1}`, index < pinned ? `${sum(all.slice(0, index))}px` : ''),
    );
    setVariable(scroller, '--_pinned-width', `${sum(all.slice(0, pinned))}px`);
  }

  /** While one scrolls only what is seen counts; the order in the DOM, which is heard, follows when that has come to rest. */
  #showMoving(): void {
    this.#show(false);
    clearTimeout(this.#ordering);
    this.#ordering = setTimeout(() => this.#show(), REST);
  }

  #show(isOrdered = true): void {
    const container = this.source.root().querySelector<HTMLElement>('.rows');
    if (container === null) return;
    const focused = activeIn(this.source.root());
    const hadFocus = focused !== null && container.contains(focused);
    // Asked before anything is written, or the browser would have to lay everything out here.
    this.#anchor = this.#anchorNow();
    this.#pool.show(this.#windowRows(), container, isOrdered);
    this.#isStale = false;
    // A control that had the focus may be gone with what its cell says now; the cell is still there.
    if (hadFocus && activeIn(this.source.root()) === null && this.editing.edited === undefined)
      this.#focusCell(this.navigation.position);
  }

  /** A column with the focus in its header has moved: the header cells stay where they are, so the focus has to move. */
  #followHeader(): void {
    const { position } = this.navigation;
    const focused = activeIn(this.source.root())?.closest('.head [aria-colindex]') ?? null;
    if (focused !== null && position.row === 0 && focused !== this.cellAt(position))
      this.#focusCell(position);
  }

  /** The rows in the window, and always those with the focus and the editor, so that these never leave the DOM. */
  #windowRows(): PooledRow[] {
    const { start, end } = this.#window;
    const focused = this.navigation.position.row - 1;
    const { edited } = this.editing;
    const edit = edited === undefined ? -1 : (this.source.rows()?.positionOf(edited.key) ?? -1);
    const indices = new Set<number>();
    for (let index = start; index < end; index += 1) indices.add(index);
    for (const index of [focused, edit]) if (index >= 0) indices.add(index);
    const ordered =
      indices.size === end - start ? [...indices] : [...indices].sort((one, other) => one - other);
    return ordered.flatMap((index) => {
      const key = this.keyAt(index);
      return key === undefined ? [] : [{ key, index }];
    });
  }

  #fill({ key, index }: PooledRow, element: RowElement<Row>): void {
    const rows = this.source.rows();
    const row = rows?.at(index);
    if (rows === undefined || row === undefined) return;
    const { edited } = this.editing;
    const { position } = this.navigation;
    const state = {
      row,
      index,
      top: index * this.#heights.row,
      isSelected: rows.selection.has(key),
      current: position.row === index + 1 ? position.column : -1,
      editing: edited?.key === key ? edited : undefined,
    };
    element.fill(this.source.look(), state, this.#isStale);
  }

  #showEdited(): void {
    this.#show();
    this.host.requestUpdate();
  }

  #focusEditor(): void {
    const field = controlsIn(this.cellAt(this.navigation.position))[0];
    field?.focus({ preventScroll: true });
    if (field instanceof HTMLInputElement) field.select();
  }

  #focusCell(position: GridPosition): void {
    if (position.row > 0) this.#window.reveal(position.row - 1);
    this.#show();
    const cell = this.cellAt(position);
    if (cell === undefined) return;
    focusTargetOf(cell).focus({ preventScroll: true });
    if (position.column === 0) this.scroller?.scrollTo({ left: 0 });
    else cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** After rows have arrived above, scrolls so that what was looked at stays where it was. */
  #keepPlace(): void {
    const { scroller } = this;
    if (this.#anchor === undefined || scroller === undefined || scroller.scrollTop === 0) return;
    const position = this.source.rows()?.positionOf(this.#anchor.key) ?? -1;
    const top = position * this.#heights.row - this.#anchor.offset;
    if (position >= 0 && top !== scroller.scrollTop) this.#window.scrollTo(top);
  }

  #anchorNow(): { key: number; offset: number } | undefined {
    const { scroller } = this;
    const { topRow } = this.#window;
    const key = this.keyAt(topRow);
    if (scroller === undefined || key === undefined) return undefined;
    return { key, offset: topRow * this.#heights.row - scroller.scrollTop };
  }
}

function sum(widths: readonly number[]): number {
  return widths.reduce((all, width) => all + width, 0);
}

/** Writes a style only where it differs, since each write costs a look at everything below. */
function setVariable(element: HTMLElement, name: string, value: string): void {
  if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
}

function activeIn(root: ParentNode): Element | null {
  return root instanceof ShadowRoot ? root.activeElement : null;
}
