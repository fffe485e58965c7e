import { localized, msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isFailure, ssoSteps, type SsoEvent, type SsoEventType } from '../../model/index.js';
import '../shared/dialog.js';
import { define, PortalElement } from '../shared/index.js';
import { ssoAdviceStyles } from './sso-advice.styles.js';
import type { SsoTimes } from './sso-times.js';
import { meaningWords, outcomeWords, stepWords } from './sso-words.js';

/** What is explained: a kind of outcome, and the sign-in that ended like this, where it is about one. */
export interface AdviceTopic {
  readonly type: SsoEventType;
  readonly event?: SsoEvent;
}

/**
 * A sign-in in full: what happened, in plain words, and what to do about it.
 *
 * @summary Give it a `topic` and `times`; without a topic it is closed. `openContact` leads to the contact, where there is one.
 * @fires close - It was closed; set `topic` to undefined.
 */
@localized()
export class PortalSsoAdvice extends PortalElement {
  static override styles = ssoAdviceStyles;

  @property({ attribute: false }) topic: AdviceTopic | undefined;
  @property({ attribute: false }) times: SsoTimes | undefined;
  @property({ attribute: false }) openContact: (event: SsoEvent) => void = () => undefined;

  protected override render(): TemplateResult {
    const { topic } = this;
    return html`<portal-dialog
      ?open=${topic !== undefined}
      heading=${topic === undefined ? '' : outcomeWords(topic.type)}
      lead=${topic?.event?.contactName ?? topic?.event?.userName ?? ''}
      size="medium"
      first-focus=".done"
      @close=${this.#onClose}
    >
      ${topic === undefined ? nothing : this.#content(topic)}
      <button slot="actions" type="button" class="button primary done" @click=${this.#onClose}>
        ${msg('Close')}
      </button>
      ${topic?.event === undefined ? nothing : this.#contactButton(topic.event)}
    </portal-dialog>`;
  }

  #content({ type, event }: AdviceTopic): TemplateResult {
    return html`<p>${meaningWords(type)}</p>
      ${isFailure({ type }) ? steps(type) : nothing} ${event === undefined ? nothing : this.#facts(event)}`;
  }

  #facts(event: SsoEvent): TemplateResult {
    const facts: readonly (readonly [string, string | null])[] = [
      [msg('Date'), this.times?.full(Date.parse(event.at)) ?? event.at],
      [msg('Contact'), event.contactName],
      [msg('Security level'), event.securityLevel],
      [msg('User name'), event.userName],
      [msg('Identity provider'), event.identityProvider],
      [msg('Detail'), event.detail],
    ];
    const known = facts.filter(([, value]) => value !== null && value !== '');
    return html`<h3>${msg('This sign-in')}</h3>
      <dl>
        ${known.map(
          ([label, value]) =>
            html`<dt>${label}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>`;
  }

  #contactButton(event: SsoEvent): unknown {
    if (event.contactId === null) return nothing;
    return html`<button
      slot="actions"
      type="button"
      class="button contact"
      @click=${() => {
        this.#onClose();
        this.openContact(event);
      }}
    >
      ${msg('Edit contact …')}
    </button>`;
  }

  readonly #onClose = (): void => {
    if (this.topic === undefined) return;
    this.topic = undefined;
    this.dispatchEvent(new Event('close'));
  };
}

function steps(type: SsoEventType): TemplateResult {
  return html`<h3>${msg('What to do')}</h3>
    <ol>
      ${ssoSteps(type).map((step) => html`<li>${stepWords(step)}</li>`)}
    </ol>`;
}

define('portal-sso-advice', PortalSsoAdvice);

declare global {
  interface HTMLElementTagNameMap {
    'portal-sso-advice': PortalSsoAdvice;
  }
}
