import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import type { PortalAdmin, PortalChange } from '../../contract/index.js';
import { portalLocale } from '../../locales/localization.js';
import { isProviderCompany, type ContactRow } from '../../model/index.js';
import {
  Announcer,
  CompanyElement,
  define,
  errorNotice,
  loadingSkeleton,
  LoadTask,
  reconnectingNotice,
} from '../shared/index.js';
import './activation-dialog.js';
import { cell, type CellView } from './cells.js';
import { columnsFor, type Column, type ColumnId } from './columns.js';
import { loadFacts, type CompanyFacts } from './company-facts.js';
import { contactGridStyles } from './contact-grid.styles.js';
import type { Arrangement } from './contact-list.js';
import { ContactRows } from './contact-rows.js';
import './deactivation-dialog.js';
import { GridBody } from './grid-body.js';
import './grid-events.js';
import './grid-menu.js';
import type { MenuPoint, PortalGridMenu } from './grid-menu.js';
import {
  availabilityNotice,
  contactsAbsent,
  emptyCompany,
  loadFailure,
  nobodyCanLogIn,
  nothingFound,
  parentHint,
} from './grid-notices.js';
import { gridFoot, gridTitle, gridTools } from './grid-toolbar.js';
import { resultNotice } from './result-notices.js';
import { rowMenu, type RowActions } from './row-actions.js';
import { RowChanges, type ChangeTarget } from './row-changes.js';
import { RowEditing } from './row-editing.js';
import { RowHints } from './row-hints.js';
import { rowRules } from './row-rules.js';

/** How many ended changes are shown at once; older ones stay visible in their rows. */
const SHOWN_RESULTS = 3;

/**
 * All contacts of a company with their portal logins, which can be activated, changed and deactivated.
 *
 * @summary Give it `admin` and `companyId`. Rows can be used while more are loading; 100,000 are fine.
 * @fires portal-user-changed - A login was activated, changed or deactivated here.
 * @fires portal-edit-contact - The admin wants to edit a contact. Call `preventDefault()` where you open a page for it.
 * @cssproperty [--portal-grid-max-block-size=min(680px, 78vh)] - Height from which on the rows scroll.
 */
@localized()
export class PortalContactGrid extends CompanyElement {
  static override styles = contactGridStyles;

