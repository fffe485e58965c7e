import { localized, msg } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PROVIDER_COMPANY_ID, type GlobalKey, type GlobalSnapshot } from '../../model/index.js';
import {
  changeBar,
  conflictDialog,
  CopiedText,
  formNotices,
  FormSession,
  lastSaved,
  readOnlyNotice,
  showInside,
  UnsavedGuard,
  type ChangeLine,
  type FormHost,
} from '../settings-form/index.js';
import {
  Announcer,
  CompanyElement,
  define,
  errorNotice,
  isInExtension,
  loadingSkeleton,
  notice,
  reconnectingNotice,
  type PortalEvent,
} from '../shared/index.js';
import { globalControlId, type GlobalPage } from './global-page.js';
import { changeableRows, readOnlyRows } from './global-rows.js';
import { globalSettingsStyles } from './global-settings.styles.js';
import { globalSource } from './global-source.js';
import type { GlobalForm, GlobalView } from './global-view.js';
import { changesForInWords, globalInWords, globalLabel, globalLabels, reachOf } from './global-words.js';

/** The detail of `portal-global-settings-saved`. */
export interface GlobalSettingsSavedDetail {
  readonly changed: readonly GlobalKey[];
  readonly snapshot: GlobalSnapshot;
}

/**
 * What all companies inherit: see it, see who follows, change it and know for how many. What the PSA lets nobody change
 * here is shown with the place where it is changed. `companyId` only says through which company's page one looks;
 * without it, it is the provider's own.
 *
 * @fires {PortalBeforeWriteEvent} portal-before-write - Something is about to be written. Call `refuse(reason)` to keep it from being written.
 * @fires {PortalEvent<GlobalSettingsSavedDetail>} portal-global-settings-saved - Global settings were saved.
 * @fires portal-dirty-changed - There are other unsaved changes than before; the detail names no company.
 * @csspart header - The title line above it all.
 * @csspart card - The frame around a group.
 * @csspart heading - The title of a card.
 * @csspart row - One setting: what it is, and its control.
 * @csspart label - The name of a setting.
 * @csspart help - What the setting does.
 * @csspart control - The control, and the notes under it.
 * @csspart notes - What is wrong, why it is locked, what it was, where it comes from.
 * @csspart bar - At the lower edge: what would be saved, or what came of it.
 */
@localized()
export class PortalGlobalSettings extends CompanyElement implements FormHost<GlobalForm, GlobalSnapshot> {
  static override styles = globalSettingsStyles;

  /** Whatever stands around says already what it is. */
  @property({ type: Boolean, attribute: 'without-heading' }) withoutHeading = false;

