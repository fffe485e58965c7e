import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { portalLocale } from '../../locales/localization.js';
import {
  deedOf,
  type BulkSummary,
  type ContactRow,
  type Deed,
  type PlannedStep,
  type PortalUserOptions,
} from '../../model/index.js';
import '../data-grid/data-grid.js';
import type { PortalDataGrid } from '../data-grid/data-grid.js';
import { GridRows } from '../data-grid/grid-rows.js';
import { define, numberWords, PortalElement } from '../shared/index.js';
import { deeds, deedWords, reasonCounts } from './bulk-words.js';
import { dryRunColumns, type DryRow } from './dry-run-columns.js';
import { dryRunCellStyles, dryRunStyles } from './dry-run.styles.js';

/**
 * What will become of each contact of a plan, with the counts on top, by which it can be filtered.
 *
 * @summary Give it `steps`, their `summary`, the `options` and all `rows` of the company. 100,000 steps are fine.
 */
@localized()
export class PortalDryRun extends PortalElement {
  static override styles = dryRunStyles;

  @property({ attribute: false }) steps: readonly PlannedStep[] = [];
  @property({ attribute: false }) summary?: BulkSummary | undefined;
  @property({ attribute: false }) options?: PortalUserOptions | undefined;
  @property({ attribute: false }) rows: readonly ContactRow[] = [];

  @query('portal-data-grid') private readonly table!: PortalDataGrid<DryRow> | null;

  /** Which outcome is shown; undefined = all. */
  @state() private shown: Deed | undefined;

  #grid: GridRows<DryRow> | undefined;
  #locale = portalLocale();
  readonly #scopes = new Map(deeds.map((deed) => [deed, ({ step }: DryRow) => deedOf(step) === deed]));

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('steps')) this.#fill();
    if (this.#locale === portalLocale()) return;
    this.#locale = portalLocale();
    this.#grid?.setColumns(this.#columns, this.#locale);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { summary } = this;
    if (summary === undefined || this.#grid === undefined) return nothing;
    return html`<div class="counts" role="group" aria-label=${msg('Which contacts are shown')}>
        ${this.#chip(undefined, this.steps.length)}
        ${deeds.filter((deed) => summary[deed] > 0).map((deed) => this.#chip(deed, summary[deed]))}
      </div>
      ${
        summary.refused > 0
          ? html`<p class="reasons">${msg(str`Refused: ${reasonCounts(summary)}.`)}</p>`
          : nothing
      }
      <portal-data-grid
        grid-id="dry-run"
        .rows=${this.#grid}
        .label=${msg('What will happen')}
        .cellStyles=${[dryRunCellStyles]}
      ></portal-data-grid>`;
  }

  #chip(deed: Deed | undefined, count: number): TemplateResult {
    return html`<button
      type="button"
      class="chip ${deed ?? 'all'}"
      aria-pressed=${deed === this.shown ? 'true' : 'false'}
      @click=${() => this.#show(deed)}
    >
      ${deed === undefined ? msg('All') : deedWords(deed)} ${numberWords(count)}
    </button>`;
  }

  #show(deed: Deed | undefined): void {
    this.shown = deed;
    this.#grid?.setScope(deed && this.#scopes.get(deed));
    this.table?.toTop();
  }

  get #columns(): ReturnType<typeof dryRunColumns> {
    const reasons = this.summary?.reasons.map(([reason]) => reason) ?? [];
    return this.options === undefined ? [] : dryRunColumns(this.options, reasons);
  }

  #fill(): void {
    this.shown = undefined;
    const contacts = new Map(this.rows.map(({ contact }) => [contact.id, contact]));
    const rows = this.steps.flatMap((step) => {
      const contact = contacts.get(step.contactId);
      return contact === undefined ? [] : [{ step, contact }];
    });
    this.#grid = new GridRows({
      key: ({ step }) => step.contactId,
      columns: this.#columns,
      locale: this.#locale,
    });
    this.#grid.add(rows);
  }
}

define('portal-dry-run', PortalDryRun);

declare global {
  interface HTMLElementTagNameMap {
    'portal-dry-run': PortalDryRun;
  }
}
