import { localized, msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define, errorNotice, PortalElement } from '../../components/shared/index.js';
import { Action } from '../shared/action.js';
import { pagePartStyles } from '../shared/page-parts.styles.js';

/** Forgets how the lists were arranged. Nothing is asked first: they only stand as they did in the beginning. */
@localized()
export class PortalLayoutsForget extends PortalElement {
  static override styles = [pagePartStyles];

  /** Has the worker forget them. */
  @property({ attribute: false }) forget?: (() => Promise<void>) | undefined;

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
        ${msg('Forget columns and order')}
      </button>
      <span role="status"
        >${this.isForgotten ? msg('Forgotten. Lists that are open keep theirs.') : nothing}</span
      >
      ${error === undefined ? nothing : errorNotice(error)}`;
  }
}

define('portal-layouts-forget', PortalLayoutsForget);

declare global {
  interface HTMLElementTagNameMap {
    'portal-layouts-forget': PortalLayoutsForget;
  }
}
