import { localized, msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { define, PortalElement } from '../../components/shared/index.js';
import { storagePageStyles } from './portal-storage-page.styles.js';
import './portal-stored-forget.js';
import { storedThings, type ForgettableId, type StoredThing } from './stored-things.js';

/** Has the worker forget what the table can forget. */
export type Forget = Readonly<Record<ForgettableId, () => Promise<void>>>;

/** What the extension stores, where, why, until when, and where it can be deleted: true and short. */
@localized()
export class PortalStoragePage extends PortalElement {
  static override styles = [storagePageStyles];

  /** Has the worker forget something. */
  @property({ attribute: false }) forget?: Forget | undefined;

  protected override render(): TemplateResult {
    return html`<div class="card">
        <div class="row head" aria-hidden="true">
          <span>${msg('What')}</span><span>${msg('Where')}</span><span>${msg('Why')}</span
          ><span>${msg('Until when')}</span>
        </div>
        ${storedThings().map((thing) => renderThing(thing, this.#renderForget(thing)))}
      </div>
      <section class="card part">
        <h2>${msg('What is not stored')}</h2>
        <p>
          ${msg(
            'Your passphrase. Passwords of your PSA sign-in. Tickets, notes or other contents of the PSA. Nothing is synchronised to other computers, and nothing is sent to anybody but the addresses that you enter as connections: no statistics, no error reports.',
          )}
        </p>
        <p>
          ${msg(
            'Removing the extension deletes everything in this table. Whoever can use your unlocked computer account can read what is not encrypted here, so lock the screen when you leave.',
          )}
        </p>
      </section>`;
  }

  #renderForget({ forgottenHere }: StoredThing): TemplateResult | typeof nothing {
    if (forgottenHere === undefined) return nothing;
    const { id, label, done } = forgottenHere;
    const forget = this.forget?.[id];
    return html`<portal-stored-forget label=${label} done=${done} .forget=${forget}></portal-stored-forget>`;
  }
}

function renderThing(
  { what, detail, place, where, why, until, page }: StoredThing,
  forget: TemplateResult | typeof nothing,
): TemplateResult {
  return html`<section class="row">
    <div>
      <h2>${what}</h2>
      <p class="quiet">${detail}</p>
    </div>
    <dl>
      <dt>${msg('Where')}</dt>
      <dd>${renderPlace(place)} ${where ?? nothing}</dd>
      <dt>${msg('Why')}</dt>
      <dd>${why}</dd>
      <dt>${msg('Until when')}</dt>
      <dd>
        ${until} ${page === undefined ? nothing : html`<a href=${page.href}>${page.label}</a>`} ${forget}
      </dd>
    </dl>
  </section>`;
}

function renderPlace(place: StoredThing['place']): TemplateResult {
  switch (place) {
    case 'memory':
      return html`<span class="pill off">${msg('memory')}</span>`;
    case 'encrypted':
      return html`<span class="pill good">${msg('disk, encrypted')}</span>`;
    case 'disk':
      return html`<span class="pill">${msg('disk, not encrypted')}</span>`;
  }
}

define('portal-storage-page', PortalStoragePage);

declare global {
  interface HTMLElementTagNameMap {
    'portal-storage-page': PortalStoragePage;
  }
}
