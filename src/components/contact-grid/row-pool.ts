import { render, type TemplateResult } from 'lit';

/** A row to show. */
export interface PooledRow {
  /** Whose row it is: the same key keeps the same element, wherever the row goes. */
  readonly key: number;
  /** Its place from 0, which is where it stands. */
  readonly index: number;
}

/**
 * The row elements of a virtual window. They are recycled: a row that leaves gives its element to one that comes, so
 * scrolling makes no nodes and writes only text that differs. They stand in the DOM in the order of the rows, which a
 * screen reader reads, and an element that has the focus is never moved or taken away, which would end the focus.
 */
export class RowPool {
  readonly #elements = new Map<number, HTMLElement>();
  readonly #spare: HTMLElement[] = [];

  constructor(
    private readonly create: () => HTMLElement,
    private readonly fill: (row: PooledRow, element: HTMLElement) => TemplateResult,
  ) {}

  elementOf(key: number): HTMLElement | undefined {
    return this.#elements.get(key);
  }

  /**
   * Shows exactly these rows (ascending by index) in the container. Rows that are shown already are filled again only
   * if `isStale`, for example because data or language changed.
   */
  show(rows: readonly PooledRow[], container: HTMLElement, isStale: boolean): void {
    const kept = new Set(rows.filter(({ key }) => this.#elements.has(key)).map(({ key }) => key));
    for (const [key, element] of this.#elements) {
      if (kept.has(key)) continue;
      this.#elements.delete(key);
      this.#spare.push(element);
    }
    const pivot =
      rows.find(({ key }) => this.#elements.get(key)?.matches(':focus-within')) ??
      rows.find(({ key }) => kept.has(key));
    const elements = rows.map((row) => {
      const element = this.#elementFor(row);
      if (isStale || !kept.has(row.key)) render(this.fill(row, element), element);
      return element;
    });
    arrange(container, elements, pivot === undefined ? 0 : rows.indexOf(pivot));
    for (const element of this.#spare) element.remove();
  }

  #elementFor({ key }: PooledRow): HTMLElement {
    const element = this.#elements.get(key) ?? this.#spare.pop() ?? this.create();
    this.#elements.set(key, element);
    return element;
  }
}

/** Puts the elements in order around the one at `pivot`, which itself is moved only if it is not in the container yet. */
function arrange(container: HTMLElement, elements: readonly HTMLElement[], pivot: number): void {
  const fixed = elements[pivot];
  if (fixed === undefined) return;
  if (fixed.parentNode !== container) container.append(fixed);
  let next = fixed;
  for (const element of elements.slice(0, pivot).reverse()) {
    if (element.nextSibling !== next) next.before(element);
    next = element;
  }
  let previous = fixed;
  for (const element of elements.slice(pivot + 1)) {
    if (previous.nextSibling !== element) previous.after(element);
    previous = element;
  }
}
