import { localized, msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { define, loadingSkeleton, PortalElement } from '../shared/index.js';
import type { JobQuestion } from './question-words.js';

/**
 * Asks before a job is cancelled, undone or removed, and says what will happen and what will not.
 *
 * @summary Open as long as it has a `question`.
 * @fires close - Closed; `question` is undefined again.
 */
@localized()
export class PortalJobQuestion extends PortalElement {
  static override styles = css`
    dialog {
      inline-size: min(480px, calc(100vw - 24px));
      padding: 16px var(--_pad);
    }
    h2 {
      margin: 0 0 8px;
      font-size: 15px;
      font-weight: 640;
      overflow-wrap: anywhere;
    }
    ul {
      display: grid;
      gap: 6px;
      margin: 0 0 8px;
      padding-inline-start: 18px;
    }
    .limits {
      color: var(--_warn);
      font-weight: 560;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: 8px;
      margin-block-start: 16px;
    }
  `;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  /** Undefined closes the dialog; `reading` shows that the question is still being found out. */
  @property({ attribute: false }) question: JobQuestion | 'reading' | undefined;
  @property({ attribute: false }) confirm?: (() => void) | undefined;

  protected override updated(): void {
    if (this.question === undefined && this.dialog?.open === true) this.dialog.close();
    if (this.question === undefined) return;
    if (this.dialog?.open === false) this.dialog.showModal();
    if (this.question !== 'reading' && this.focusedInside?.matches('.keep, .primary') !== true)
      void this.focusInside('.keep');
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" aria-describedby="effect" @close=${this.#onClose}>
      ${this.question === undefined ? nothing : this.#content(this.question)}
    </dialog>`;
  }

  #content(question: JobQuestion | 'reading'): TemplateResult {
    if (question === 'reading')
      return html`<h2 id="title">${msg('Reading what the job did …')}</h2>
        <div id="effect">${loadingSkeleton(msg('Reading what the job did'), 2)}</div>
        ${this.#actions(undefined)}`;
    const { title, effects, limits, confirm } = question;
    return html`<h2 id="title">${title}</h2>
      <div id="effect">
        <ul>
          ${effects.map((sentence) => html`<li>${sentence}</li>`)}
          ${limits.map((sentence) => html`<li class="limits">${sentence}</li>`)}
        </ul>
      </div>
      ${this.#actions(confirm)}`;
  }

  /** The way back comes first and has the focus: Enter must not do what cannot be taken back. */
  #actions(confirm: string | undefined): TemplateResult {
    return html`<div class="actions">
      <button type="button" class="button keep" @click=${this.#close}>${msg('Leave it as it is')}</button>
      ${
        confirm === undefined
          ? nothing
          : html`<button type="button" class="button primary" @click=${this.#confirm}>${confirm}</button>`
      }
    </div>`;
  }

  readonly #close = (): void => this.dialog?.close();

  readonly #confirm = (): void => {
    const { confirm } = this;
    this.#close();
    confirm?.();
  };

  readonly #onClose = (): void => {
    this.question = undefined;
    this.dispatchEvent(new Event('close'));
  };
}

define('portal-job-question', PortalJobQuestion);

declare global {
  interface HTMLElementTagNameMap {
    'portal-job-question': PortalJobQuestion;
  }
}
