import type { GridBody } from './grid-body.js';
import type { GridColumn } from './grid-column.js';
import type { GridPosition } from './grid-navigation.js';
import { controlsIn, focusTargetOf } from './row-element.js';
import type { RowSelecting } from './row-selecting.js';

/** A point in the viewport, in CSS pixels. */
export interface MenuPoint {
  readonly x: number;
  readonly y: number;
}

/** What the owner of the grid does with its rows. */
export interface RowHandlers<Row> {
  /** Enter, F2 or a double click on a cell that has neither a control nor an editor. */
  readonly activate?: (row: Row, column: GridColumn<Row> | undefined) => void;
  /** Right click, Shift+F10 or the menu key. The point is where the menu belongs. */
  readonly openMenu?: (row: Row, column: GridColumn<Row> | undefined, point: MenuPoint) => void;
}

export interface HeaderKeys {
  readonly openMenu: (columnId: string) => void;
  readonly sortToo: (columnId: string) => void;
  /** In steps of a width, towards the end of the line. */
  readonly resize: (columnId: string, step: -1 | 1) => void;
  readonly move: (columnId: string, step: -1 | 1) => void;
}

export interface InputSource<Row> {
  readonly body: GridBody<Row>;
  readonly selecting: RowSelecting<Row>;
  readonly isSelectable: () => boolean;
  readonly handlers: () => RowHandlers<Row>;
  readonly header: HeaderKeys;
}

/** Turns what hands do in the grid into what the grid does. */
export class GridInput<Row> {
  /** Whether the last click held Shift: a box tells only that it has changed. */
  #hadShift = false;

  constructor(private readonly source: InputSource<Row>) {}

  readonly onKeydown = (event: KeyboardEvent): void => {
    const { body } = this.source;
    const place = placeOf(event.target);
    if (place === undefined) return;
    if (place.cell.classList.contains('editing')) body.editing.onKeydown(event);
    else if (isInsideWidget(event.target, place.cell)) this.#onWidgetKey(event, place.cell);
    else if (place.position.row === 0) this.#onHeaderKey(event);
    else this.#onRowKey(event);
  };

  readonly onFocusin = (event: FocusEvent): void => {
    const place = placeOf(event.target);
    if (place !== undefined) this.source.body.navigation.settle(place.position);
  };

  /** The focus leaves the cell that is being edited: what was typed counts, unless the whole window lost the focus. */
  readonly onFocusout = (event: FocusEvent): void => {
    const cell = placeOf(event.target)?.cell;
    if (cell?.classList.contains('editing') !== true || !document.hasFocus()) return;
    if (!(event.relatedTarget instanceof Node && cell.contains(event.relatedTarget)))
      this.source.body.editing.commit();
  };

  /** Shift selects rows here, not text. */
  readonly onMousedown = (event: MouseEvent): void => {
    const place = placeOf(event.target);
    if (event.shiftKey && place !== undefined && this.#isForRow(event, place.cell)) event.preventDefault();
  };

  readonly onClick = (event: MouseEvent): void => {
    const place = placeOf(event.target);
    this.#hadShift = event.shiftKey;
    if (place === undefined || place.position.row === 0) return;
    const key = this.#keyOf(place.position);
    if (key === undefined) return;
    if (!this.#isForRow(event, place.cell)) return;
    const { selecting, body } = this.source;
    if (event.shiftKey) selecting.extendTo(key);
    else if (event.ctrlKey || event.metaKey) selecting.toggle(key);
    else selecting.beginAt(key);
    if (event.shiftKey) body.navigation.moveTo(place.position);
  };

  readonly onDblclick = (event: MouseEvent): void => {
    const place = placeOf(event.target);
    if (place === undefined || place.position.row === 0 || controlsIn(place.cell).length > 0) return;
    this.#activate();
  };

  /** A row's box, or the one for all shown rows. */
  readonly onChange = (event: Event): void => {
    const place = placeOf(event.target);
    if (!(event.target instanceof HTMLInputElement) || place?.cell.classList.contains('box') !== true) return;
    const { selecting, body } = this.source;
    const key = this.#keyOf(place.position);
    if (place.position.row === 0) selecting.toggleShown();
    else if (key !== undefined && this.#hadShift) selecting.extendTo(key);
    else if (key !== undefined) selecting.toggle(key);
    this.#hadShift = false;
    // A range may have left the row as it was, and the box has changed by itself.
    if (key !== undefined) event.target.checked = body.isSelected(key);
  };

  readonly onContextMenu = (event: MouseEvent): void => {
    const place = placeOf(event.target);
    if (place === undefined || place.cell.classList.contains('editing')) return;
    event.preventDefault();
    this.source.body.navigation.moveTo(place.position);
    // Keyboards report no place, or one of their own.
    const isPointer = event.button === 2 && event.clientX > 0;
    this.#openMenu(isPointer ? { x: event.clientX, y: event.clientY } : undefined);
  };

  /** Text that doesn't fit is told in full. Found out when somebody points at it, not for every cell that is written. */
  readonly onPointerover = (event: PointerEvent): void => {
    const cell = placeOf(event.target)?.cell;
    if (cell === undefined || cell !== event.target) return;
    const isCut = cell.scrollWidth > cell.clientWidth;
    if (isCut) cell.title = cell.textContent.trim();
    else cell.removeAttribute('title');
  };

  #onHeaderKey(event: KeyboardEvent): void {
    const { body, header } = this.source;
    const id = body.columnAt(body.navigation.position.column)?.column.id;
    const { key, shiftKey: isShift, ctrlKey: isCtrl, altKey: isAlt } = event;
    const step = stepOf(key, body.isRtl);
    const deed = (run: (id: string) => void): void => {
      event.preventDefault();
      if (id !== undefined) run(id);
    };
    if ((isAlt && key === 'ArrowDown') || (isShift && key === 'F10')) deed(header.openMenu);
    else if (isShift && key === 'Enter') deed(header.sortToo);
    else if (isShift && step !== undefined)
      deed((column) => (isCtrl ? header.move(column, step) : header.resize(column, step)));
    else if (!this.#onSelectKey(event)) this.#navigate(event);
  }

  #onRowKey(event: KeyboardEvent): void {
    const { key, shiftKey: isShift } = event;
    // The menu key comes as a contextmenu event of its own; Shift+F10 does so only on some systems.
    if (isShift && key === 'F10') {
      event.preventDefault();
      this.#openMenu();
    } else if (key === 'F2' || (key === 'Enter' && !isControl(event.target))) {
      event.preventDefault();
      this.#activate();
    } else if (!this.#onSelectKey(event)) this.#navigate(event);
  }

  /** True where the key has selected something. */
  #onSelectKey(event: KeyboardEvent): boolean {
    const { selecting, body, isSelectable } = this.source;
    if (!isSelectable()) return false;
    const current = body.navigation.key;
    const isAll = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'a';
    const isRow = event.key === ' ' && current !== undefined && (event.shiftKey || !isControl(event.target));
    if (isAll) selecting.selectShown();
    else if (isRow) selecting.toggle(current);
    else return false;
    event.preventDefault();
    return true;
  }

  #navigate(event: KeyboardEvent): void {
    const { navigation } = this.source.body;
    if (event.altKey || event.metaKey) return;
    const target = navigation.target(event);
    const isRange =
      event.shiftKey && this.source.isSelectable() && target?.column === navigation.position.column;
    if (target === undefined || (event.shiftKey && !isRange)) return;
    event.preventDefault();
    const before = navigation.key;
    navigation.moveTo(isRange ? { ...target, row: Math.max(1, target.row) } : target);
    const { key } = navigation;
    if (!isRange) this.source.selecting.beginAt(key);
    else if (before !== undefined && key !== undefined) this.source.selecting.move(before, key);
  }

  /** In a cell with several controls: Tab goes round, Escape and F2 go back to the cell, everything else is theirs. */
  #onWidgetKey(event: KeyboardEvent, cell: HTMLElement): void {
    if (event.key === 'Escape' || event.key === 'F2') {
      event.preventDefault();
      event.stopPropagation();
      cell.focus({ preventScroll: true });
    } else if (event.key === 'Tab') {
      event.preventDefault();
      const controls = controlsIn(cell);
      const place = controls.findIndex((control) => control === event.target);
      controls[(place + (event.shiftKey ? -1 : 1) + controls.length) % controls.length]?.focus();
    }
  }

