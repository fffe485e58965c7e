import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { CompanyLogos, Logo, LogoSlot } from '../../model/index.js';
import { logoTypes } from '../../model/index.js';
import { errorNotice, notice } from '../shared/index.js';
import { logoPreview, type Ground } from './logo-preview.js';
import { originOf, type Deed, type SlotState } from './logo-session.js';
import { limitWords, logoFacts, problemWords, slotHelp, slotTitle } from './logo-words.js';

/** What one slot shows and does. */
export interface SlotPage {
  readonly slot: LogoSlot;
  readonly companyId: number;
  readonly logos: CompanyLogos;
  readonly state: SlotState;
  readonly ground: Ground;
  /** False where everything can only be looked at. */
  readonly isEditable: boolean;
  /** True while any slot is being written. */
  readonly isBusy: boolean;
  /** True while a file is held over it. */
  readonly isTarget: boolean;
  readonly choose: (files: readonly File[]) => void;
  readonly act: (deed: Deed | 'discard') => void;
}

export const slotHeadingId = (slot: LogoSlot): string => `slot-${slot}`;
export const fileInputId = (slot: LogoSlot): string => `file-${slot}`;

/** One place for a logo: how it looks there, where it comes from, and everything that can be done about it. */
export function logoSlot(page: SlotPage): TemplateResult {
  const { slot, state, isTarget } = page;
  return html`<section
    class="card ${isTarget ? 'target' : ''}"
    part="card"
    data-slot=${slot}
    aria-labelledby=${slotHeadingId(slot)}
    aria-busy=${state.busy !== undefined || state.isReading === true}
  >
    <div class="head">
      <h3 id=${slotHeadingId(slot)} part="heading" tabindex="-1">${slotTitle(slot)}</h3>
      <p>${slotHelp(slot)}</p>
    </div>
    <div class="previews">${previews(page)}</div>
    <div class="slot-notices">${slotNotices(page)}</div>
    ${page.isEditable ? actions(page) : nothing}
  </section>`;
}

function previews(page: SlotPage): TemplateResult[] {
  const { slot, logos, state, ground } = page;
  const now = logos.own[slot] ?? logos.inherited[slot];
  const title = slotTitle(slot);
  const inForce = logoPreview({
    ...{ slot, ground },
    logo: now,
    label: now === null ? '' : msg(str`Logo in force, ${title}: ${logoFacts(now)}`),
    caption: html`${state.candidate === undefined ? nothing : html`<b>${msg('Now')}</b>`} ${origin(page, now)}`,
  });
  if (state.candidate === undefined) return [inForce];
  const { name, logo } = state.candidate;
  const chosen = logoPreview({
    ...{ slot, ground, logo },
    label: msg(str`Chosen file, ${title}: ${logoFacts(logo)}`),
    caption: html`<b class="new">${msg('New, not saved yet')}</b> ${name} <span>${logoFacts(logo)}</span>`,
  });
  return [inForce, chosen];
}

function origin({ logos, slot, companyId }: SlotPage, now: Logo | null): TemplateResult {
  const facts = now === null ? nothing : html`<span>${logoFacts(now)}</span>`;
  switch (originOf(logos, slot, companyId)) {
    case 'own':
      return html`<span class="pill own">${msg('Own logo')}</span> ${facts}`;
    case 'provider':
      return html`<span class="pill off">${msg('From the provider')}</span> ${facts}`;
    case 'vendor':
      return html`<span class="pill off">${msg('No own logo')}</span>`;
  }
}

