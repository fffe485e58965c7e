import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toPortalError, type PortalAdmin, type PortalError } from '../../contract/index.js';
import { portalLocale } from '../../locales/localization.js';
import {
  frequentFailures,
  isFailure,
  lastThirtyDays,
  signInsPerDay,
  type DayOfSignIns,
  type FrequentFailure,
  type SsoEvent,
} from '../../model/index.js';
import type { GridColumn } from '../data-grid/grid-column.js';
import { GridRows } from '../data-grid/grid-rows.js';
import type { GridView } from '../data-grid/grid-view.js';

/** `failed` = some page did not come; what came before stays and `resume` goes on from there. */
export type SsoRowsState = 'idle' | 'loading' | 'complete' | 'failed';

/** The quick filter beside the search. */
export type SsoGroup = 'all' | 'failed' | 'succeeded';
export const ssoGroups: readonly SsoGroup[] = ['all', 'failed', 'succeeded'];

/** A sign-in with its moment as a number, by which tens of thousands are sorted. */
export interface ListedSignIn {
  readonly event: SsoEvent;
  /** ms since 1970. */
  readonly time: number;
}

/** Whose log is read, and in which time zone its days are. */
export interface SsoSource {
  readonly admin: PortalAdmin;
  readonly companyId: number;
  readonly zone: string;
}

const DAY = 86_400_000;
/** What failed is summed up over so many days. */
export const RECENT_DAYS = 7;
/** ms between two sums while pages arrive: each one looks at all events, and the chart is drawn anew. */
const SUM_AFTER = 400;
const newestFirst: Partial<GridView> = { sort: [{ id: 'at', isDescending: true }] };

const tests: Readonly<Record<SsoGroup, (row: ListedSignIn) => boolean>> = {
  all: () => true,
  failed: ({ event }) => isFailure(event),
  succeeded: ({ event }) => !isFailure(event),
};

