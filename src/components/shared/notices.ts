import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { PortalError } from '../../contract/index.js';
import { describeError } from './describe-error.js';

/** Colour means something: good works, warn needs a look, bad is broken, info is yours to know. */
export type Tone = 'info' | 'good' | 'warn' | 'bad';

export interface Notice {
  readonly tone: Tone;
  /** The sentence that counts, shown in bold. */
  readonly title: string;
  readonly text?: unknown;
  /** Buttons or links. */
  readonly actions?: unknown;
  /** True makes screen readers speak it at once; only for what has just gone wrong. */
  readonly isUrgent?: boolean;
}

/** A sentence above the things that it is about, with a way to act. */
export function notice({ tone, title, text, actions, isUrgent = false }: Notice): TemplateResult {
  return html`<div class="notice ${tone}" part="notice" role=${isUrgent ? 'alert' : 'note'}>
    <div class="notice-text"><b>${title}</b> ${text ?? nothing}</div>
    ${actions === undefined ? nothing : html`<div class="notice-actions">${actions}</div>`}
  </div>`;
}

/** What went wrong, why, and what next, with a button to try again where that can help. */
export function errorNotice(error: PortalError, retry?: () => void): TemplateResult {
  const { what, why, next } = describeError(error);
  const quoted = error.data.detail === undefined ? nothing : html`<q>${error.data.detail}</q>`;
  const button = html`<button type="button" class="button" @click=${retry}>${msg('Try again')}</button>`;
  return notice({
    tone: 'bad',
    title: what,
    text: html`${why} ${next} ${quoted}`,
    isUrgent: true,
    ...(retry === undefined ? {} : { actions: button }),
  });
}

/** Shown while the extension's worker is being reached again. */
export function reconnectingNotice(): TemplateResult {
  return html`<div class="notice info" part="notice" role="status">
    <span class="spinner" aria-hidden="true"></span>
    <div class="notice-text">${msg('Reconnecting to the extension. You can go on; nothing is lost.')}</div>
  </div>`;
}

/**
 * The shape of what is being loaded. It appears only after 300 ms, so that a fast answer does not flicker, and after
 * five seconds it says that it takes longer; both by style alone.
 */
export function loadingSkeleton(label: string, rows = 6): TemplateResult {
  return html`<div class="skeleton" part="skeleton" role="status" aria-label=${label}>
    ${Array.from({ length: rows }, () => html`<div class="skeleton-row" aria-hidden="true"></div>`)}
    <p class="skeleton-slow" aria-hidden="true">
      ${msg('This takes longer than usual. Still waiting for the PSA.')}
    </p>
  </div>`;
}
