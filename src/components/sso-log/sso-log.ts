import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { PortalAdmin, PortalChange } from '../../contract/index.js';
import { portalLocale } from '../../locales/localization.js';
import type { SsoEvent, SsoEventType } from '../../model/index.js';
import '../contact-grid/grid-events.js';
import '../data-grid/data-grid.js';
import type { PortalDataGrid } from '../data-grid/data-grid.js';
import type { RowHandlers } from '../data-grid/grid-input.js';
import type { ColumnFilter } from '../data-grid/grid-view.js';
import {
  Announcer,
  CompanyElement,
  define,
  errorNotice,
  loadingSkeleton,
  LoadTask,
  missingNotice,
  numberWords,
  PortalEvent,
  reconnectingNotice,
} from '../shared/index.js';
import { gridParts } from '../shared/parts.js';
import type { AdviceTopic } from './sso-advice.js';
import './sso-advice.js';
import './sso-chart.js';
import { ssoColumns } from './sso-columns.js';
import { loadLogFacts, type LogFacts } from './sso-facts.js';
import { ssoCellStyles, ssoLogStyles } from './sso-log.styles.js';
import { contactHint, logAbsent, logEmpty, nothingFits, readFailure, zoneNotice } from './sso-notices.js';
import { RECENT_DAYS, SsoRows, type ListedSignIn, type SsoGroup } from './sso-rows.js';
import { failureSummary } from './sso-summary.js';
import { SsoTimes } from './sso-times.js';
import { logTitle, outcomeChips, shownWords } from './sso-toolbar.js';

const cellStyles = [ssoCellStyles];

/**
 * The sign-ins through identity providers of the last 30 days: what failed, on which days, and what to do about it.
 *
 * @summary Give it `admin` and `companyId`. Rows can be used while more are loading; 50,000 are fine.
 * @fires portal-edit-contact - The admin wants to edit a contact. Call `preventDefault()` where you open a page for it.
 * @csspart card - The frame around a group.
 * @csspart header - The title line above it all.
 * @csspart chart - The sign-ins per day.
 * @csspart tools - Search, quick filters and buttons above a grid.
 * @csspart grid - The box of a grid that scrolls.
 * @csspart grid-header - The row of column headers.
 * @csspart header-cell - A column header.
 * @csspart grid-row - A row of a grid.
 * @csspart cell - A cell of a grid.
 * @csspart foot - Count and order below a grid.
 * @csspart empty - In place of rows where there are none.
 */
@localized()
export class PortalSsoLog extends CompanyElement {
  static override styles = ssoLogStyles;

