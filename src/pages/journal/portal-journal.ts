import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { JournalReader } from '../../channel/index.js';
import {
  Announcer,
  define,
  errorNotice,
  loadingSkeleton,
  numberWords,
  PortalElement,
  reconnectingNotice,
} from '../../components/shared/index.js';
import type { JournalEntry, JournalFilter } from '../../contract/index.js';
import '../shared/portal-page-frame.js';
import { JournalEntries } from './journal-entries.js';
import { exportJournal } from './journal-export.js';
import { journalTable } from './journal-table.js';
import { journalText } from './journal-words.js';
import { JournalPlaces, type Choice } from './journal-places.js';
import './portal-journal-purge.js';
import type { PortalJournalPurge } from './portal-journal-purge.js';
import { journalStyles } from './portal-journal.styles.js';

/** The filter that lets everything through. */
const everywhere: JournalFilter = { psaOrigin: null, companyId: null };
/** Rows at a time. */
const PAGE = 100;

/** The journal: what was written through the extension in this browser, searched, exported and emptied. */
@localized()
export class PortalJournal extends PortalElement {
  static override styles = journalStyles;

  /** The worker's journal. */
  @property({ attribute: false }) journal?: JournalReader | undefined;
  /** True while the worker is being reached again. */
  @property({ type: Boolean }) reconnecting = false;

  @state() private filter = everywhere;
  @state() private text = '';
  @state() private page = 0;

  @query('portal-journal-purge') private readonly purge!: PortalJournalPurge | null;

