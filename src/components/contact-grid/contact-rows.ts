import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MOST_CONTACTS, PortalError, toPortalError, type PortalAdmin } from '../../contract/index.js';
import { portalLocale } from '../../locales/localization.js';
import type { ContactRow } from '../../model/index.js';
import type { GridColumn } from '../data-grid/grid-column.js';
import { GridRows } from '../data-grid/grid-rows.js';
import type { GridView } from '../data-grid/grid-view.js';
import { ListedRows, type ListedRow } from './listed-rows.js';
import { belongsTo, noRules, type RowGroup, type RowRules } from './row-rules.js';

/** `failed` = some page did not come; what came before stays and `resume` goes on from there. */
export type RowsState = 'idle' | 'loading' | 'complete' | 'failed';

/** ms between two looks at accounts that others change: a bulk operation needs the API more than the list does. */
const REFRESH_PAUSE = 1000;

/** How the rows are looked at before anybody says otherwise. */
const firstView: Partial<GridView> = { sort: [{ id: 'name', isDescending: false }] };

interface Source {
  readonly admin: PortalAdmin;
  readonly companyId: number;
}

/**
 * Loads a company's contacts page by page; the rows of a page can be used while the next one is on its way. Ends with
 * its host, with another company, or when `stop` is called.
 */