  #times: SsoTimes | undefined;
  readonly #announcer = new Announcer(this);
  readonly #facts = new LoadTask<LogFacts>(this);
  readonly #rows: SsoRows = new SsoRows(this, (rows) => this.#columns(rows));
  readonly #handlers: RowHandlers<ListedSignIn> = {
    activate: ({ event }) => this.#explain({ type: event.type, event }),
  };

  @query('portal-data-grid') private readonly grid!: PortalDataGrid<ListedSignIn> | null;
  @state() private topic: AdviceTopic | undefined;
  /** Nobody opened a page for this contact. */
  @state() private unopened: string | undefined;

  #unsubscribe: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('admin') || changed.has('companyId')) this.#load();
    if (this.#times === undefined || this.#times.locale === portalLocale()) return;
    this.#times = new SsoTimes(this.#times.zone);
    this.#rows.translate();
  }

  /** The rows are a part of this element, so it is complete when they are. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.grid?.updateComplete;
    return isComplete;
  }

  protected override render(): TemplateResult {
    return html`<section class="frame" part="card" aria-label=${msg('Single sign-on log')}>
        ${logTitle(this.#rows, () => void this.#refresh())}
        ${this.reconnecting ? html`<div class="notices">${reconnectingNotice()}</div>` : nothing}
        ${this.#content()}
      </section>
      <portal-sso-advice
        .topic=${this.topic}
        .times=${this.#times}
        .openContact=${this.#openContact}
        @close=${() => (this.topic = undefined)}
      ></portal-sso-advice>
      ${this.#announcer.region()}`;
  }

  #content(): unknown {
    const facts = this.#facts.value;
    const missing = missingNotice(this, {
      withoutAdmin: msg('The sign-ins appear once a connection is set up.'),
      withoutCompany: msg('Open a company to see its sign-ins.'),
    });
    if (missing !== undefined) return html`<div class="notices">${missing}</div>`;
    if (this.#facts.error)
      return html`<div class="notices">${errorNotice(this.#facts.error, this.#load)}</div>`;
    if (facts === undefined) return loadingSkeleton(msg('Loading sign-ins'));
    if (facts.ssoLog.state === 'absent') return logAbsent(facts.ssoLog);
    return html`<div class="notices">${this.#notices(facts)}</div>
      ${this.#log(facts)}`;
  }

  #notices(facts: LogFacts): unknown[] {
    return [
      readFailure(this.#rows, () => void this.#refresh()),
      zoneNotice(facts),
      this.unopened === undefined ? undefined : contactHint(this.unopened),
    ].filter((one) => one !== undefined);
  }

  #log(facts: LogFacts): unknown {
    const { list, state, frequent, perDay } = this.#rows;
    if (list.all.length === 0 && state === 'loading') return loadingSkeleton(msg('Loading sign-ins'));
    if (list.all.length === 0) return state === 'complete' ? logEmpty(() => void this.#refresh()) : nothing;
    return html`${this.#times === undefined ? nothing : failureSummary(frequent, this.#times, this.#ways)}
      <portal-sso-chart
        part="chart"
        .days=${perDay}
        .shownDay=${this.#shownDay}
        .choose=${this.#showDay}
      ></portal-sso-chart>
      ${this.#grid(facts)}`;
  }

  #grid({ companyName, zone }: LogFacts): TemplateResult {
    return html`<portal-data-grid
      grid-id="sso-log"
      exportparts=${gridParts}
      label=${msg(str`Sign-ins of ${companyName}`)}
      search-label=${msg('Search sign-ins')}
      .rows=${this.#rows.list}
      .handlers=${this.#handlers}
      .cellStyles=${cellStyles}
      .countWords=${() => shownWords(this.#rows)}
    >
      ${outcomeChips(this.#rows, this.#showGroup)}
      <div slot="empty">${nothingFits(this.#showAll)}</div>
      <span slot="foot" class="zone">${msg(str`Times: ${this.#times?.zoneWords ?? zone}`)}</span>
    </portal-data-grid>`;
  }

  #columns({ levels, providers }: SsoRows): ReturnType<typeof ssoColumns> {
    // Before the company's zone is known there are no rows.
    const times = this.#times ?? new SsoTimes('UTC');
    return ssoColumns({
      times,
      levels,
      providers,
      openContact: ({ event }) => this.#openContact(event),
      explain: ({ event }) => this.#explain({ type: event.type, event }),
    });
  }

  readonly #load = (): void => {
    const { admin, companyId } = this;
    this.#unsubscribe?.();
    this.topic = this.unopened = undefined;
    this.#facts.reset();
    if (admin === undefined || companyId === undefined) {
      this.#rows.clear();
      return;
    }
    this.#unsubscribe = admin.subscribe((change) => this.#onChange(change));
    void this.#read(admin, companyId);
  };

  async #read(admin: PortalAdmin, companyId: number): Promise<void> {
    const isTaken = await this.#facts.run((signal) => loadLogFacts(admin, companyId, signal));
    const facts = this.#facts.value;
    if (!isTaken || facts === undefined) return;
    this.#times = new SsoTimes(facts.zone);
    if (facts.ssoLog.state === 'absent') this.#rows.clear();
    else await this.#rows.start({ admin, companyId, zone: facts.zone });
  }

  #onChange(change: PortalChange): void {
    if (change.kind === 'connection') this.#load();
    // The company's time zone may be another one now, and with it its days.
    if (change.kind === 'settings' && change.companyId === this.companyId) void this.#readZone();
  }

  async #readZone(): Promise<void> {
    const { admin, companyId } = this;
    if (admin === undefined || companyId === undefined) return;
    const facts = await loadLogFacts(admin, companyId, new AbortController().signal).catch(() => undefined);
    const isStillShown = admin === this.admin && companyId === this.companyId;
    if (isStillShown && facts !== undefined && facts.zone !== this.#times?.zone) this.#load();
  }

  async #refresh(): Promise<void> {
    const added = await this.#rows.refresh();
    if (added === undefined) return;
    this.#announcer.announce(addedWords(added));
  }

  readonly #ways = {
    show: (type: SsoEventType): void => {
      const from = Date.now() - RECENT_DAYS * 86_400_000;
      this.#arrange({ type: { kind: 'choice', values: [type] }, at: { kind: 'range', from, to: null } });
      this.#goToRows();
    },
    explain: (type: SsoEventType): void => this.#explain({ type }),
  };

  #explain(topic: AdviceTopic): void {
    this.topic = topic;
  }

  /** The day of which alone sign-ins are shown, whoever set the filter. */
  get #shownDay(): string | undefined {
    const filter = this.#rows.list.view.filters.at;
    if (filter?.kind !== 'range') return undefined;
    return this.#rows.perDay.find(({ from, until }) => filter.from === from && filter.to === until - 1)?.day;
  }

  readonly #showDay = (day: string | undefined): void => {
    const filters = { ...this.#rows.list.view.filters };
    delete filters.at;
    const shown = this.#rows.perDay.find((one) => one.day === day);
    if (shown !== undefined) filters.at = { kind: 'range', from: shown.from, to: shown.until - 1 };
    this.#arrange(filters, this.#rows.group);
    this.#announcer.announce(shownWords(this.#rows));
  };

  readonly #showGroup = (group: SsoGroup): void => {
    this.#rows.arrange({}, group);
    this.grid?.toTop();
  };

  readonly #showAll = (): void => {
    this.#rows.arrange({ query: '' });
    this.#arrange({});
  };

  #arrange(filters: Record<string, ColumnFilter>, group: SsoGroup = 'all'): void {
    this.#rows.arrange({ filters }, group);
    this.grid?.toTop();
  }

  #goToRows(): void {
    const first = this.#rows.list.at(0);
    if (first !== undefined) void this.grid?.goTo(first.event.id, 'at');
  }

  readonly #openContact = ({ contactId, contactName }: SsoEvent): void => {
    const { companyId } = this;
    if (contactId === null || companyId === undefined) return;
    const contact = { id: contactId, companyId };
    const event = new PortalEvent('portal-edit-contact', { contact }, { cancelable: true });
    this.unopened = this.dispatchEvent(event) ? (contactName ?? String(contactId)) : undefined;
  };
}

function addedWords(count: number): string {
  if (count === 0) return msg('No new sign-ins.');
  return count === 1 ? msg('1 new sign-in.') : msg(str`${numberWords(count)} new sign-ins.`);
}

define('portal-sso-log', PortalSsoLog);

declare global {
  interface HTMLElementTagNameMap {
    'portal-sso-log': PortalSsoLog;
  }
}