  #activate(): void {
    const { body, handlers } = this.source;
    const { position, key } = body.navigation;
    const row = body.rowAt(position);
    const column = body.columnAt(position.column)?.column;
    if (row === undefined || key === undefined) return;
    if (column !== undefined && body.editing.begin(key, column)) return;
    const cell = body.cellAt(position);
    if (cell !== undefined && focusTargetOf(cell) === cell && controlsIn(cell).length > 1)
      controlsIn(cell)[0]?.focus();
    else handlers().activate?.(row, column);
  }

  #openMenu(point?: MenuPoint): void {
    const { body, handlers, header } = this.source;
    const { position } = body.navigation;
    const column = body.columnAt(position.column)?.column;
    const row = body.rowAt(position);
    const box = body.cellAt(position)?.getBoundingClientRect();
    if (position.row === 0 && column !== undefined) header.openMenu(column.id);
    else if (row !== undefined && box !== undefined)
      handlers().openMenu?.(row, column, point ?? menuPlace(box, body.isRtl));
  }

  #keyOf({ row }: GridPosition): number | undefined {
    return this.source.body.keyAt(row - 1);
  }

  /** Whether a click means the row and nothing in it. */
  #isForRow(event: Event, cell: HTMLElement): boolean {
    const isFree = !controlsIn(cell).some((control) => event.composedPath().includes(control));
    return isFree && this.source.isSelectable() && cell.closest('.rows') !== null;
  }
}

/** Below the start of a cell. */
function menuPlace({ left, right, bottom }: DOMRect, isRtl: boolean): MenuPoint {
  return { x: isRtl ? right - 12 : left + 12, y: bottom };
}

interface Place {
  readonly cell: HTMLElement;
  readonly position: GridPosition;
}

/** Which cell a node is in. */
function placeOf(target: EventTarget | null): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[aria-colindex]') : null;
  const row = cell?.closest<HTMLElement>('[role=row]');
  if (!cell || !row) return undefined;
  return { cell, position: { row: Number(row.dataset.row ?? 0), column: Number(cell.ariaColIndex) - 1 } };
}

function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('button, a[href], input, select, textarea, summary') !== null
  );
}

/** Whether the keys belong to what has the focus: a text field, or one of several controls of a cell. */
function isInsideWidget(target: EventTarget | null, cell: HTMLElement): boolean {
  if (target === cell || !(target instanceof HTMLElement)) return false;
  if (target.matches('select, textarea, input:not([type=checkbox], [type=radio])')) return true;
  return cell.role !== 'columnheader' && controlsIn(cell).length > 1;
}

function stepOf(key: string, isRtl: boolean): -1 | 1 | undefined {
  if (key === 'ArrowRight') return isRtl ? -1 : 1;
  if (key === 'ArrowLeft') return isRtl ? 1 : -1;
  return undefined;
}
