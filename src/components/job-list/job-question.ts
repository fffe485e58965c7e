import { localized, msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { define, loadingSkeleton, PortalElement, type PortalDialog } from '../shared/index.js';
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
    ul {
      display: grid;
      gap: 6px;
      margin: 0;
      padding-inline-start: 18px;
    }
    .limits {
      color: var(--_warn);
      font-weight: 560;
    }
  `;

  @query('portal-dialog') private readonly dialog!: PortalDialog | null;

  /** Undefined closes the dialog; `reading` shows that the question is still being found out. */
  @property({ attribute: false }) question: JobQuestion | 'reading' | undefined;
  @property({ attribute: false }) confirm?: (() => void) | undefined;

  /** The way back has the focus: Enter must not do what cannot be taken back. */
  protected override updated(): void {
    const { question } = this;
    if (question === undefined || question === 'reading') return;
    if (this.focusedInside?.matches('.keep, .primary') !== true) void this.focusInside('.keep');
  }

  protected override render(): TemplateResult {
    const { question } = this;
    const words = question === 'reading' ? undefined : question;
    return html`<portal-dialog
      is-question
      heading=${words?.title ?? msg('Reading what the job did …')}
      first-focus=".keep"
      .open=${question !== undefined}
      @close=${this.#onClose}
    >
      ${question === 'reading' ? loadingSkeleton(msg('Reading what the job did'), 2) : nothing}
      ${words === undefined ? nothing : this.#effects(words)}
      <button slot="actions" type="button" class="button keep" @click=${this.#close}>
        ${msg('Leave it as it is')}
      </button>
      ${words === undefined ? nothing : this.#confirmation(words)}
    </portal-dialog>`;
  }

  #effects({ effects, limits }: JobQuestion): TemplateResult {
    return html`<ul>
      ${effects.map((sentence) => html`<li>${sentence}</li>`)}
      ${limits.map((sentence) => html`<li class="limits">${sentence}</li>`)}
    </ul>`;
  }

  #confirmation({ confirm }: JobQuestion): TemplateResult {
    return html`<button slot="actions" type="button" class="button primary" @click=${this.#confirm}>
      ${confirm}
    </button>`;
  }

  readonly #close = (): void => this.dialog?.requestClose();

  readonly #confirm = (): void => {
    this.confirm?.();
    this.#close();
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