  readonly #session = new FormSession(
    this,
    globalSource(() => this.companyId ?? PROVIDER_COMPANY_ID),
  );
  readonly #announcer = new Announcer(this);
  readonly #copied = new CopiedText(this);
  #toldChanges = 0;
  #lastEdited: GlobalKey | undefined;

  constructor() {
    super();
    new UnsavedGuard(this, () => this.isDirty);
  }

  /** True while there is something to save. */
  get isDirty(): boolean {
    return this.#session.draft.isDirty;
  }

  /** Reads everything again; unsaved changes stay. */
  reload(): Promise<void> {
    return this.#session.reload();
  }

  /** @internal Called by the form's session. */
  announce(sentence: string): void {
    this.#announcer.announce(sentence);
  }

  /** @internal Called by the form's session. */
  settingsSaved(snapshot: GlobalSnapshot, changed: readonly GlobalKey[]): void {
    this.emit('portal-global-settings-saved', { changed, snapshot });
    // The bar's buttons go away with what they saved; whoever stood there goes back to the last setting.
    const wasInBar = this.focusedInside?.closest('.bar') !== undefined;
    if (wasInBar && !this.isDirty) this.showProblem(this.#lastEdited ?? 'twoFactor');
  }

  /** @internal Called by the form's session. */
  showProblem(key: GlobalKey): void {
    void this.updateComplete.then(() => showInside(this.renderRoot, `#${globalControlId(key)}`, 'nearest'));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('admin') || changed.has('companyId') || !this.hasUpdated)
      this.#session.show(this.writingAdmin, PROVIDER_COMPANY_ID);
  }

  protected override updated(): void {
    const { length } = this.#session.draft.changes;
    if (length === this.#toldChanges) return;
    this.#toldChanges = length;
    this.emit('portal-dirty-changed', { companyId: undefined, isDirty: length > 0, changes: length });
  }

  override render(): TemplateResult {
    return html`${this.reconnecting ? reconnectingNotice() : nothing} ${this.#content()}
    ${this.#announcer.region()}`;
  }

  #content(): TemplateResult {
    const { value, error } = this.#session.loading;
    if (this.admin === undefined)
      return notice({
        tone: 'info',
        title: msg('Not connected to a PSA yet.'),
        text: msg('The settings appear once a connection is set up.'),
      });
    if (value !== undefined) return this.#page(value);
    if (error?.data.code === 'not-found') return absent();
    return error === undefined
      ? loadingSkeleton(msg('Loading the global settings'))
      : errorNotice(error, () => void this.reload());
  }

  #page(view: GlobalView): TemplateResult {
    const page = this.#pageFor(view);
    return html`${this.withoutHeading ? lastSaved(view.snapshot) : heading(view)}
      <div class="notices">
        ${readOnlyNotice(view.capabilities.operations.globalSettings)}
        ${formNotices(this.#session, view.failures)}
      </div>
      <div class="sections">
        <section class="card" part="card" aria-labelledby="changeable">
          <h3 id="changeable" part="heading">${msg('What companies inherit')}</h3>
          ${changeableRows(page)}
        </section>
        <section class="card" part="card" aria-labelledby="elsewhere">
          <h3 id="elsewhere" part="heading">${msg('Changed elsewhere')}</h3>
          ${readOnlyRows(page)}
        </section>
      </div>
      ${changeBar(this.#changes(view), this.#session.saveState, {
        save: () => void this.#session.save(),
        discard: this.#discard,
        restore: () => this.#session.restore(),
        dismiss: () => this.#session.dismiss(),
      })}
      ${conflictDialog(this.#session, globalLabels(), (key, settings) => globalInWords(key, settings, view))}`;
  }

  #pageFor(view: GlobalView): GlobalPage {
    return {
      view,
      draft: this.#session.draft,
      problems: this.#session.problems,
      copied: this.#copied,
      edit: (change) => {
        this.#lastEdited = globalLabels().find(({ key }) => key in change)?.key;
        this.#session.edit(change);
      },
      undo: (key) => {
        this.#session.undo(key);
        this.showProblem(key);
      },
    };
  }

  #changes(view: GlobalView): ChangeLine[] {
    const { draft } = this.#session;
    return draft.changes.map(({ key }) => ({
      label: globalLabel(key),
      from: globalInWords(key, draft.base, view),
      to: globalInWords(key, draft.current, view),
      reach: changesForInWords(reachOf(key, view.snapshot.followers)),
      goTo: () => this.showProblem(key),
    }));
  }

  readonly #discard = (): void => {
    this.#session.discard();
    this.announce(msg('Changes discarded.'));
    void this.focusInside('.bar .button');
  };
}

function heading({ snapshot }: GlobalView): TemplateResult {
  return html`<header part="header">
    <div class="title">
      <p class="crumb">${msg('Client portal and Taskfire')}</p>
      <h2 part="heading">${msg('Global settings')}</h2>
    </div>
    ${lastSaved(snapshot)}
  </header>`;
}

function absent(): TemplateResult {
  return notice({
    tone: 'info',
    title: msg('The global settings cannot be read through this connection.'),
    text: isInExtension()
      ? msg(
          'Set up a connection that provides them in the extension’s options, or use the PSA’s own page of global settings.',
        )
      : msg(
          'This application has no connection that provides them. Use the PSA’s own page of global settings.',
        ),
  });
}

define('portal-global-settings', PortalGlobalSettings);

declare global {
  interface HTMLElementTagNameMap {
    'portal-global-settings': PortalGlobalSettings;
  }
  interface HTMLElementEventMap {
    'portal-global-settings-saved': PortalEvent<GlobalSettingsSavedDetail>;
  }
}
