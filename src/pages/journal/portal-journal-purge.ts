import { localized, msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { define, errorNotice, PortalElement } from '../../components/shared/index.js';
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
  static override styles = css`
    dialog {
      inline-size: min(460px, calc(100vw - 24px));
      padding: 16px var(--_pad);
    }
    h2 {
      margin: 0 0 8px;
      font-size: 15px;
      font-weight: 640;
    }
    p {
      margin: 0 0 8px;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: 8px;
      margin-block-start: 16px;
    }
    .danger {
      border-color: transparent;
      background: var(--_bad);
      color: light-dark(#fff, #1d0a08);
    }
  `;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  @property({ attribute: false }) journal?: JournalReader | undefined;
  @state() private isSaved = false;

  readonly #action = new Action<'export' | 'purge'>(this);
  #hasPurged = false;

  /** Opens the question. */
  async open(): Promise<void> {
    this.isSaved = false;
    this.#hasPurged = false;
    this.#action.clear();
    await this.updateComplete;
    this.dialog?.showModal();
    await this.focusInside('.keep');
  }

  protected override render(): TemplateResult {
    const { busy, error } = this.#action;
    return html`<dialog aria-labelledby="title" aria-describedby="effect" @close=${this.#onClose}>
      <h2 id="title">${msg('Empty the journal?')}</h2>
      <div id="effect">
        <p>
          ${msg(
            'All entries of all PSAs are removed from this browser, also those that are filtered out now. Nothing changes in the PSA. This cannot be undone.',
          )}
        </p>
      </div>
      <p role="status">${this.isSaved ? msg('The journal was saved as a file.') : nothing}</p>
      ${error === undefined ? nothing : errorNotice(error)}
      <div class="actions">
        <button type="button" class="button keep" @click=${() => this.dialog?.close()}>
          ${msg('Keep it')}
        </button>
        <button type="button" class="button export" @click=${this.#export}>
          ${busy === 'export' ? msg('Reading …') : msg('Save as CSV first')}
        </button>
        <button type="button" class="button danger" @click=${this.#purge}>${msg('Empty the journal')}</button>
      </div>
    </dialog>`;
  }

  readonly #export = async (): Promise<void> => {
    await this.#action.run('export', async () => {
      const all: JournalEntry[] = (await this.journal?.all({ psaOrigin: null, companyId: null })) ?? [];
      exportJournal(all);
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
