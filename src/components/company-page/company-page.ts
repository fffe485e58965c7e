import { localized, msg, str } from '@lit/localize';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { PageMemory, PortalJobs } from '../../contract/index.js';
import '../company-settings/company-settings.js';
import type { PortalCompanySettings } from '../company-settings/company-settings.js';
import '../job-list/job-list.js';
import type { PlanAgain } from '../job-list/plan-again.js';
import '../taskfire/taskfire.js';
import {
  Announcer,
  CompanyElement,
  define,
  jobsContext,
  LazyPart,
  pageMemoryContext,
  provided,
  tellNavigation,
} from '../shared/index.js';
import { pageParts } from '../shared/parts.js';
import './company-news.js';
import { companyPageStyles } from './company-page.styles.js';
import { HashLinks } from './hash-links.js';
import { NearbyParts } from './nearby-parts.js';
import { pageActions } from './page-actions.js';
import { allFinds, type Action, type Find } from './page-finds.js';
import { localPageMemory } from './page-memory.js';
import { pageNavigation } from './page-navigation.js';
import { partCode, partElement, type PartContext } from './page-parts.js';
import {
  heavyParts,
  partIds,
  partTitle,
  placeIds,
  placeOf,
  placeTitle,
  settingsSectionOf,
  type PagePlace,
  type PartId,
  type PlaceId,
} from './page-places.js';
import './page-search.js';
import type { PortalPageSearch } from './page-search.js';
import { PageShortcuts } from './page-shortcuts.js';
import { PlaceWatch } from './place-watch.js';
import './shortcuts-sheet.js';

/**
 * Everything about one company's portal in one page: settings, users, jobs, with a way to each section, a search over all of it,
 * and what has changed since the last visit. What is written inside is told by the inner elements' events, which are heard here too.
 *
 * @summary Give it `admin`, `companyId` and, for changes of many contacts, `jobs`.
 * @fires {PortalBeforeWriteEvent} portal-before-write - Something is about to be written. Call `refuse(reason)` to keep it from being written.
 * @fires portal-navigate - Somebody goes to a section or setting, named by `detail.target`. Call `preventDefault()` where you
 *   lead them there yourself by setting `target`.
 * @csspart navigation - The way to the sections, and the search.
 * @csspart section - A section beside the settings: users, logos, jobs …
 * @csspart card - The frame around a group.
 * @csspart header - The title line above it all.
 * @csspart heading - The title of a card.
 * @csspart row - One setting: what it is, and its control.
 * @csspart label - The name of a setting.
 * @csspart help - What the setting does.
 * @csspart control - The control, and the notes under it.
 * @csspart notes - What is wrong, why it is locked, what it was, where it comes from.
 * @csspart bar - At the lower edge: what would be saved, or what came of it.
 * @csspart chart - The sign-ins per day.
 * @csspart job - A job with all that belongs to it.
 * @csspart progress - How far a job is.
 * @csspart preview - The drawing of a page with the logo in it.
 * @csspart tools - Search, quick filters and buttons above a grid.
 * @csspart grid - The box of a grid that scrolls.
 * @csspart grid-header - The row of column headers.
 * @csspart header-cell - A column header.
 * @csspart grid-row - A row of a grid.
 * @csspart cell - A cell of a grid.
 * @csspart selection-bar - What can be done with selected rows.
 * @csspart foot - Count and order below a grid.
 * @csspart empty - In place of rows where there are none.
 */
@localized()
export class PortalCompanyPage extends CompanyElement {
  static override styles = companyPageStyles;

  /** Who runs changes of many contacts; without, they can be planned only. */
  @provided(jobsContext)
  @property({ attribute: false })
  jobs?: PortalJobs | undefined;

  /** What the page remembers of its user; set here, or for all elements below a `<portal-provider>`. */
  @provided(pageMemoryContext)
  @property({ attribute: false })
  memory?: PageMemory | undefined;

  /** Where the page is: `users`, `settings/tickets`, `settings/twoFactor` … Setting it leads there. */
  @property() target = '';

  /** Reads and writes `target` in the address's hash, after this prefix, for example `portal/`. */
  @property({ attribute: 'hash-links' }) hashLinks?: string;

  @query('portal-company-settings') private readonly settings!: PortalCompanySettings | null;
  @query('portal-page-search') private readonly search!: PortalPageSearch | null;
  @state() private again: PlanAgain | undefined;
  @state() private isHelpOpen = false;
  @state() private isListOpen = false;

