/** A row to show. */
export interface PooledRow {
  /** Whose row it is: the same key keeps the same element, wherever the row goes. */
  readonly key: number;
  /** Its place from 0, which is where it stands. */
  readonly index: number;
}

/** Whatever stands for a row in the DOM. */
export interface PooledElement {
  readonly element: HTMLElement;
}

/**
 * The row elements of a virtual window. They are recycled: a row that leaves gives its element to one that comes, so
 * scrolling makes no nodes. They stand in the DOM in the order of the rows, which a screen reader reads, and an element
 * that has the focus is never moved or taken away, which would end the focus.
 *
 * Putting them in order costs five times what writing them costs, and where they are seen does not depend on it. So
 * whoever shows rows frame by frame leaves the order for later.
 */
export class RowPool<E extends PooledElement> {
  /** In the order of the rows. */
  #shown: ReadonlyMap<number, E> = new Map();
  #spare: readonly E[] = [];

  constructor(
    private readonly create: () => E,
    private readonly fill: (row: PooledRow, element: E) => void,
  ) {}

  elementOf(key: number): E | undefined {
    return this.#shown.get(key);
  }

  /** Shows exactly these rows (ascending by index) in the container; `fill` is asked for each of them. */
  show(rows: readonly PooledRow[], container: HTMLElement, isOrdered = true): void {
    const pivot = this.#pivot(rows);
    const shown = new Map<number, E>();
    const free = this.#freeBeside(rows);
    let taken = 0;
    for (const { key } of rows) shown.set(key, this.#shown.get(key) ?? free[taken++] ?? this.create());
    this.#shown = shown;
    this.#spare = free.slice(taken);
    const elements = rows.flatMap((row) => {
      const pooled = shown.get(row.key);
      if (pooled === undefined) return [];
      this.fill(row, pooled);
      return pooled.element;
    });
    if (isOrdered) arrange(container, elements, pivot);
    else for (const element of elements) if (element.parentNode !== container) container.append(element);
    for (const { element } of this.#spare) element.remove();
  }

  /**
   * The elements that rows to come can have, those of the rows that leave first and in their order: where all rows are
   * others now, as after sorting, each element then stays where it is.
   */
  #freeBeside(rows: readonly PooledRow[]): E[] {
    const staying = new Set(rows.map(({ key }) => key));
    const leaving = [...this.#shown].flatMap(([key, pooled]) => (staying.has(key) ? [] : pooled));
    return [...leaving, ...this.#spare];
  }

  /** The row around which the others are put in order: the one with the focus, else one that stays. */
  #pivot(rows: readonly PooledRow[]): number {
    const focused = rows.findIndex(({ key }) => this.#shown.get(key)?.element.matches(':focus-within'));
    return focused >= 0
      ? focused
      : Math.max(
          0,
          rows.findIndex(({ key }) => this.#shown.has(key)),
        );
  }
}

/**
 * Puts elements in order around the one at `pivot`, which itself is moved only if it is not in the container yet: moving
 * what has the focus would end it.
 */
export function arrange(container: HTMLElement, elements: readonly HTMLElement[], pivot: number): void {
  const fixed = elements[pivot];
  if (fixed === undefined) return;
  if (fixed.parentNode !== container) container.append(fixed);
  let next = fixed;
  for (let place = pivot - 1; place >= 0; place -= 1) {
    const element = elements[place];
    if (element === undefined) continue;
    if (element.nextSibling !== next) next.before(element);
    next = element;
  }
  let previous = fixed;
  for (let place = pivot + 1; place < elements.length; place += 1) {
    const element = elements[place];
    if (element === undefined) continue;
    if (previous.nextSibling !== element) previous.after(element);
    previous = element;
  }
}
