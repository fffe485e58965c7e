import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { PortalJobs } from '../../contract/index.js';
import { portalLocale } from '../../locales/localization.js';
import '../data-grid/data-grid.js';
import type { PortalDataGrid } from '../data-grid/data-grid.js';
import type { RowHandlers } from '../data-grid/grid-input.js';
import type { PlanAgain } from '../job-list/plan-again.js';
import {
  Announcer,
  CompanyElement,
  define,
  errorNotice,
  jobsContext,
  LazyPart,
  loadingSkeleton,
  missingNotice,
  provided,
  reconnectingNotice,
} from '../shared/index.js';
import { gridParts } from '../shared/parts.js';
import { BulkWork } from './bulk-work.js';
import { accountEditor, type EditorContext } from './cell-editors.js';
import { cellEditorStyles } from './cell-editors.styles.js';
import { rowClass, type CellView } from './cells.js';
import { contactColumns } from './columns.js';
import type { CompanyFacts } from './company-facts.js';
import { CompanyLoad } from './company-load.js';
import { ContactAdding } from './contact-adding.js';
import { contactCellStyles } from './contact-cells.styles.js';
import { contactGridStyles } from './contact-grid.styles.js';
import { ContactRows } from './contact-rows.js';
import './grid-events.js';
import './grid-menu.js';
import type { PortalGridMenu } from './grid-menu.js';
import {
  availabilityNotice,
  contactsAbsent,
  emptyCompany,
  loadFailure,
  nobodyCanLogIn,
  nothingFound,
  parentHint,
} from './grid-notices.js';
import { gridTitle, groupChips, shownWords, type AddOffer } from './grid-toolbar.js';
import type { ListedRow } from './listed-rows.js';
import { resultNotice } from './result-notices.js';
import { RowChanges, type ChangeTarget } from './row-changes.js';
import { RowEditing } from './row-editing.js';
import { RowHints } from './row-hints.js';
import { RowMenus } from './row-menus.js';
import { RowQuestions } from './row-questions.js';
import type { RowGroup } from './row-rules.js';

/** How many ended changes are shown at once; older ones stay visible in their rows. */
const SHOWN_RESULTS = 3;

const cellStyles = [contactCellStyles, cellEditorStyles];

