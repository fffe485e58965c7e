import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { allowedWidth } from './column-changes.js';

export interface DraggingSource {
  readonly head: () => HTMLElement | null;
  readonly resize: (columnId: string, width: number) => void;
  /** The width that fits what is seen. */
  readonly fit: (columnId: string) => void;
  readonly move: (columnId: string, targetId: string) => void;
  readonly canMove: (columnId: string, targetId: string) => boolean;
}

/** Farther than this (CSS pixels), and a press on a header is no click any more. */
const SLACK = 6;

interface Drag {
  readonly columnId: string;
  readonly pointerId: number;
  readonly startX: number;
  readonly startWidth: number;
  readonly isResize: boolean;
  hasBegun: boolean;
}

/** Width and order of the columns by pointer. Everything that can be dragged can be done in the column's menu too. */
export class HeaderDragging implements ReactiveController {
  /** The width that a column has while it is being dragged. */
  preview: { readonly columnId: string; readonly width: number } | undefined;
  /** Where the dragged column would go. */
  #targetId: string | undefined;
  #drag: Drag | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly source: DraggingSource,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end();
  }

  readonly onPointerdown = (event: PointerEvent): void => {
    const cell = cellOf(event.target);
    const columnId = cell?.dataset.column;
    if (
      !(event.target instanceof Element) ||
      cell === undefined ||
      columnId === undefined ||
      event.button !== 0
    )
      return;
    const isResize = event.target.classList.contains('grip');
    // A finger on a header scrolls; the menu moves columns there.
    if (!isResize && (event.pointerType === 'touch' || event.target.closest('.sort') === null)) return;
    const { clientX: startX, pointerId } = event;
    this.#drag = { columnId, pointerId, startX, startWidth: cell.offsetWidth, isResize, hasBegun: false };
    if (isResize) event.preventDefault();
  };

  readonly onPointermove = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag?.pointerId !== event.pointerId) return;
    const distance = event.clientX - drag.startX;
    if (!drag.hasBegun && Math.abs(distance) < (drag.isResize ? 1 : SLACK)) return;
    if (!drag.hasBegun) this.source.head()?.setPointerCapture(drag.pointerId);
    drag.hasBegun = true;
    if (drag.isResize) this.#resize(drag, distance);
    else this.#point(drag, event);
  };

  readonly onPointerup = (event: PointerEvent): void => {
    const drag = this.#drag;
    const { preview } = this;
    const targetId = this.#targetId;
    this.#end();
    if (drag?.hasBegun !== true || event.type === 'pointercancel') return;
    if (preview !== undefined) this.source.resize(preview.columnId, preview.width);
    else if (targetId !== undefined) this.source.move(drag.columnId, targetId);
    // The click that ends a drag is no wish to sort.
    this.source.head()?.addEventListener('click', stopOnce, { capture: true, once: true });
    setTimeout(() => this.source.head()?.removeEventListener('click', stopOnce, { capture: true }));
  };

  readonly onDblclick = (event: MouseEvent): void => {
    const columnId = cellOf(event.target)?.dataset.column;
    const isGrip = event.target instanceof Element && event.target.classList.contains('grip');
    if (isGrip && columnId !== undefined) this.source.fit(columnId);
  };

  #resize(drag: Drag, distance: number): void {
    const isRtl = this.source.head()?.matches(':dir(rtl)') === true;
    const width = allowedWidth(drag.startWidth + (isRtl ? -distance : distance));
    this.preview = { columnId: drag.columnId, width };
    this.host.requestUpdate();
  }

  #point(drag: Drag, { clientX }: PointerEvent): void {
    const cells = this.#cells();
    const over = cells.find((cell) => {
      const { left, right } = cell.getBoundingClientRect();
      return clientX >= left && clientX < right;
    });
    const targetId = over?.dataset.column;
    const isAllowed =
      targetId !== undefined && targetId !== drag.columnId && this.source.canMove(drag.columnId, targetId);
    this.#targetId = isAllowed ? targetId : undefined;
    const from = cells.findIndex((cell) => cell.dataset.column === drag.columnId);
    cells.forEach((cell, place) => {
      cell.classList.toggle('dragged', place === from);
      cell.classList.toggle('drop-before', cell === over && isAllowed && place < from);
      cell.classList.toggle('drop-after', cell === over && isAllowed && place > from);
    });
  }

  #cells(): HTMLElement[] {
    return [...(this.source.head()?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
  }

  #end(): void {
    for (const cell of this.#cells()) cell.classList.remove('dragged', 'drop-before', 'drop-after');
    this.#drag = this.preview = this.#targetId = undefined;
    this.host.requestUpdate();
  }
}

function stopOnce(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

function cellOf(target: EventTarget | null): HTMLElement | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  return cell ?? undefined;
}
