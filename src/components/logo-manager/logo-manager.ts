import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Availability } from '../../contract/index.js';
import { isProviderCompany, logoSlots, type CompanyLogos, type LogoSlot } from '../../model/index.js';
import { readOnlyNotice, returnedInWords, UnsavedGuard } from '../settings-form/index.js';
import {
  Announcer,
  CompanyElement,
  define,
  errorNotice,
  loadingSkeleton,
  missingNotice,
  notice,
  reconnectingNotice,
  type PortalEvent,
} from '../shared/index.js';
import type { Candidate, RefusedFile } from './logo-file.js';
import { logoManagerStyles } from './logo-manager.styles.js';
import type { Ground } from './logo-preview.js';
import { LogoSession, type Deed, type LogoHost } from './logo-session.js';
import { doneWords, fileInputId, logoSlot } from './logo-slot.js';
import type { LogoView } from './logo-view.js';
import { absentWords, logoFacts, slotTitle } from './logo-words.js';

/** The detail of `portal-logos-changed`. */
export interface LogosChangedDetail {
  readonly companyId: number;
  readonly slot: LogoSlot;
  /** What is in force now. */
  readonly logos: CompanyLogos;
}

/**
 * The logos of one company, where they will be seen: see them, try a file, use it, take it back. A file is told by its content
 * before it is shown; only what is good for a logo is offered to be saved.
 *
 * @fires {PortalBeforeWriteEvent} portal-before-write - Something is about to be written. Call `refuse(reason)` to keep it from being written.
 * @fires {PortalEvent<LogosChangedDetail>} portal-logos-changed - A logo was set, removed or brought back.
 * @fires portal-dirty-changed - A chosen file waits to be saved, or no longer does.
 * @csspart header - The title line above it all.
 * @csspart card - The frame around a group.
 * @csspart heading - The title of a card.
 * @csspart preview - The drawing of a page with the logo in it.
 */
@localized()
export class PortalLogoManager extends CompanyElement implements LogoHost {
  static override styles = logoManagerStyles;

  readonly #session = new LogoSession(this);
  readonly #announcer = new Announcer(this);
  #toldDirty = 0;

  @state() private ground: Ground = 'light';
  /** Where a file is held over. */
  @state() private target: LogoSlot | undefined;

