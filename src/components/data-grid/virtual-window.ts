import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the window looks at. All lengths in CSS pixels. */
export interface WindowView {
  /** The box that scrolls, once it is rendered. */
  readonly scroller: () => HTMLElement | null;
  readonly rowHeight: () => number;
  /** Height of the header that stays at the top of the scroller, over the rows. */
  readonly headerHeight: () => number;
  readonly rowCount: () => number;
  /** Called at once when other rows have come into the window, still inside the scroll event: no blank frame. */
  readonly onMove: () => void;
}

/** Rows beyond the edges, so that a step of the arrow keys or the wheel finds its row there. */
const OVERSCAN = 4;

/** Which rows of a fixed height are in a scrolling box: from `start` to before `end`. */
export class VirtualWindow implements ReactiveController {
  start = 0;
  end = 0;
  #attached: HTMLElement | undefined;
  readonly #resized = new ResizeObserver(() => this.#moveIfChanged());

  constructor(
    host: ReactiveControllerHost,
    private readonly view: WindowView,
  ) {
    host.addController(this);
  }

  /** Rows that fit between header and lower edge, at least one. */
  get pageSize(): number {
    const height = this.view.scroller()?.clientHeight ?? 0;
    return Math.max(1, Math.floor((height - this.view.headerHeight()) / this.view.rowHeight()));
  }

  /** The first row of which something is seen. */
  get topRow(): number {
    return Math.floor((this.view.scroller()?.scrollTop ?? 0) / this.view.rowHeight());
  }

  hostUpdated(): void {
    const scroller = this.view.scroller() ?? undefined;
    if (scroller !== this.#attached) this.#attach(scroller);
    this.measure();
  }

  hostDisconnected(): void {
    this.#attach(undefined);
  }

  /** Looks again; true where other rows are in the window now. */
  measure(): boolean {
    const scroller = this.view.scroller();
    const rowHeight = this.view.rowHeight();
    const top = scroller?.scrollTop ?? 0;
    const first = Math.floor(top / rowHeight);
    const start = Math.max(0, first - OVERSCAN);
    // As many wherever one stops, so that no row has to be made or taken away on the way.
    const below = first + Math.ceil((scroller?.clientHeight ?? 0) / rowHeight) + 1 + OVERSCAN;
    const end = Math.max(0, Math.min(this.view.rowCount(), below));
    const hasMoved = start !== this.start || end !== this.end;
    this.start = Math.min(start, end);
    this.end = end;
    return hasMoved;
  }

  /** Scrolls as little as needed to show a row completely. */
  reveal(row: number): void {
    const scroller = this.view.scroller();
    if (scroller === null) return;
    const rowHeight = this.view.rowHeight();
    const top = row * rowHeight;
    const bottom = top + rowHeight - (scroller.clientHeight - this.view.headerHeight());
    if (top < scroller.scrollTop) this.scrollTo(top);
    else if (bottom > scroller.scrollTop) this.scrollTo(bottom);
  }

  /** Scrolls to a place and moves the window there at once, without waiting for the scroll event. */
  scrollTo(top: number): void {
    const scroller = this.view.scroller();
    if (scroller === null) return;
    scroller.scrollTop = top;
    this.#moveIfChanged();
  }

  readonly #moveIfChanged = (): void => {
    if (this.measure()) this.view.onMove();
  };

  #attach(scroller: HTMLElement | undefined): void {
    this.#attached?.removeEventListener('scroll', this.#moveIfChanged);
    this.#resized.disconnect();
    this.#attached = scroller;
    scroller?.addEventListener('scroll', this.#moveIfChanged, { passive: true });
    if (scroller !== undefined) this.#resized.observe(scroller);
  }
}
