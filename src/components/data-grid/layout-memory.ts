import type { ReactiveController, ReactiveControllerHost } from 'lit';
import * as v from 'valibot';
import {
  GridViewSchema,
  type GridLayout,
  type GridLayoutStore,
  type GridView,
} from '../../contract/index.js';
import type { GridRows } from './grid-rows.js';

/** ms after the last change until it is saved: a column's edge is dragged through many widths. */
const SAVE_AFTER = 400;

/** Under which name, and where, a grid is remembered. */
interface LayoutSource {
  /** '' = nowhere. */
  readonly gridId: string;
  readonly store: GridLayoutStore;
}

export interface LayoutMemoryOptions<Row> {
  readonly rows: () => GridRows<Row> | undefined;
  readonly source: () => LayoutSource;
}

/**
 * Brings a grid's columns and order back as somebody left them, and keeps what changes. A place that can't be reached costs
 * only the memory: the grid is used as it is. What somebody arranges before the answer is there stands.
 */
export class LayoutMemory<Row> implements ReactiveController {
  #rows: GridRows<Row> | undefined;
  #source: LayoutSource | undefined;
  /** As it is kept; undefined until that is known. */
  #kept: GridLayout | undefined;
  /** A view that was set and waits for the next update. */
  #wanted: GridView | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: LayoutMemoryOptions<Row>,
  ) {
    host.addController(this);
  }

  /** The rows' view. One that is set goes before what is remembered; what is no view is passed over. */
  get view(): GridView | undefined {
    return this.#wanted ?? this.options.rows()?.view;
  }
  set view(view: GridView | undefined) {
    const parsed = v.safeParse(GridViewSchema, view);
    if (!parsed.success) return;
    this.#wanted = parsed.output;
    this.host.requestUpdate();
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.#followOptions();
    if (this.#wanted === undefined || this.#rows === undefined) return;
    this.#rows.arrange(this.#wanted);
    this.#wanted = undefined;
  }

  #followOptions(): void {
    const rows = this.options.rows();
    const source = this.options.source();
    const isSameSource = source.gridId === this.#source?.gridId && source.store === this.#source.store;
    if (rows === this.#rows && isSameSource) return;
    this.#leave();
    if (!isSameSource) this.#kept = undefined;
    this.#source = source;
    this.#rows = rows;
    if (rows === undefined || source.gridId === '') return;
    if (this.#kept === undefined) void this.#load(rows, source);
    else this.#follow(rows, this.#kept, layoutOf(rows.view));
  }

  hostDisconnected(): void {
    this.#leave();
    this.#rows = undefined;
  }

  async #load(rows: GridRows<Row>, source: LayoutSource): Promise<void> {
    const before = layoutOf(rows.view);
    const layout = await source.store.load(source.gridId).catch(() => undefined);
    // Other rows have come meanwhile, or nobody is there any more.
    if (rows !== this.#rows || source !== this.#source) return;
    this.#follow(rows, layoutOf(layout ?? before), before);
  }

  /** @param before how the rows stood when they were asked for: what has changed since then was somebody's wish. */
  #follow(rows: GridRows<Row>, kept: GridLayout, before: GridLayout): void {
    this.#kept = kept;
    if (areEqual(layoutOf(rows.view), before) && !areEqual(kept, before)) rows.arrange(kept);
    this.#unsubscribe = rows.subscribe((change) => {
      // A thousand rows that change one after the other are no layout.
      if (change === 'order') this.#onChange();
    });
    this.#onChange();
  }

  readonly #onChange = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#rows === undefined || areEqual(layoutOf(this.#rows.view), this.#kept)) return;
    this.#timer = setTimeout(this.#save, SAVE_AFTER);
  };

  readonly #save = (): void => {
    this.#timer = undefined;
    if (this.#rows === undefined || this.#source === undefined) return;
    this.#kept = layoutOf(this.#rows.view);
    void this.#source.store.save(this.#source.gridId, this.#kept).catch(() => undefined);
  };

  /** What waits to be saved is saved now. */
  #leave(): void {
    if (this.#timer !== undefined) {
      clearTimeout(this.#timer);
      this.#save();
    }
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }
}

/** Nothing else of a view, and in one order of keys, so that equal ones are equal as text. */
function layoutOf({ columns, sort }: GridLayout): GridLayout {
  return {
    columns: columns.map(({ id, width, isHidden, isPinned }) => ({ id, width, isHidden, isPinned })),
    sort: sort.map(({ id, isDescending }) => ({ id, isDescending })),
  };
}

function areEqual(one: GridLayout, other: GridLayout | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
