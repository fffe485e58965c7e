import { localized } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define, errorNotice, PortalElement } from '../../components/shared/index.js';
import { Action } from '../shared/action.js';
import { pagePartStyles } from '../shared/page-parts.styles.js';

/** Forgets something that is kept for convenience. Nothing is asked first: everything stands as in the beginning then. */
@localized()
export class PortalStoredForget extends PortalElement {
  static override styles = [pagePartStyles];

  /** Has the worker forget it. */
  @property({ attribute: false }) forget?: (() => Promise<void>) | undefined;
  /** On the button. */
  @property() label = '';
  /** Said afterwards. */
  @property() done = '';

  @state() private isForgotten = false;
  readonly #action = new Action<'forgetting'>(this);

  readonly #forget = async (): Promise<void> => {
    const { forget } = this;
    if (forget !== undefined && (await this.#action.run('forgetting', forget))) this.isForgotten = true;
  };

  protected override render(): TemplateResult {
    const { busy, error } = this.#action;
    return html`<button
        type="button"
        class="button"
        aria-disabled=${busy === undefined ? nothing : 'true'}
        @click=${this.#forget}
      >
        ${this.label}
      </button>
      <span role="status">${this.isForgotten ? this.done : nothing}</span>
      ${error === undefined ? nothing : errorNotice(error)}`;
  }
}

define('portal-stored-forget', PortalStoredForget);

declare global {
  interface HTMLElementTagNameMap {
    'portal-stored-forget': PortalStoredForget;
  }
}