  constructor() {
    super();
    new UnsavedGuard(this, () => this.#session.hasUnsaved);
  }

  /** True while a chosen file waits to be saved. */
  get isDirty(): boolean {
    return this.#session.isDirty;
  }

  /** Reads everything again; chosen files stay. */
  reload(): Promise<void> {
    return this.#session.reload();
  }

  /** @internal Called by the session of logos. */
  fileChosen(slot: LogoSlot, file: Candidate | RefusedFile): void {
    // What is refused is an alert already.
    if ('problem' in file) return;
    const facts = logoFacts(file.logo);
    this.#announcer.announce(msg(str`${slotTitle(slot)}: ${file.name}, ${facts}. Not saved yet.`));
  }

  /** @internal Called by the session of logos. */
  logosChanged(slot: LogoSlot, deed: Deed, logos: CompanyLogos): void {
    const { companyId } = this;
    this.#announcer.announce(`${slotTitle(slot)}: ${doneWords(deed)}`);
    if (companyId !== undefined) this.emit('portal-logos-changed', { companyId, slot, logos });
    void this.#keepFocus(slot);
  }

  /** @internal Called by the session of logos. */
  filesReturned(): void {
    this.#announcer.announce(returnedInWords());
  }

  /** @internal Called by the session of logos. */
  failed(slot: LogoSlot): void {
    void this.#keepFocus(slot);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('admin') || changed.has('companyId'))
      this.#session.show(this.writingAdmin, this.companyId);
  }

  protected override updated(): void {
    const changes = logoSlots.filter((slot) => this.#session.slot(slot).candidate !== undefined).length;
    if (changes === this.#toldDirty) return;
    this.#toldDirty = changes;
    this.emit('portal-dirty-changed', { companyId: this.companyId, isDirty: changes > 0, changes });
  }

  protected override render(): TemplateResult {
    return html`${this.reconnecting ? reconnectingNotice() : nothing} ${this.#content()}
    ${this.#announcer.region()}`;
  }

  #content(): TemplateResult {
    const { value, error } = this.#session.loading;
    const missing = missingNotice(this, {
      withoutAdmin: msg('The logos appear once a connection is set up.'),
      withoutCompany: msg('Open a company to see its logos.'),
    });
    if (missing !== undefined) return missing;
    if (value !== undefined) return this.#page(value);
    return error === undefined
      ? loadingSkeleton(msg('Loading the logos'))
      : errorNotice(error, () => void this.reload());
  }

  #page(view: LogoView): TemplateResult {
    const { logos } = view.capabilities.operations;
    return html`<header part="header" role="none">
        <div>
          <h2>${msg('Logos')}</h2>
          <p>${this.#intro(view.companyId)}</p>
        </div>
        ${view.logos === undefined ? nothing : this.#groundChoice()}
      </header>
      <div class="notices">${this.#notices(view, logos)}</div>
      ${
        view.logos === undefined
          ? nothing
          : html`<div
              class="slots"
              @dragover=${this.#onDrag}
              @dragleave=${this.#onDragLeave}
              @drop=${this.#onDrop}
              @paste=${this.#onPaste}
            >
              ${logoSlots.map((slot) => this.#slot(view, slot, logos.state === 'available'))}
            </div>`
      }`;
  }

  #intro(companyId: number): string {
    return isProviderCompany(companyId)
      ? msg('These are the provider’s logos: every company without its own shows them.')
      : msg('What the company’s users see. Without its own logos the provider’s are shown.');
  }

  #groundChoice(): TemplateResult {
    const choice = (ground: Ground, words: string): TemplateResult =>
      html`<label>
        <input
          type="radio"
          name="ground"
          .checked=${this.ground === ground}
          @change=${() => {
            this.ground = ground;
          }}
        />
        ${words}
      </label>`;
    return html`<fieldset>
      <legend>${msg('Look at it on')}</legend>
      ${choice('light', msg('light ground'))} ${choice('dark', msg('dark ground'))}
    </fieldset>`;
  }

  #notices({ logos, portalLogin, failure }: LogoView, availability: Availability): TemplateResult[] {
    const { error } = this.#session.loading;
    const shown = readOnlyNotice(availability);
    const retry = (): void => void this.reload();
    if (availability.state === 'absent')
      shown.push(
        notice({
          tone: 'info',
          title: msg('The logos cannot be read through this connection.'),
          text: absentWords(availability.reason),
        }),
      );
    if (error !== undefined) shown.push(errorNotice(error, retry));
    else if (failure !== undefined) shown.push(errorNotice(failure, retry));
    if (logos !== undefined && portalLogin?.isFriendly === false)
      shown.push(
        notice({
          tone: 'warn',
          title: msg('The login page shows the vendor’s logo.'),
          text: msg(
            'Only the company’s friendly login address shows own logos, and this company still has the older one. Set up the friendly address in the PSA, then hand it out.',
          ),
        }),
      );
    if (portalLogin?.hasIdentityProvider === true)
      shown.push(
        notice({
          tone: 'info',
          title: msg('Some users may never see the login page.'),
          text: msg('The company signs in through its own identity provider, which can lead past it.'),
        }),
      );
    return shown;
  }

  #slot({ companyId, logos }: LogoView, slot: LogoSlot, isEditable: boolean): unknown {
    if (logos === undefined) return nothing;
    return logoSlot({
      ...{ slot, companyId, logos, isEditable },
      state: this.#session.slot(slot),
      ground: this.ground,
      isBusy: this.#session.isBusy,
      isTarget: this.target === slot,
      choose: (files) => void this.#session.choose(slot, files),
      act: (deed) => this.#act(slot, deed),
    });
  }

  #act(slot: LogoSlot, deed: Deed | 'discard'): void {
    if (this.#session.isBusy) return;
    switch (deed) {
      case 'discard':
        this.#session.discard(slot);
        this.#announcer.announce(msg('Discarded. The logo in force stays.'));
        void this.#keepFocus(slot);
        break;
      case 'set':
        void this.#session.save(slot);
        break;
      case 'remove':
        void this.#session.remove(slot);
        break;
      case 'undo':
        void this.#session.undo(slot);
        break;
    }
  }

  /** A button that is gone with what it did must not take the focus along to the top of the page. */
  async #keepFocus(slot: LogoSlot): Promise<void> {
    const had = this.focusedInside;
    await this.updateComplete;
    if (had !== null && this.focusedInside === null) await this.focusInside(`#${fileInputId(slot)}`);
  }

  /** The slot under a dragged or pasted file, where files are taken. */
  #slotOf(event: Event): LogoSlot | undefined {
    const isEditable = this.#session.loading.value?.capabilities.operations.logos.state === 'available';
    const { target } = event;
    if (!isEditable || !(target instanceof Element)) return undefined;
    const name = target.closest<HTMLElement>('[data-slot]')?.dataset.slot;
    return logoSlots.find((slot) => slot === name);
  }

  /** Without this the browser would leave the page and open the file. */
  readonly #onDrag = (event: DragEvent): void => {
    const slot = this.#slotOf(event);
    this.target = slot;
    if (slot === undefined || event.dataTransfer === null) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = this.#session.isBusy ? 'none' : 'copy';
  };

  readonly #onDragLeave = (event: DragEvent): void => {
    const { relatedTarget } = event;
    const isInside = relatedTarget instanceof Element && relatedTarget.closest('[data-slot]') !== null;
    if (!isInside) this.target = undefined;
  };

  readonly #onDrop = (event: DragEvent): void => {
    const slot = this.#slotOf(event);
    this.target = undefined;
    if (slot === undefined) return;
    event.preventDefault();
    void this.#session.choose(slot, [...(event.dataTransfer?.files ?? [])]);
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    const slot = this.#slotOf(event);
    const files = [...(event.clipboardData?.files ?? [])];
    if (slot === undefined || files.length === 0) return;
    event.preventDefault();
    void this.#session.choose(slot, files);
  };
}

define('portal-logo-manager', PortalLogoManager);

declare global {
  interface HTMLElementTagNameMap {
    'portal-logo-manager': PortalLogoManager;
  }
  interface HTMLElementEventMap {
    'portal-logos-changed': PortalEvent<LogosChangedDetail>;
  }
}