  readonly #announcer = new Announcer(this);
  readonly #facts = new LoadTask<CompanyFacts>(this);
  readonly #rows = new ContactRows(this);
  readonly #changes = new RowChanges(this);
  readonly #hints = new RowHints(this, this.#announcer);
  readonly #editing = new RowEditing(this, {
    changes: this.#changes,
    announcer: this.#announcer,
    target: () => this.#target,
    canChange: () => this.#canChange,
  });
  readonly #body = new GridBody(this, {
    root: () => this.renderRoot,
    list: () => this.#rows.list,
    columns: () => this.#columns,
    cell: (column, row, place) => cell(this.#cellView, column, row, place),
    sort: (column) => this.#sort(column),
    activate: (row) => this.#editing.edit(row),
    openMenu: (row, column, point) => this.#openMenu(row, column, point),
  });

  readonly #cellView: CellView = {
    rules: () => this.#rows.list.rules,
    canChange: () => this.#canChange,
    resultOf: ({ contact }) => this.#changes.resultOf(contact.id),
    edit: (row) => this.#editing.edit(row),
    openMenu: (row, button) => {
      const { left, bottom } = button.getBoundingClientRect();
      const column = this.#columns.at(-1);
      if (column !== undefined) this.#openMenu(row, column, { x: left, y: bottom });
    },
  };

  @query('portal-grid-menu') private readonly menu!: PortalGridMenu | null;

  #locale = portalLocale();
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
    if (this.#locale === portalLocale()) return;
    this.#locale = portalLocale();
    this.#rows.setRules(this.#rows.list.rules);
  }

  protected override render(): TemplateResult {
    return html`<section class="frame" aria-label=${msg('Users')}>
        ${gridTitle(this.#rows)}
        ${this.reconnecting ? html`<div class="notices">${reconnectingNotice()}</div>` : nothing}
        ${this.#content()}
      </section>
      ${this.#layers()} ${this.#announcer.region()}`;
  }

  get #columns(): readonly Column[] {
    const { arrangement, rules } = this.#rows.list;
    return columnsFor(arrangement.group, rules);
  }

  get #canChange(): boolean {
    return this.#facts.value?.capabilities.operations.portalUsers.state === 'available';
  }

  get #target(): ChangeTarget | undefined {
    const { admin, companyId } = this;
    return admin && companyId !== undefined ? { admin, companyId, rows: this.#rows } : undefined;
  }

  readonly #load = (): void => {
    const { admin, companyId } = this;
    this.#unsubscribe?.();
    this.#changes.reset();
    this.#facts.reset();
    this.#hints.dismiss();
    this.#editing.close();
    if (admin === undefined || companyId === undefined) {
      this.#rows.clear();
      return;
    }
    this.#unsubscribe = admin.subscribe((change) => this.#onChange(change));
    void this.#loadFacts(admin, companyId);
    void this.#rows.start(admin, companyId);
  };

  async #loadFacts(admin: PortalAdmin, companyId: number): Promise<void> {
    const isTaken = await this.#facts.run((signal) => loadFacts(admin, companyId, signal));
    const facts = this.#facts.value;
    if (isTaken && facts !== undefined) this.#rows.setRules(rowRules(facts));
  }

  #onChange(change: PortalChange): void {
    if (change.kind === 'connection') this.#load();
    if (change.kind === 'contacts' && change.companyId === this.companyId)
      void this.#rows.refreshPage(change.cursor);
    if (change.kind !== 'portal-user' || change.companyId !== this.companyId) return;
    // The answer to a change of our own tells the same, and sooner.
    if (!this.#changes.isBusy(change.contactId)) this.#rows.refresh(change.contactId);
  }

  #content(): unknown {
    const facts = this.#facts.value;
    if (this.#facts.error)
      return html`<div class="notices">${errorNotice(this.#facts.error, this.#load)}</div>`;
    if (this.#target === undefined) return nothing;
    if (facts === undefined) return loadingSkeleton(msg('Loading contacts'));
    if (facts.capabilities.operations.contacts.state === 'absent') return contactsAbsent();
    return html`<div class="notices">${this.#notices(facts)}</div>
      ${this.#grid(facts)}`;
  }

  #notices({ capabilities, company }: CompanyFacts): unknown[] {
    const latest = this.#changes.notable.slice(0, SHOWN_RESULTS);
    return [
      loadFailure(this.#rows, () => void this.#rows.resume()),
      ...latest.map((result) => resultNotice(result, this.#editing)),
      this.#hints.render(),
      availabilityNotice(capabilities.operations.portalUsers),
      nobodyCanLogIn(this.#rows, this.#canChange ? this.#showInactive : undefined),
      parentHint(company),
    ].filter((one) => one !== undefined);
  }

  #grid({ company }: CompanyFacts): unknown {
    const { list, state } = this.#rows;
    const count = list.count('all');
    if (count === 0 && state === 'loading') return loadingSkeleton(msg('Loading contacts'));
    if (count === 0) return state === 'complete' ? emptyCompany() : nothing;
    return html`${gridTools(this.#rows, this.#arrange)}
    ${this.#body.render(msg(str`Contacts of ${company.name}`))}
    ${list.length === 0 ? nothingFound(this.#showAll) : nothing} ${gridFoot(this.#rows)}`;
  }

  #layers(): TemplateResult {
    const facts = this.#facts.value;
    const level = this.#editing.deactivating?.portalUser?.securityLevel;
    const isTaskfire = level !== undefined && this.#rows.list.rules.levels?.get(level)?.kind === 'taskfire';
    return html`<portal-activation-dialog
        .admin=${this.admin}
        .company=${facts?.company}
        .options=${facts?.options}
        .row=${this.#editing.editing}
        .save=${this.#editing.save}
        @portal-activation-closed=${this.#onClosed}
      ></portal-activation-dialog>
      <portal-deactivation-dialog
        .row=${this.#editing.deactivating}
        ?frees-licence=${isTaskfire && this.companyId !== undefined && !isProviderCompany(this.companyId)}
        .confirm=${this.#editing.confirmDeactivation}
        @close=${this.#onClosed}
      ></portal-deactivation-dialog>
      <portal-grid-menu @close=${() => this.#body.focus()}></portal-grid-menu>`;
  }

  readonly #arrange = (change: Partial<Arrangement>): void => {
    this.#rows.arrange(change);
    this.#body.toTop();
  };

  readonly #showAll = (): void => this.#arrange({ query: '', group: 'all' });

  #sort(column: ColumnId): void {
    const { sort, isDescending } = this.#rows.list.arrangement;
    this.#arrange({ sort: column, isDescending: sort === column && !isDescending });
  }

  readonly #showInactive = (): void => {
    this.#arrange({ group: 'not-active' });
    this.#body.navigation.moveTo({ row: 1, column: this.#columns.findIndex(({ id }) => id === 'level') });
  };

  readonly #onClosed = async (): Promise<void> => {
    this.#editing.close();
    await this.updateComplete;
    this.#body.focus();
  };

  #openMenu(row: ContactRow, column: Column, point: MenuPoint): void {
    const { rules } = this.#rows.list;
    const isBusy = this.#changes.isBusy(row.contact.id);
    const items = rowMenu({ row, column, rules, canChange: this.#canChange, isBusy }, this.#rowActions);
    void this.menu?.open(items, point);
  }

  readonly #rowActions: RowActions = {
    edit: (row) => this.#editing.edit(row),
    deactivate: (row) => this.#editing.deactivate(row),
    editContact: ({ contact }) => this.#hints.editContact(contact),
    explainPreview: () => this.#hints.explainPreview(),
    copy: (text) => void this.#hints.copy(text),
  };
}

define('portal-contact-grid', PortalContactGrid);

declare global {
  interface HTMLElementTagNameMap {
    'portal-contact-grid': PortalContactGrid;
  }
}