function slotNotices({ slot, state, act }: SlotPage): TemplateResult[] {
  const shown: TemplateResult[] = [];
  const { refused, error, done, candidate } = state;
  if (refused !== undefined) {
    const { what, why, next } = problemWords(refused.problem);
    const text = html`${why} ${next} ${msg('The logo in force stays.')}`;
    const title = refused.name === '' ? what : `${refused.name}: ${what}`;
    shown.push(notice({ tone: 'bad', title, text, isUrgent: true }));
  }
  if (state.isConflict === true)
    shown.push(
      notice({
        tone: 'warn',
        title: msg('Someone else has changed the logos meanwhile.'),
        text: conflictText(candidate !== undefined),
        isUrgent: true,
      }),
    );
  if (error !== undefined) shown.push(errorNotice(error));
  if (done !== undefined && candidate === undefined)
    shown.push(
      html`<div class="notice good" part="notice" role="note">
        <div class="notice-text"><b>${doneWords(done.deed)}</b> ${undoHint(done.before)}</div>
        <div class="notice-actions">
          <button
            type="button"
            class="button"
            data-undo=${slot}
            aria-disabled=${state.busy !== undefined}
            @click=${() => act('undo')}
          >
            ${busySign(state.busy === 'undo')}${msg('Undo')}
          </button>
        </div>
      </div>`,
    );
  return shown;
}

function conflictText(hasCandidate: boolean): string {
  return hasCandidate
    ? msg('“Now” shows theirs. Your file is still here: use it in its place, or discard it.')
    : msg('Nothing of yours was done. What is shown is theirs.');
}

export function doneWords(deed: Deed): string {
  switch (deed) {
    case 'set':
      return msg('The new logo is in force.');
    case 'remove':
      return msg('Your own logo is removed.');
    case 'undo':
      return msg('The earlier logo is back.');
  }
}

function undoHint(before: Logo | null): string {
  return before === null
    ? msg('Before, the company had none of its own.')
    : msg('The earlier one is kept until this page is closed.');
}

function actions(page: SlotPage): TemplateResult {
  const { slot, state, logos, isBusy, act } = page;
  const { candidate, busy } = state;
  const mayRemove = candidate === undefined && logos.own[slot] !== null;
  return html`<div class="actions">
      ${
        candidate === undefined
          ? nothing
          : html`<button
                type="button"
                class="button primary"
                data-act="set"
                aria-disabled=${isBusy}
                @click=${() => act('set')}
              >
                ${busySign(busy === 'set')}${msg('Use this logo')}
              </button>
              <button type="button" class="button" aria-disabled=${isBusy} @click=${() => act('discard')}>
                ${msg('Discard')}
              </button>`
      }
      ${fileButton(page)}
      ${
        mayRemove
          ? html`<button
              type="button"
              class="button"
              data-act="remove"
              aria-disabled=${isBusy}
              @click=${() => act('remove')}
            >
              ${busySign(busy === 'remove')}${removeWords(page)}
            </button>`
          : nothing
      }
    </div>
    <p class="hint" id="hint-${slot}">
      ${msg('Or drop a file here, or paste a picture while the file button has the focus.')} ${limitWords()}
    </p>`;
}

/** The native file field, which keyboard and screen readers know, under the looks of a button. */
function fileButton({ slot, state, isBusy, choose }: SlotPage): TemplateResult {
  const onChange = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement) || target.files === null || target.files.length === 0) return;
    choose([...target.files]);
    // The same file can be chosen again, for example after it was made smaller.
    target.value = '';
  };
  const title = slotTitle(slot);
  return html`<span class="file">
    <input
      type="file"
      class="visually-hidden"
      id=${fileInputId(slot)}
      accept=${[...logoTypes, '.png', '.jpg', '.jpeg', '.gif', '.webp'].join(',')}
      aria-label=${msg(str`Choose a file for: ${title}`)}
      aria-describedby="hint-${slot}"
      ?disabled=${isBusy}
      @change=${onChange}
    />
    <label class="button" for=${fileInputId(slot)}>
      ${busySign(state.isReading === true)}${
        state.candidate === undefined ? msg('Choose a file …') : msg('Choose another file …')
      }
    </label>
  </span>`;
}

function removeWords({ logos, slot, companyId }: SlotPage): string {
  const isVendorNext = logos.inherited[slot] === null || companyId === 0;
  return isVendorNext ? msg('Remove') : msg('Remove, back to the provider’s');
}

function busySign(isBusy: boolean): TemplateResult | typeof nothing {
  return isBusy ? html`<span class="spinner" aria-hidden="true"></span>` : nothing;
}