  readonly #entries = new JournalEntries(this);
  readonly #announcer = new Announcer(this);
  readonly #places = new JournalPlaces();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('journal')) void this.#load();
    this.#places.see(this.#entries.entries);
  }

  readonly #load = async (): Promise<void> => {
    if (this.journal !== undefined) await this.#entries.load(this.journal, this.filter);
  };

  get #shown(): readonly JournalEntry[] {
    const words = this.text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return this.#entries.entries;
    return this.#entries.entries.filter((entry) => {
      const text = journalText(entry);
      return words.every((word) => text.includes(word));
    });
  }

  protected override render(): TemplateResult {
    const { limit } = this.#entries;
    return html`<portal-page-frame current="journal">
      <p slot="lead">
        ${msg(
          'Every change that was saved through this extension in this browser. It knows nothing of what was changed in the PSA itself, in another browser or by somebody else.',
        )}
        ${
          limit === undefined
            ? nothing
            : msg(str`It stays on this computer and keeps the newest ${numberWords(limit)} entries.`)
        }
      </p>
      <div class="card">${this.#renderContent()}</div>
      <portal-journal-purge
        .journal=${this.journal}
        @close=${() => void this.focusInside('.purge')}
        @purged=${() => void this.#onPurged()}
      ></portal-journal-purge>
      ${this.#announcer.region()}
    </portal-page-frame>`;
  }

  #renderContent(): unknown {
    const { state: loading, error, entries } = this.#entries;
    const shown = this.#shown;
    const isFirst = entries.length === 0 && loading === 'loading';
    return [
      this.#renderTools(shown),
      this.reconnecting ? html`<div class="notices">${reconnectingNotice()}</div>` : nothing,
      error === undefined
        ? nothing
        : html`<div class="notices">${errorNotice(error, () => void this.#load())}</div>`,
      isFirst ? loadingSkeleton(msg('Loading the journal'), 4) : nothing,
      shown.length > 0 ? journalTable(shown.slice(this.page * PAGE, (this.page + 1) * PAGE)) : nothing,
      shown.length === 0 && loading === 'ready' ? this.#renderNone(entries.length) : nothing,
      shown.length > 0 ? this.#renderFoot(shown.length) : nothing,
    ];
  }

  #renderNone(loaded: number): TemplateResult {
    const isFiltered = loaded > 0 || this.filter.psaOrigin !== null || this.filter.companyId !== null;
    return html`<p class="nothing">
      ${isFiltered ? msg('No entry matches.') : msg('Nothing was saved through this extension yet.')}
    </p>`;
  }

  #renderTools(shown: readonly JournalEntry[]): TemplateResult {
    const isExportable = shown.length > 0 && this.#entries.state === 'ready';
    const { psaOrigin, companyId } = this.filter;
    return html`<div class="tools">
      <label>
        ${msg('Search')}
        <input type="search" .value=${this.text} @input=${this.#onText} />
      </label>
      ${this.#renderChoice(msg('PSA'), this.#places.psas, everywhere, psaOrigin)}
      ${this.#renderChoice(msg('Company'), this.#places.companies(psaOrigin), { psaOrigin, companyId: null }, companyId)}
      <div class="actions">
        <button type="button" class="button" @click=${this.#load}>${msg('Refresh')}</button>
        <button
          type="button"
          class="button export"
          aria-disabled=${isExportable ? 'false' : 'true'}
          @click=${() => {
            if (isExportable) void exportJournal(shown);
          }}
        >
          ${msg('Export as CSV')}
        </button>
        <button type="button" class="button purge" @click=${() => this.purge?.open()}>
          ${msg('Empty …')}
        </button>
      </div>
    </div>`;
  }

  /** `all` is the filter of not choosing; `chosen` is null then. */
  #renderChoice(
    label: string,
    choices: readonly Choice[],
    all: JournalFilter,
    chosen: string | number | null,
  ): TemplateResult {
    const choose = ({ target }: Event): void => {
      if (!(target instanceof HTMLSelectElement)) return;
      this.filter = choices[target.selectedIndex - 1]?.filter ?? all;
      this.page = 0;
      void this.#load();
    };
    const isChosen = ({ filter }: Choice): boolean =>
      filter.psaOrigin === chosen || filter.companyId === chosen;
    return html`<label>
      ${label}
      <select @change=${choose}>
        <option .selected=${chosen === null}>${msg('All')}</option>
        ${choices.map(
          (choice) => html`<option .selected=${chosen !== null && isChosen(choice)}>${choice.label}</option>`,
        )}
      </select>
    </label>`;
  }

  #renderFoot(count: number): TemplateResult {
    const { entries, total = 0, state: loading } = this.#entries;
    const last = Math.ceil(count / PAGE) - 1;
    const from = numberWords(this.page * PAGE + 1);
    const to = numberWords(Math.min(count, (this.page + 1) * PAGE));
    const range = msg(str`${from} to ${to} of ${numberWords(count)}`);
    const progress = msg(str`${numberWords(entries.length)} of ${numberWords(total)} read`);
    return html`<div class="foot">
      <span role="status">${range}</span>
      ${loading === 'loading' ? html`<span>${progress}</span>` : nothing}
      <nav class="pager" aria-label=${msg('Pages of entries')}>
        ${this.#renderTurn(msg('Newer'), this.page - 1, this.page > 0)}
        ${this.#renderTurn(msg('Older'), this.page + 1, this.page < last)}
      </nav>
    </div>`;
  }

  #renderTurn(label: string, page: number, isPossible: boolean): TemplateResult {
    const turn = (): void => {
      if (isPossible) this.page = page;
    };
    return html`<button
      type="button"
      class="button"
      aria-disabled=${isPossible ? 'false' : 'true'}
      @click=${turn}
    >
      ${label}
    </button>`;
  }

  readonly #onText = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.text = target.value;
    this.page = 0;
  };

  readonly #onPurged = async (): Promise<void> => {
    this.#places.clear();
    this.filter = everywhere;
    this.page = 0;
    await this.#load();
    this.#announcer.announce(msg('The journal is empty.'));
    await this.focusInside('.purge');
  };
}

define('portal-journal', PortalJournal);

declare global {
  interface HTMLElementTagNameMap {
    'portal-journal': PortalJournal;
  }
}
