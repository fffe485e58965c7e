import type { Collation } from './collation.js';
import { columnOrder, type ColumnOrder } from './column-order.js';
import type { GridColumn } from './grid-column.js';
import type { SortKey } from './grid-view.js';
import type { GrowingOrder } from './growing-order.js';
import { mergedPlaces } from './merged-places.js';
import { placesInOrder, sortedPlaces, type RankedKey } from './place-order.js';

interface SortedColumn<Row> {
  readonly id: string;
  readonly isDescending: boolean;
  readonly order: ColumnOrder<Row>;
}

/** As many columns' ranks are kept: those that somebody sorts by in turn. */
const KEPT_RANKS = 4;

/** ms before an order is gone on with, so that what is seen first is painted first; and ms of work at a stretch. */
const FIRST_PAINT = 50;
const SLICE_MS = 5;

/**
 * The order in which rows are looked at. Each column's values are ranked once and then compared as integers. Many texts are
 * put in order first where somebody looks, and for the rest in slices between the frames; nobody can see a difference.
 */
export class ViewOrder<Row> {
  #sort: readonly SortedColumn<Row>[] = [];
  /** All places, as long as their order is certain. */
  #sorted: Int32Array | undefined;
  /** The order that is not finished yet, and whether it is one of all rows. */
  #growing: { readonly order: GrowingOrder; readonly id: string; readonly isOfAll: boolean } | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  readonly #ranks = new Map<string, Uint32Array>();

  /**
   * @param all the rows by place.
   * @param growingFrom so many rows and more are put in order little by little.
   */
  constructor(
    private readonly all: readonly Row[],
    private readonly growingFrom: number,
  ) {}

  /** By which columns. Where that, or what they say, is other than before, `forget` has to come before or after it. */
  setSort(keys: readonly SortKey[], columns: readonly GridColumn<Row>[], collation: Collation): void {
    this.#sort = keys.flatMap(({ id, isDescending }) => {
      const column = columns.find((candidate) => candidate.id === id);
      return column === undefined ? [] : [{ id, isDescending, order: columnOrder(column, collation) }];
    });
  }

  /** Rows are to stand in another order. */
  forgetOrder(): void {
    this.#sorted = undefined;
    this.#stop();
  }

  /** Rows say other things now, or there are others. */
  forgetRows(): void {
    this.forgetOrder();
    this.#ranks.clear();
  }

  /**
   * The places that fit, in order. Until the next call what is asked for there has to be settled first.
   *
   * @param fits 1 for a place that does; undefined where all do.
   */
  places(fits: Uint8Array | undefined): Int32Array {
    if (this.#sorted === undefined) {
      const growing = this.#grow(fits);
      if (growing !== undefined) return growing.places;
    }
    const sorted = this.sorted();
    return fits === undefined ? sorted : sorted.filter((place) => fits[place] === 1);
  }

  /** All places in order. */
  sorted(): Int32Array {
    if (this.#growing?.isOfAll === true) this.finish();
    this.#sorted ??= sortedPlaces(this.all.length, this.#sort.map(this.#rankedKey));
    return this.#sorted;
  }

  /** Makes certain what stands at a position of the places that were given last. */
  settle(position: number): void {
    this.#growing?.order.settle(position, position + 1);
  }

  /** Where a place stands among those that were given last, or -1. */
  positionOf(place: number, given: Int32Array): number {
    return this.#growing === undefined ? given.indexOf(place) : this.#growing.order.positionOf(place);
  }

  /** Makes certain where each of the places stands that were given last. */
  finish(): void {
    this.#growing?.order.proceed();
    this.#keepGrown();
  }

  /** The places from `first` on, in order. */
  sortedFrom(first: number): Int32Array {
    const rows = this.all.slice(first);
    const keys = this.#sort.map(({ order, isDescending }) => ({ ranks: order.rank(rows), isDescending }));
    return sortedPlaces(rows.length, keys).map((place) => first + place);
  }

  merged(sorted: Int32Array, added: Int32Array): Int32Array {
    return mergedPlaces(sorted, added, this.#compare);
  }

  #grow(fits: Uint8Array | undefined): GrowingOrder | undefined {
    const [key, ...others] = this.#sort;
    if (key === undefined || others.length > 0 || this.all.length < this.growingFrom) return undefined;
    const isOfAll = fits === undefined;
    if (isOfAll && this.#growing?.isOfAll === true) return this.#growing.order;
    const { id, isDescending, order } = key;
    if (order.grow === undefined || this.#ranks.has(id)) return undefined;
    const all = placesInOrder(0, this.all.length);
    const places = isOfAll ? all : all.filter((place) => fits[place] === 1);
    const growing = order.grow(this.all, places, isDescending);
    this.#stop();
    if (growing === undefined) return undefined;
    this.#growing = { order: growing, id, isOfAll };
    this.#rest = setTimeout(this.#goOn, FIRST_PAINT);
    return growing;
  }

  readonly #goOn = (): void => {
    const until = performance.now() + SLICE_MS;
    if (this.#growing?.order.proceed(() => performance.now() < until) === false)
      this.#rest = setTimeout(this.#goOn);
    else this.#keepGrown();
  };

  #keepGrown(): void {
    if (this.#growing?.isOfAll === true) {
      const { order, id } = this.#growing;
      this.#sorted = order.places;
      this.#keepRanks(id, order.ranks());
    }
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#rest);
    this.#growing = undefined;
  }

  readonly #rankedKey = ({ id, isDescending, order }: SortedColumn<Row>): RankedKey => {
    const ranks = this.#ranks.get(id) ?? order.rank(this.all);
    this.#keepRanks(id, ranks);
    return { ranks, isDescending };
  };

  #keepRanks(id: string, ranks: Uint32Array): void {
    // Moved to the end of the map: what was used longest ago goes first.
    this.#ranks.delete(id);
    this.#ranks.set(id, ranks);
    const [oldest] = this.#ranks.keys();
    if (this.#ranks.size > KEPT_RANKS && oldest !== undefined) this.#ranks.delete(oldest);
  }

  readonly #compare = (one: number, other: number): number => {
    const [row, against] = [this.all[one] as Row, this.all[other] as Row];
    for (const { order, isDescending } of this.#sort) {
      const difference = order.compare(row, against, isDescending);
      if (difference !== 0) return difference;
    }
    return one - other;
  };
}
