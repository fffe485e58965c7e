import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { MOST_USER_NAMES } from '../../contract/index.js';
import { errorNotice, notice, numberWords } from '../shared/index.js';
import type { NameLookup } from './name-lookup.js';

export interface NamesView {
  readonly lookup: Pick<NameLookup, 'progress' | 'error' | 'stop'>;
  /** How many names nobody has asked about yet. */
  readonly unknown: number;
  readonly ask: () => void;
}

/** Names must be unique in the whole PSA, and this company's contacts are not all of it. */
export function namesNotice({ lookup, unknown, ask }: NamesView): unknown {
  const { progress, error } = lookup;
  if (progress !== undefined) {
    const done = numberWords(progress.done);
    const all = numberWords(progress.all);
    return html`<div class="asking">
      <span id="asking">${msg(str`Asking the PSA about user names: ${done} of ${all}`)}</span>
      <progress aria-labelledby="asking" max=${progress.all} .value=${progress.done}></progress>
      <button type="button" class="button" @click=${() => lookup.stop()}>${msg('Stop asking')}</button>
    </div>`;
  }
  if (error !== undefined) return errorNotice(error, ask);
  if (unknown === 0) return nothing;
  const count = numberWords(unknown);
  return notice({
    tone: 'info',
    title: msg(str`Whether ${count} user names are free in other companies is not known yet.`),
    text: msg(
      str`The job finds out and names those that are taken; nothing is overwritten. Asking beforehand takes one request for every ${numberWords(MOST_USER_NAMES)} names.`,
    ),
    actions: html`<button type="button" class="button ask-names" @click=${ask}>${msg('Ask now')}</button>`,
  });
}