/**
 * All contacts of a company with their portal logins, which can be activated, changed and deactivated.
 *
 * @summary Give it `admin` and `companyId`. Rows can be used while more are loading; 100,000 are fine.
 * @fires {PortalBeforeWriteEvent} portal-before-write - Something is about to be written. Call `refuse(reason)` to keep it from being written.
 * @fires portal-user-changed - A login was activated, changed or deactivated here.
 * @fires portal-contact-added - A contact was added here.
 * @fires portal-bulk-started - A change of many contacts was started here, as a job.
 * @fires portal-edit-contact - The admin wants to edit a contact. Call `preventDefault()` where you open a page for it.
 * @csspart card - The frame around a group.
 * @csspart header - The title line above it all.
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
export class PortalContactGrid extends CompanyElement {
  static override styles = contactGridStyles;

  /** Where changes of many contacts run; without them such a change can be planned, but not started. */
  @provided(jobsContext)
  @property({ attribute: false })
  jobs?: PortalJobs | undefined;

  /** What failed in a job and is to be planned again, as `portal-plan-again` has it. Setting it opens the dialog. */
  @property({ attribute: false }) again?: PlanAgain | undefined;

  readonly #cellView: CellView = {
    rules: () => this.#rows.rules,
    group: () => this.#rows.group,
    canChange: () => this.#canChange,
    resultOf: ({ contact }) => this.#changes.resultOf(contact.id),
    edit: (row) => this.#editing.edit(row),
    editor: (field, row, show) => accountEditor(this.#editorContext, field, row, show),
    openMenu: (row, button) => this.#menus.openAt(row, button),
  };

  readonly #announcer = new Announcer(this);
  readonly #rows: ContactRows = new ContactRows(this, (rules) => contactColumns(this.#cellView, rules));
  readonly #changes = new RowChanges(this);
  readonly #company = new CompanyLoad(this, {
    ...{ rows: this.#rows, admin: () => this.admin, companyId: () => this.companyId },
    isBusy: (contactId) => this.#changes.isBusy(contactId),
    onStart: () => this.#forget(),
  });
  readonly #hints = new RowHints(this, this.#announcer);
  readonly #editing = new RowEditing(this, {
    changes: this.#changes,
    announcer: this.#announcer,
    target: () => this.#target,
    canChange: () => this.#canChange,
  });
  readonly #adding = new ContactAdding(this, {
    ...{ announcer: this.#announcer, rows: this.#rows, target: () => this.#target },
    companyName: () => this.#facts?.company.name,
    canAdd: () => this.#facts && this.#addOffer !== 'look-only' && this.#addOffer !== undefined,
    goTo: (contactId) => void this.#goTo(contactId),
  });
  readonly #editorContext: EditorContext = {
    admin: () => this.admin,
    options: () => this.#facts?.options,
    isTaskfireActive: () => this.#rows.rules.isTaskfireActive,
    contacts: () => this.#rows.list.all,
    canChange: (row) => this.#editing.canEdit(row),
    resultOf: ({ contact }) => this.#changes.resultOf(contact.id),
    save: this.#editing.change,
  };
  readonly #bulk = new BulkWork(this, {
    announcer: this.#announcer,
    rows: () => this.#rows,
    facts: () => this.#facts,
    admin: () => this.admin,
    jobs: () => this.jobs,
    again: () => this.again,
    focus: () => this.grid?.focus(),
  });
  readonly #questions = new RowQuestions(this, {
    editing: this.#editing,
    rules: () => this.#rows.rules,
    contacts: () => this.#rows.list.all,
    companyId: () => this.companyId,
    onClosed: () => void this.#onClosed(),
    focus: () => this.grid?.focus(),
  });
  readonly #menus = new RowMenus({
    menu: () => this.menu,
    rows: this.#rows,
    changes: this.#changes,
    editing: this.#editing,
    questions: this.#questions,
    hints: this.#hints,
    canChange: () => this.#canChange,
  });
  readonly #activation = new LazyPart(this, () => import('./activation-dialog.js'));
  readonly #parts = [this.#adding.part, this.#activation, this.#bulk.part, ...this.#questions.parts];
  readonly #rowHandlers: RowHandlers<ListedRow> = {
    activate: (row) => this.#editing.edit(row),
    openMenu: (row, column, point) => this.#menus.open(row, column, point),
  };

  @query('portal-data-grid') private readonly grid!: PortalDataGrid<ListedRow> | null;
  @query('portal-grid-menu') private readonly menu!: PortalGridMenu | null;

  /** What the cells were written with, beside their rows. */
  #shownWith: readonly unknown[] = [];
  #locale = portalLocale();

  /** Opens the form for a new contact, as soon as it is known that one can be added; otherwise nothing happens. */
  readonly addContact = (): void => this.#adding.wish();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('admin') || changed.has('companyId')) {
      this.#bulk.close();
      this.#company.start();
    }
    this.#activation.want(this.#editing.editing !== undefined);
    if (this.#locale === portalLocale()) return;
    this.#locale = portalLocale();
    this.#rows.setRules(this.#rows.rules);
  }

  /** What a row's cells say depends on what is being saved, and on who may save, too. */
  protected override updated(): void {
    const now = [this.#facts, this.#changes.revision];
    if (now.every((part, index) => part === this.#shownWith[index])) return;
    this.#shownWith = now;
    this.grid?.refresh();
  }

  /** The rows are a part of this element, so it is complete when they are. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.grid?.updateComplete;
    await Promise.all(this.#parts.map(({ settled }) => settled));
    // A part that has come is rendered now.
    return isComplete && !this.isUpdatePending;
  }

  protected override render(): TemplateResult {
    return html`<section class="frame" part="card" aria-label=${msg('Users')}>
        ${gridTitle(this.#rows, this.#addOffer)}
        ${this.reconnecting ? html`<div class="notices">${reconnectingNotice()}</div>` : nothing}
        ${this.#content()}
      </section>
      ${this.#layers()} ${this.#announcer.region()}`;
  }

  get #facts(): CompanyFacts | undefined {
    return this.#company.facts.value;
  }

  get #canChange(): boolean {
    return this.#facts?.capabilities.operations.portalUsers.state === 'available';
  }

  get #addOffer(): AddOffer {
    const state = this.#facts?.capabilities.operations.contacts.state;
    if (state === 'read-only') return 'look-only';
    return state === 'available' ? this.#adding.open : undefined;
  }

  get #target(): ChangeTarget | undefined {
    const { writingAdmin: admin, companyId } = this;
    return admin && companyId !== undefined ? { admin, companyId, rows: this.#rows } : undefined;
  }

  /** What was entered, done and said belongs to the rows that stood there. */
  #forget(): void {
    this.#changes.reset();
    this.#hints.dismiss();
    this.#editing.close();
    this.#adding.reset();
  }

  #content(): unknown {
    const facts = this.#facts;
    const missing = missingNotice(this, {
      withoutAdmin: msg('The users appear once a connection is set up.'),
      withoutCompany: msg('Open a company to see its users.'),
    });
    if (missing !== undefined) return html`<div class="notices">${missing}</div>`;
    if (this.#company.facts.error)
      return html`<div class="notices">${errorNotice(this.#company.facts.error, this.#company.start)}</div>`;
    if (facts === undefined) return loadingSkeleton(msg('Loading contacts'));
    if (facts.capabilities.operations.contacts.state === 'absent') return contactsAbsent();
    return html`<div class="notices">${this.#notices(facts)}</div>
      ${this.#grid(facts)}`;
  }

  #notices({ capabilities, company }: CompanyFacts): unknown[] {
    const latest = this.#changes.notable.slice(0, SHOWN_RESULTS);
    return [
      loadFailure(this.#rows, () => void this.#rows.resume()),
      ...this.#parts.map((part) => part.trouble()),
      ...latest.map((result) => resultNotice(result, this.#editing)),
      this.#hints.render(),
      availabilityNotice(capabilities.operations.portalUsers),
      nobodyCanLogIn(this.#rows, this.#canChange ? this.#showInactive : undefined),
      parentHint(company),
    ].filter((one) => one !== undefined);
  }

  #grid({ company }: CompanyFacts): unknown {
    const { list, state } = this.#rows;
    const count = list.all.length;
    if (count === 0 && state === 'loading') return loadingSkeleton(msg('Loading contacts'));
    if (count === 0) return state === 'complete' ? emptyCompany(this.#addOffer) : nothing;
    return html`<portal-data-grid
      grid-id="contacts"
      exportparts=${gridParts}
      selectable
      label=${msg(str`Contacts of ${company.name}`)}
      search-label=${msg('Search contacts')}
      .rows=${list}
      .handlers=${this.#rowHandlers}
      .rowClass=${rowClass}
      .cellStyles=${cellStyles}
      .countWords=${this.#countWords}
    >
      ${groupChips(this.#rows, this.#showGroup)} ${this.#bulk.buttons(this.#canChange)}
      <div slot="empty">${nothingFound(this.#showAll)}</div>
      <span slot="foot" class="keyboard-tip">${msg('Right-click a row, or press Shift+F10, for more')}</span>
    </portal-data-grid>`;
  }

  #layers(): TemplateResult {
    return html`${this.#activation.isReady ? this.#activationDialog() : this.#activation.progress()}
      ${this.#questions.render()} ${this.#adding.dialog()} ${this.#bulk.dialog()}
      <portal-grid-menu @close=${() => this.grid?.focus()}></portal-grid-menu>`;
  }

  #activationDialog(): TemplateResult {
    return html`<portal-activation-dialog
      .admin=${this.admin}
      .company=${this.#facts?.company}
      .options=${this.#facts?.options}
      .row=${this.#editing.editing}
      .save=${this.#editing.save}
      @portal-activation-closed=${this.#onClosed}
    ></portal-activation-dialog>`;
  }

  readonly #countWords = (): string => shownWords(this.#rows);

  readonly #showGroup = (group: RowGroup): void => {
    this.#rows.arrange({}, group);
    this.grid?.toTop();
  };

  readonly #showAll = (): void => {
    this.#rows.arrange({ query: '', filters: {} }, 'all');
    this.grid?.toTop();
  };

  async #goTo(contactId: number): Promise<void> {
    await this.updateComplete;
    if (await this.grid?.goTo(contactId, 'name')) return;
    this.#showAll();
    await this.updateComplete;
    await this.grid?.goTo(contactId, 'name');
  }

  readonly #showInactive = (): void => {
    this.#showGroup('not-active');
    const first = this.#rows.list.at(0);
    if (first !== undefined) void this.grid?.goTo(first.contact.id, 'level');
  };

  readonly #onClosed = async (): Promise<void> => {
    this.#editing.close();
    await this.updateComplete;
    this.grid?.focus();
  };
}

define('portal-contact-grid', PortalContactGrid);

declare global {
  interface HTMLElementTagNameMap {
    'portal-contact-grid': PortalContactGrid;
  }
}
