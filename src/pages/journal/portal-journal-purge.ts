import { localized, msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { define, errorNotice, PortalElement, type PortalDialog } from '../../components/shared/index.js';
import type { JournalEntry } from '../../contract/index.js';
import type { JournalReader } from '../../channel/index.js';
import { Action } from '../shared/action.js';
import { exportJournal } from './journal-export.js';

/**
 * Asks before the journal is emptied, and offers to save it first.
 *
 * @fires close - Closed without having emptied anything.
 * @fires purged - The journal is empty.
 */
@localized()
export class PortalJournalPurge extends PortalElement {
  @query('portal-dialog') private readonly dialog!: PortalDialog | null;

  @property({ attribute: false }) journal?: JournalReader | undefined;
  @state() private isSaved = false;

  readonly #action = new Action<'export' | 'purge'>(this);
  #hasPurged = false;

  /** Opens the question. */
  open(): void {
    this.isSaved = false;
    this.#hasPurged = false;
    this.#action.clear();
    if (this.dialog !== null) this.dialog.open = true;
  }

  protected override render(): TemplateResult {
    const { busy, error } = this.#action;
    return html`<portal-dialog
      is-question
      heading=${msg('Empty the journal?')}
      first-focus=".keep"
      ?is-busy=${busy !== undefined}
      @close=${this.#onClose}
    >
      <p>
        ${msg(
          'All entries of all PSAs are removed from this browser, also those that are filtered out now. Nothing changes in the PSA. This cannot be undone.',
        )}
      </p>
      <p role="status">${this.isSaved ? msg('The journal was saved as a file.') : nothing}</p>
      ${error === undefined ? nothing : errorNotice(error)}
      <button slot="actions" type="button" class="button keep" @click=${() => this.dialog?.requestClose()}>
        ${msg('Keep it')}
      </button>
      <button slot="actions" type="button" class="button export" @click=${this.#export}>
        ${busy === 'export' ? msg('Reading …') : msg('Save as CSV first')}
      </button>
      <button slot="actions" type="button" class="button primary danger" @click=${this.#purge}>
        ${msg('Empty the journal')}
      </button>
    </portal-dialog>`;
  }

  readonly #export = async (): Promise<void> => {
    await this.#action.run('export', async () => {
      const all: JournalEntry[] = (await this.journal?.all({ psaOrigin: null, companyId: null })) ?? [];
      await exportJournal(all);
      this.isSaved = true;
    });
  };

  readonly #purge = async (): Promise<void> => {
    this.#hasPurged = await this.#action.run('purge', async () => {
      await this.journal?.purge();
    });
    if (this.#hasPurged) this.dialog?.close();
  };

  readonly #onClose = (): void => {
    this.dispatchEvent(new Event(this.#hasPurged ? 'purged' : 'close'));
  };
}

define('portal-journal-purge', PortalJournalPurge);

declare global {
  interface HTMLElementTagNameMap {
    'portal-journal-purge': PortalJournalPurge;
  }
}