  readonly #announcer = new Announcer(this);
  readonly #code = new Map(
    heavyParts.map(
      (part) => [part, new LazyPart(this, partCode[part] ?? (() => Promise.resolve()))] as const,
    ),
  );
  readonly #shortcuts = new PageShortcuts(this, {
    search: () => this.search?.focus(),
    help: () => {
      this.isHelpOpen = true;
    },
    go: (place) => this.#navigate(place),
  });
  readonly #watch = new PlaceWatch(this, {
    places: () => this.#places,
    rectOf: (place) => this.#rectOf(place),
  });
  readonly #nearby = new NearbyParts<PartId>(this, {
    ids: heavyParts,
    elementOf: (part) => this.#partElement(part),
    isSettled: () => this.#shownCompany === this.companyId && this.companyId !== undefined,
  });
  readonly #hash = new HashLinks(this, {
    prefix: () => this.hashLinks,
    go: (target) => this.goTo(target),
  });
  /** The company whose settings stand there, so that what is below has its place. */
  #shownCompany: number | undefined;
  /** Where to go once that is so. */
  #wanted: PagePlace | undefined;
  /** The target that was gone to last. */
  #reached = '';

  /** Leads to a target, also once more to where the page already was. Returns false where there is none of that name. */
  goTo(target: string): boolean {
    const place = placeOf(target);
    if (place === undefined || !this.#places.includes(place.place)) return false;
    this.#reached = target;
    this.target = target;
    this.#go(place);
    return true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('companyId')) this.#shownCompany = this.again = undefined;
    if (changed.has('memory')) void this.#loadChoices();
    for (const [part, code] of this.#code) code.want(this.#nearby.isWanted(part));
  }

  protected override firstUpdated(): void {
    void this.updateComplete.then(this.#hash.read);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('target') && this.target !== this.#reached) void this.#follow(this.target);
  }

  protected override render(): TemplateResult {
    if (this.admin === undefined || this.companyId === undefined) return this.#settings();
    return html`<div class="layout">
        ${this.#navigation()}
        <div class="main" tabindex="-1" @portal-plan-again=${this.#onPlanAgain}>
          <portal-company-news .memory=${this.#memory} .companyId=${this.companyId}></portal-company-news>
          ${this.#settings()} ${this.#parts.map((part) => this.#part(part))}
        </div>
      </div>
      <portal-shortcuts-sheet
        ?open=${this.isHelpOpen}
        ?is-on=${this.#shortcuts.isOn}
        .places=${this.#places}
        .turn=${this.#turnShortcuts}
        @close=${this.#closeHelp}
      ></portal-shortcuts-sheet>
      ${this.#announcer.region()}`;
  }

  /** The target was set from outside. */
  async #follow(target: string): Promise<void> {
    this.#reached = target;
    await this.updateComplete;
    this.goTo(target);
  }

  get #memory(): PageMemory {
    return this.memory ?? localPageMemory;
  }

  get #parts(): readonly PartId[] {
    return partIds.filter((part) => part !== 'jobs' || this.jobs !== undefined);
  }

  get #places(): readonly PlaceId[] {
    const parts: readonly PlaceId[] = this.#parts;
    return placeIds.filter((place) => settingsSectionOf(place) !== undefined || parts.includes(place));
  }

  get #actions(): Action[] {
    const { settings } = this;
    return pageActions({
      openGlobals: settings?.hasGlobalSettings === true ? () => settings.openGlobalSettings() : undefined,
      addContact: () => void this.#addContact(),
      help: () => {
        this.isHelpOpen = true;
      },
    });
  }

  #navigation(): TemplateResult {
    return pageNavigation({
      places: this.#places,
      current: this.#watch.current,
      changesIn: (section) => this.settings?.changesIn(section) ?? 0,
      finds: allFinds(this.#parts, this.#actions),
      hasSlash: this.#shortcuts.isOn,
      isListOpen: this.isListOpen,
      toggleList: (isOpen) => {
        this.isListOpen = isOpen;
      },
      go: (place) => this.#navigate(place),
      choose: this.#choose,
      help: () => {
        this.isHelpOpen = true;
      },
    });
  }

  #settings(): TemplateResult {
    const isPending = this.companyId !== undefined && this.#shownCompany !== this.companyId;
    return html`<portal-company-settings
      without-navigation
      exportparts=${pageParts}
      class=${isPending ? 'pending' : ''}
      .admin=${this.admin}
      .companyId=${this.companyId}
      .reconnecting=${this.reconnecting}
      @portal-settings-shown=${this.#onSettingsShown}
      @portal-dirty-changed=${() => this.requestUpdate()}
      @portal-navigate=${this.#onInnerNavigation}
    ></portal-company-settings>`;
  }

  #part(part: PartId): TemplateResult {
    const title = partTitle(part);
    const isWanted = !heavyParts.includes(part) || this.#nearby.isWanted(part);
    // The element inside is the landmark; this is only where the focus goes.
    return html`<div
      class="part"
      part="section"
      data-part=${part}
      tabindex="-1"
      role="group"
      aria-label=${title}
    >
      ${isWanted ? this.#partContent(part) : this.#placeholder(part, title)}
    </div>`;
  }

  #partContent(part: PartId): unknown {
    const code = this.#code.get(part);
    if (code === undefined || code.isReady) return partElement(part, this.#partContext);
    return code.trouble() ?? this.#placeholder(part, partTitle(part));
  }

  get #partContext(): PartContext {
    const { admin, jobs, companyId, reconnecting, again } = this;
    return { admin, jobs, companyId, reconnecting, again };
  }

  /** The dialog is the users' list's, which may have to be loaded first. */
  readonly #onPlanAgain = ({ detail }: HTMLElementEventMap['portal-plan-again']): void => {
    this.again = detail.again;
    this.#nearby.want('users');
  };

  /** What comes by itself as one gets near; the button is for those who get there another way. */
  #placeholder(part: PartId, title: string): TemplateResult {
    return html`<div class="placeholder">
      <h2>${title}</h2>
      <button
        type="button"
        class="button"
        aria-label=${msg(str`Show ${title}`)}
        @click=${() => this.#nearby.want(part)}
      >
        ${msg('Show')}
      </button>
    </div>`;
  }

  #partElement(part: PartId): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-part="${part}"]`);
  }

  #rectOf(place: PlaceId): DOMRect | undefined {
    const section = settingsSectionOf(place);
    if (section !== undefined) return this.settings?.placeOf(section);
    return this.#partElement(place as PartId)?.getBoundingClientRect();
  }

  /** The user's own move, of which whoever embeds the page hears first. */
  #navigate(target: string): void {
    this.isListOpen = false;
    if (!tellNavigation(this, { companyId: this.companyId, target })) return;
    if (this.goTo(target)) this.#hash.write(target);
  }

  #go(place: PagePlace): void {
    this.#watch.choose(place.place);
    const section = settingsSectionOf(place.place);
    if (section !== undefined) this.settings?.goTo(place.setting ?? section);
    else if (this.#shownCompany === this.companyId) void this.#goToPart(place.place as PartId);
    else this.#wanted = place;
  }

  async #goToPart(part: PartId): Promise<void> {
    this.#nearby.want(part);
    await this.updateComplete;
    const element = this.#partElement(part);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'start' });
    this.#announcer.announce(placeTitle(part));
  }

  /** The form is the users' list's, which may have to be loaded first. Where nobody may add one, that list says so. */
  async #addContact(): Promise<void> {
    this.#navigate('users');
    this.#nearby.want('users');
    await this.updateComplete;
    await this.#code.get('users')?.settled;
    await this.updateComplete;
    this.renderRoot.querySelector('portal-contact-grid')?.addContact();
  }

  readonly #choose = (find: Find): void => {
    if (find.target === undefined) find.act?.();
    else this.#navigate(find.target);
  };

  readonly #onSettingsShown = (): void => {
    this.#shownCompany = this.companyId;
    this.requestUpdate();
    this.#watch.look();
    const wanted = this.#wanted;
    this.#wanted = undefined;
    if (wanted !== undefined) this.#go(wanted);
  };

  /** What leads from one setting to another, or out of the settings, is the page's to do. */
  readonly #onInnerNavigation = (event: HTMLElementEventMap['portal-navigate']): void => {
    event.stopPropagation();
    event.preventDefault();
    this.#navigate(event.detail.target);
  };

  readonly #closeHelp = (): void => {
    this.isHelpOpen = false;
  };

  async #loadChoices(): Promise<void> {
    const choices = await this.#memory.choices().catch(() => undefined);
    if (choices !== undefined) this.#setShortcuts(choices.hasShortcuts);
  }

  readonly #turnShortcuts = (hasShortcuts: boolean): void => {
    this.#setShortcuts(hasShortcuts);
    // Where it can't be kept, it holds as long as the page.
    void this.#memory.choose({ hasShortcuts }).catch(() => undefined);
  };

  #setShortcuts(isOn: boolean): void {
    this.#shortcuts.isOn = isOn;
    this.requestUpdate();
  }
}

define('portal-company-page', PortalCompanyPage);

declare global {
  interface HTMLElementTagNameMap {
    'portal-company-page': PortalCompanyPage;
  }
}
