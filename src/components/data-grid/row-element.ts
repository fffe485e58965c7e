import { nothing, render } from 'lit';
import type { ShownColumn } from './column-layout.js';
import type { CellEditor } from './grid-column.js';
import { arrange, type PooledElement } from './row-pool.js';

/** What is shown where there is nothing. */
const NOTHING = '–';

/** The same for all rows that are in the DOM. A change of it means that every cell is looked at again. */
export interface RowLook<Row> {
  readonly columns: readonly ShownColumn<Row>[];
  readonly isSelectable: boolean;
  /** Words for a row's box. */
  readonly boxLabel: string;
  /** Names the look of a row beyond its cells: class names, or ''. */
  readonly rowClass: (row: Row) => string;
}

/** How one row stands. */
export interface RowState<Row> {
  readonly row: Row;
  readonly index: number;
  /** Where it stands among the rows, in CSS pixels. */
  readonly top: number;
  readonly isSelected: boolean;
  /** The column of the grid's position, counted with the box; -1 where the position is in another row. */
  readonly current: number;
  /** What stands in place of a cell while it is edited. */
  readonly editing: { readonly columnId: string; readonly editor: CellEditor } | undefined;
}

interface Slot {
  readonly id: string;
  readonly element: HTMLElement;
  /** Of a plain cell, whose text is written without a template. */
  plain: { readonly node: Text; text: string } | undefined;
  isEditing: boolean;
}

/** One row in the DOM. It writes only what differs from what it wrote last. */
export class RowElement<Row> implements PooledElement {
  readonly element = document.createElement('div');
  readonly #box = document.createElement('input');
  #slots: Slot[] = [];
  #boxCell: HTMLElement | undefined;
  #look: RowLook<Row> | undefined;
  #state: RowState<Row> | undefined;
  #className = '';

  constructor(private readonly id: number) {
    this.element.className = 'row';
    this.element.part.value = 'grid-row';
    this.element.role = 'row';
  }

  /** The cell of a column, counted with the box. */
  cellAt(column: number): HTMLElement | undefined {
    return this.#cells[column];
  }

  fill(look: RowLook<Row>, state: RowState<Row>, isStale: boolean): void {
    const before = this.#state;
    const isOtherLook = look !== this.#look;
    if (isOtherLook) this.#arrangeCells(look);
    this.#look = look;
    this.#state = state;
    if (before?.index !== state.index || before.top !== state.top) this.#place(state);
    if (look.isSelectable && (isOtherLook || before?.isSelected !== state.isSelected))
      this.#select(state.isSelected);
    if (before?.editing !== state.editing)
      this.element.toggleAttribute('data-editing', state.editing !== undefined);
    const isSame = !isOtherLook && !isStale && before?.row === state.row;
    if (!isSame) this.#write(look, state);
    else this.#rewriteChanged(look, state, before);
    if (state.current >= 0 || (before !== undefined && before.current >= 0))
      this.#markCurrent(before?.current ?? -1, state.current);
  }