/** Loads a company's log page by page, the newest first, and sums it up; the rows of a page can be used at once. */
export class SsoRows implements ReactiveController {
  state: SsoRowsState = 'idle';
  error: PortalError | undefined;
  /** How many events the backend says there are; null where it does not count, or not yet. */
  total: number | null = null;
  /** When it was last asked for what is new, ms since 1970. */
  readAt: number | undefined;
  isRefreshing = false;
  group: SsoGroup = 'all';
  /** L4: the last 30 days. */
  perDay: readonly DayOfSignIns[] = [];
  /** Over the last few days. */
  frequent: readonly FrequentFailure[] = [];
  /** The values that occur, for the filters. */
  readonly levels = new Set<string>();
  readonly providers = new Set<string>();
  list: GridRows<ListedSignIn>;
  #source: SsoSource | undefined;
  #cursor: string | null = null;
  #running = new AbortController();
  #summedAt = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly columns: (rows: SsoRows) => readonly GridColumn<ListedSignIn>[],
    /** The clock, ms since 1970. */
    private readonly now: () => number = Date.now,
  ) {
    this.list = this.#newList();
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#running.abort();
    if (this.state === 'loading') this.#enter('idle');
  }

  count(group: SsoGroup): number {
    return group === 'all' ? this.list.all.length : this.list.count(tests[group]);
  }

  /** Forgets everything, filter and order too. */
  clear(): void {
    this.#running.abort();
    this.#source = undefined;
    this.group = 'all';
    this.#empty();
    this.list = this.#newList();
    this.#enter('idle');
  }

  /** Reads a log from its newest event on; how somebody looks at it stays where it is the same company again. */
  async start(source: SsoSource): Promise<void> {
    const isSame = source.companyId === this.#source?.companyId;
    const { view } = this.list;
    if (!isSame) this.clear();
    this.#running.abort();
    this.#source = source;
    this.#empty();
    this.list = this.#newList();
    if (isSame) this.arrange(view, this.group);
    await this.resume();
  }

  /** Goes on from the page that did not come. Never rejects. */
  async resume(): Promise<void> {
    const source = this.#source;
    if (source === undefined) return;
    this.#running = new AbortController();
    const { signal } = this.#running;
    this.#enter('loading');
    try {
      do this.#cursor = (await this.#takePage(source, this.#cursor, signal)).next;
      while (this.#cursor !== null);
      this.#sum();
      this.#enter('complete');
    } catch (thrown) {
      if (signal.aborted) return;
      this.#sum();
      this.#enter('failed', toPortalError(thrown));
    }
  }

  /**
   * Reads what has come since; after midnight everything, since the oldest day has gone. Resolves to the number of new
   * events, undefined where that is not known; never rejects.
   */
  async refresh(): Promise<number | undefined> {
    const source = this.#source;
    if (source === undefined || this.isRefreshing || this.state === 'loading') return undefined;
    this.isRefreshing = true;
    this.host.requestUpdate();
    const added = await this.#readAgain(source);
    this.isRefreshing = false;
    this.host.requestUpdate();
    return added;
  }

  async #readAgain(source: SsoSource): Promise<number | undefined> {
    const isSameDay = lastThirtyDays(this.now(), source.zone)[0]?.from === this.perDay[0]?.from;
    if (this.state === 'complete' && isSameDay) return this.#readNewest(source);
    await (this.state === 'failed' && isSameDay ? this.resume() : this.start(source));
    return undefined;
  }

  arrange(change: Partial<GridView>, group = this.group): void {
    this.group = group;
    this.list.setScope(group === 'all' ? undefined : tests[group]);
    this.list.arrange(change);
    this.host.requestUpdate();
  }

  /** Another language: the columns say other words. */
  translate(): void {
    this.list.setColumns(this.columns(this), portalLocale());
    this.host.requestUpdate();
  }

  /** From the newest page on until one holds what is known. */
  async #readNewest(source: SsoSource): Promise<number | undefined> {
    const { signal } = this.#running;
    const before = this.list.all.length;
    this.error = undefined;
    try {
      for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
        const known = this.list.all.length;
        const page = await this.#takePage(source, cursor, signal);
        cursor = this.list.all.length - known < page.count ? null : page.next;
      }
      this.#sum();
      return this.list.all.length - before;
    } catch (thrown) {
      if (!signal.aborted) this.error = toPortalError(thrown);
      return undefined;
    }
  }

  /** Resolves to how many events of the log came, and where the next page begins. */
  async #takePage(
    source: SsoSource,
    cursor: string | null,
    signal: AbortSignal,
  ): Promise<{ count: number; next: string | null }> {
    const page = await source.admin.ssoEvents(source.companyId, cursor, { signal });
    signal.throwIfAborted();
    if (cursor === null) this.#begin(source);
    const start = this.perDay[0]?.from ?? 0;
    // L1: never more, whatever a backend answers.
    const rows = page.events.map(listed).filter(({ time }) => time >= start);
    for (const { event } of rows) this.#note(event);
    this.list.add(rows);
    this.total = page.total;
    if (performance.now() - this.#summedAt > SUM_AFTER) this.#sum();
    this.host.requestUpdate();
    return { count: rows.length, next: page.next };
  }

  #begin({ zone }: SsoSource): void {
    this.readAt = this.now();
    this.perDay = signInsPerDay([], lastThirtyDays(this.readAt, zone));
    this.#summedAt = 0;
  }

  #note({ securityLevel, identityProvider }: SsoEvent): void {
    if (securityLevel !== null) this.levels.add(securityLevel);
    this.providers.add(identityProvider);
  }

  #sum(): void {
    // What has come since was added behind what is older.
    const newest = [...this.list.all].sort((one, other) => other.time - one.time);
    const events = newest.map(({ event }) => event);
    this.perDay = signInsPerDay(events, this.perDay);
    this.frequent = frequentFailures(events, this.now() - RECENT_DAYS * DAY);
    this.#summedAt = performance.now();
  }

  #empty(): void {
    this.#cursor = null;
    this.total = null;
    this.readAt = undefined;
    this.perDay = [];
    this.frequent = [];
    this.levels.clear();
    this.providers.clear();
  }

  #newList(): GridRows<ListedSignIn> {
    const list = new GridRows<ListedSignIn>({
      key: ({ event }) => event.id,
      columns: this.columns(this),
      locale: portalLocale(),
    });
    list.arrange(newestFirst);
    return list;
  }

  #enter(state: SsoRowsState, error?: PortalError): void {
    this.state = state;
    this.error = error;
    this.host.requestUpdate();
  }
}

function listed(event: SsoEvent): ListedSignIn {
  return { event, time: Date.parse(event.at) };
}