export class ContactRows implements ReactiveController {
  state: RowsState = 'idle';
  error: PortalError | undefined;
  /** How many contacts the backend says there are; null where it does not count, or not yet. */
  total: number | null = null;
  /** The quick filter that is in force. */
  group: RowGroup = 'all';
  /** What is known beside the rows. */
  rules = noRules;
  #listed: ListedRows;
  #source: Source | undefined;
  #cursor: string | null = null;
  /** Where the newest page so far begins. */
  #lastCursor: string | null = null;
  #loaded: Promise<void> = Promise.resolve();
  #running = new AbortController();
  /** Contacts whose account somebody else has changed. */
  readonly #changed = new Set<number>();
  #isRefreshing = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** As the rules, and the language, have them. */
    private readonly columns: (rules: RowRules) => readonly GridColumn<ListedRow>[],
  ) {
    this.#listed = this.#newList();
    host.addController(this);
  }

  get list(): GridRows<ListedRow> {
    return this.#listed.list;
  }

  /** How many contacts a quick filter would show, whatever else is searched for. */
  count(group: RowGroup): number {
    if (group === 'all') return this.list.all.length;
    if (group === 'not-active') return this.count('all') - this.count('active');
    return this.list.count(this.#tests[group]);
  }

  /** Forgets everything, filter and order too: another company is another list. */
  clear(): void {
    this.stop();
    this.#listed.stop();
    this.#listed = this.#newList();
    this.group = 'all';
    this.#source = undefined;
    this.#changed.clear();
    this.total = null;
    this.#enter('idle');
  }

  /**
   * Reads a company from its first page on; what was searched stays where it is the same company again. Resolves when
   * the last page is there, a page failed, or the loading was stopped; it never rejects.
   */
  async start(admin: PortalAdmin, companyId: number): Promise<void> {
    const { group } = this;
    const { view } = this.list;
    const isSame = companyId === this.#source?.companyId;
    this.clear();
    if (isSame) this.arrange(view, group);
    this.#source = { admin, companyId };
    this.#cursor = this.#lastCursor = null;
    await this.resume();
  }

  /** Goes on from the page that did not come. */
  resume(): Promise<void> {
    this.#loaded = this.#loadRest();
    return this.#loaded;
  }

  async #loadRest(): Promise<void> {
    if (this.#source === undefined) return;
    this.#running = new AbortController();
    const { signal } = this.#running;
    this.#enter('loading');
    try {
      while (await this.#loadPage(this.#source, signal)) this.host.requestUpdate();
      this.#enter('complete');
    } catch (thrown) {
      if (!signal.aborted) this.#enter('failed', toPortalError(thrown));
    }
  }

  /** Ends loading. The rows so far stay. */
  stop(): void {
    this.#running.abort();
    if (this.state === 'loading') this.#enter('idle');
  }

  hostDisconnected(): void {
    this.stop();
  }

  arrange(change: Partial<GridView>, group = this.group): void {
    this.group = group;
    this.list.setScope(group === 'all' ? undefined : this.#tests[group]);
    this.list.arrange(change);
    this.host.requestUpdate();
  }

  /** Rules and language change what cells say. */
  setRules(rules: RowRules): void {
    this.rules = rules;
    this.list.setColumns(this.columns(this.rules), portalLocale());
    this.host.requestUpdate();
  }

  /** Shows a changed row at its place. */
  update(row: ContactRow): void {
    this.#listed.update(row);
    this.host.requestUpdate();
  }

  /** Shows a contact that was just added. */
  insert(row: ContactRow): void {
    this.#listed.add([row], this.#lastCursor);
    if (this.total !== null) this.total = Math.max(this.total, this.list.all.length);
    this.host.requestUpdate();
  }

  /**
   * Reads the newest contacts: the last page that is known, and those that have come since. Waits for the loading to end.
   * Rejects with a `PortalError`.
   */
  async readNewest(): Promise<ContactRow[]> {
    await this.#loaded;
    const { list } = this;
    if (this.#source === undefined || this.state !== 'complete') throw new PortalError({ code: 'offline' });
    const { admin, companyId } = this.#source;
    const newest: ContactRow[] = [];
    for (let cursor: string | null = this.#lastCursor, isFirst = true; isFirst || cursor !== null;) {
      const page = await admin.contacts(companyId, cursor);
      if (list !== this.list) return newest;
      this.#add(page.rows, cursor);
      newest.push(...page.rows);
      this.#lastCursor = cursor;
      cursor = page.next;
      isFirst = false;
    }
    this.host.requestUpdate();
    return newest;
  }

  /**
   * Reads a contact again, together with the page it came with: the contract has no smaller question. Resolves to
   * undefined where it is not there any more; rejects with a `PortalError`.
   */
  async reread(contactId: number): Promise<ContactRow | undefined> {
    const cursor = this.#listed.cursorOf(contactId);
    if (this.#source === undefined || cursor === undefined) return undefined;
    return (await this.#rereadPage(this.#source, cursor)).find(({ contact }) => contact.id === contactId);
  }

  /** Shows a page that has changed. Never rejects: without an answer the rows stay as they were. */
  async refreshPage(cursor: string | null): Promise<void> {
    if (this.#source !== undefined) await this.#rereadPage(this.#source, cursor).catch(() => undefined);
  }

  async #rereadPage({ admin, companyId }: Source, cursor: string | null): Promise<ContactRow[]> {
    const { list } = this;
    const { rows } = await admin.contacts(companyId, cursor);
    if (list === this.list) this.#add(rows, cursor);
    this.host.requestUpdate();
    return rows;
  }

  /**
   * Shows what somebody else changed about a contact's account. A bulk operation changes many: those that come while one
   * answer is awaited, or shortly after it, are asked for together. Never rejects: without an answer a row stays as it was.
   */
  refresh(contactId: number): void {
    this.#changed.add(contactId);
    if (this.#isRefreshing) return;
    this.#isRefreshing = true;
    void this.#refreshChanged().finally(() => {
      this.#isRefreshing = false;
    });
  }

  async #refreshChanged(): Promise<void> {
    while (this.#changed.size > 0) {
      const contactIds = [...this.#changed].slice(0, MOST_CONTACTS);
      for (const contactId of contactIds) this.#changed.delete(contactId);
      if (this.#source !== undefined)
        await this.#rereadAccounts(this.#source, contactIds).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, REFRESH_PAUSE));
    }
  }

  async #rereadAccounts({ admin, companyId }: Source, contactIds: number[]): Promise<void> {
    const { list } = this;
    const accounts = await admin.portalUsers(companyId, contactIds);
    if (list !== this.list) return;
    const found = new Map(accounts.map((account) => [account.contactId, account]));
    for (const contactId of contactIds) {
      const row = list.rowOf(contactId);
      if (row !== undefined) this.#listed.update({ ...row, portalUser: found.get(contactId) ?? null });
    }
    this.host.requestUpdate();
  }

  /** True while there is a next page. */
  async #loadPage({ admin, companyId }: Source, signal: AbortSignal): Promise<boolean> {
    const page = await admin.contacts(companyId, this.#cursor, { signal });
    signal.throwIfAborted();
    this.#add(page.rows, this.#cursor);
    this.#lastCursor = this.#cursor;
    this.total = page.total;
    this.#cursor = page.next;
    return page.next !== null;
  }

  #add(rows: readonly ContactRow[], cursor: string | null): void {
    this.#listed.add(rows, cursor);
  }

  #newList(): ListedRows {
    const list = new GridRows<ListedRow>({
      key: ({ contact }) => contact.id,
      columns: this.columns(this.rules),
      locale: portalLocale(),
    });
    list.arrange(firstView);
    return new ListedRows(list);
  }

  /** Always the same functions, by which the counts are kept. */
  readonly #tests: Record<RowGroup, (row: ListedRow) => boolean> = {
    all: () => true,
    active: (row) => belongsTo('active', row, this.rules),
    'not-active': (row) => belongsTo('not-active', row, this.rules),
    attention: (row) => belongsTo('attention', row, this.rules),
  };

  #enter(state: RowsState, error?: PortalError): void {
    this.state = state;
    this.error = error;
    this.host.requestUpdate();
  }
}