  get #cells(): HTMLElement[] {
    const cells = this.#slots.map(({ element }) => element);
    return this.#boxCell === undefined ? cells : [this.#boxCell, ...cells];
  }

  #place({ index, top }: RowState<Row>): void {
    this.element.ariaRowIndex = String(index + 2);
    this.element.dataset.row = String(index + 1);
    this.element.style.transform = `translateY(${top}px)`;
  }

  #select(isSelected: boolean): void {
    this.element.ariaSelected = String(isSelected);
    this.#box.checked = isSelected;
  }

  #write(look: RowLook<Row>, state: RowState<Row>): void {
    const className = `row ${look.rowClass(state.row)}`;
    if (className !== this.#className) this.element.className = this.#className = className;
    look.columns.forEach((shown, place) => this.#writeCell(look, state, shown, place));
  }

  /** Where only position or editor have changed: the cells that it concerns. */
  #rewriteChanged(look: RowLook<Row>, state: RowState<Row>, before: RowState<Row>): void {
    const offset = look.isSelectable ? 1 : 0;
    const concerned = new Set<number>();
    if (before.current !== state.current) concerned.add(before.current - offset).add(state.current - offset);
    look.columns.forEach(({ column }, place) => {
      if (state.editing?.columnId === column.id || before.editing?.columnId === column.id)
        concerned.add(place);
    });
    for (const place of concerned) {
      const shown = look.columns[place];
      if (shown !== undefined) this.#writeCell(look, state, shown, place);
    }
  }

  #writeCell(look: RowLook<Row>, state: RowState<Row>, { column }: ShownColumn<Row>, place: number): void {
    const slot = this.#slots[place];
    if (slot === undefined) return;
    const editor = state.editing?.columnId === column.id ? state.editing.editor : undefined;
    if (slot.isEditing !== (editor !== undefined)) setEditing(slot, editor !== undefined);
    if (editor !== undefined) render(editor.render(), slot.element);
    else if (column.render !== undefined) {
      const isCurrent = state.current === place + (look.isSelectable ? 1 : 0);
      render(column.render(state.row, { isCurrent }), slot.element);
    } else writeText(slot, column.text(state.row));
  }

  /** A control in a cell stands for the cell in the tab order, as the ARIA grid pattern has it. */
  #markCurrent(before: number, now: number): void {
    const cells = this.#cells;
    if (before !== now) setTabIndex(cells[before], -1);
    setTabIndex(cells[now], 0);
  }

  /** Cells that stay are kept, in another order if need be. */
  #arrangeCells(look: RowLook<Row>): void {
    const before = new Map(this.#slots.map((slot) => [slot.id, slot]));
    const offset = look.isSelectable ? 2 : 1;
    this.#boxCell = look.isSelectable ? (this.#boxCell ?? this.#createBox()) : undefined;
    this.#box.ariaLabel = look.boxLabel;
    this.#slots = look.columns.map((shown, place) => {
      const slot = before.get(shown.column.id) ?? {
        id: shown.column.id,
        element: document.createElement('div'),
        plain: undefined,
        isEditing: false,
      };
      before.delete(slot.id);
      dress(slot.element, shown, place + offset);
      if (shown.column.isRowHeader) this.#nameBox(slot.element);
      return slot;
    });
    const kept = new Set(this.#cells);
    for (const child of [...this.element.children]) if (!kept.has(child as HTMLElement)) child.remove();
    const focused = this.#cells.findIndex((cell) => cell.matches(':focus-within'));
    arrange(this.element, this.#cells, Math.max(0, focused));
  }

  #createBox(): HTMLElement {
    const cell = document.createElement('div');
    cell.role = 'gridcell';
    cell.className = 'cell box pinned';
    cell.part.value = 'cell';
    cell.ariaColIndex = '1';
    cell.tabIndex = -1;
    this.#box.type = 'checkbox';
    this.#box.tabIndex = -1;
    this.#box.id = `box-${this.id}`;
    cell.append(this.#box);
    return cell;
  }

  /** "Select" and the name of the row, without a word written per row. */
  #nameBox(header: HTMLElement): void {
    header.id = `header-${this.id}`;
    this.#box.setAttribute('aria-labelledby', `${this.#box.id} ${header.id}`);
  }
}

function dress<Row>(element: HTMLElement, { column, isPinned }: ShownColumn<Row>, index: number): void {
  element.role = column.isRowHeader ? 'rowheader' : 'gridcell';
  element.className = cellClass(column.id, column.kind, isPinned, column.isControls === true);
  element.part.value = 'cell';
  element.ariaColIndex = String(index);
  element.style.setProperty('--_pin', isPinned ? pinnedPlace(index) : '');
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
}

/** The class names that cells and header cells of a column share. */
export function cellClass(id: string, kind: string, isPinned: boolean, isControls: boolean): string {
  return `cell ${id}${kind === 'number' ? ' number' : ''}${isPinned ? ' pinned' : ''}${isControls ? ' at-end' : ''}`;
}

/** Where a pinned column (counted from 1) stands; set by the body, and not at all where it doesn't fit. */
export function pinnedPlace(index: number): string {
  return `var(--_pin-${index}, auto)`;
}

/** Text that was written by hand is nothing that Lit knows of; what Lit rendered, Lit takes away. */
function setEditing(slot: Slot, isEditing: boolean): void {
  slot.isEditing = isEditing;
  slot.element.classList.toggle('editing', isEditing);
  if (slot.plain === undefined) render(nothing, slot.element);
  else slot.plain.node.remove();
  slot.plain = undefined;
}

function writeText(slot: Slot, text: string): void {
  const shown = text === '' ? NOTHING : text;
  if (slot.plain === undefined) {
    const node = document.createTextNode(shown);
    slot.element.append(node);
    slot.plain = { node, text: shown };
  } else if (slot.plain.text !== shown) slot.plain.node.data = slot.plain.text = shown;
}

/** Everything in a cell that takes keys of its own. */
const CONTROLS = 'button, a[href], input, select, textarea, [contenteditable], summary';

export function controlsIn(cell: Element | null | undefined): HTMLElement[] {
  return cell ? [...cell.querySelectorAll<HTMLElement>(CONTROLS)] : [];
}

/** What gets the focus for a cell: its control, where it has just one; in the header the first, which sorts. */
export function focusTargetOf(cell: HTMLElement): HTMLElement {
  const [first, second] = controlsIn(cell);
  const hasOne = first !== undefined && (second === undefined || cell.role === 'columnheader');
  return hasOne ? first : cell;
}

function setTabIndex(cell: HTMLElement | undefined, tabIndex: 0 | -1): void {
  if (cell === undefined) return;
  const target = focusTargetOf(cell);
  for (const control of controlsIn(cell)) writeTabIndex(control, control === target ? tabIndex : -1);
  writeTabIndex(cell, target === cell ? tabIndex : -1);
}

function writeTabIndex(element: HTMLElement, tabIndex: 0 | -1): void {
  if (element.tabIndex !== tabIndex) element.tabIndex = tabIndex;
}
