import { localized, msg, str } from '@lit/localize';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SettingsSnapshot } from '../../contract/index.js';
import type { CompanySettings, SettingKey, SomeSettings } from '../../model/index.js';
import {
  Announcer,
  CompanyElement,
  define,
  errorNotice,
  loadingSkeleton,
  missingNotice,
  reconnectingNotice,
  PortalEvent,
  tellNavigation,
} from '../shared/index.js';
import {
  changeBar,
  conflictDialog,
  CopiedText,
  FindableList,
  formNotices,
  FormSession,
  MinuteClock,
  showInside,
  UnsavedGuard,
  type ChangeLine,
  type FormHost,
} from '../settings-form/index.js';
import { companySettingsStyles } from './company-settings.styles.js';
import type { CompanyView } from './company-view.js';
import { findField, isFindKey, matchesSearch, settingWords } from './find-setting.js';
import { GlobalsDialog } from './globals-dialog.js';
import { pageHeader, pageNotices } from './page-header.js';
import { allFields, fieldsOf, sectionIds, sectionOf, type SectionId } from './setting-fields.js';
import { controlId, headingId, type GlobalPlace, type SettingsPage } from './settings-page.js';
import { sectionNavigation, settingsSection } from './settings-section.js';
import { settingsSource } from './settings-source.js';
import { valueInWords } from './setting-values.js';

/** The detail of `portal-settings-saved`. */
export interface SettingsSavedDetail {
  readonly companyId: number;
  /** The settings that were changed. */
  readonly changed: readonly SettingKey[];
  readonly snapshot: SettingsSnapshot;
}

/** The detail of `portal-open-global-settings`. */
export interface OpenGlobalsDetail {
  /** On whose page it was asked for. */
  readonly companyId: number | undefined;
  /** The value that is inherited there; undefined where all of them are wanted. */
  readonly key: GlobalPlace | undefined;
}

/**
 * The client-portal settings of one company: see, understand, change and save them. All rules apply while one edits;
 * nothing that cannot be read or changed is pretended.
 *
 * @fires {PortalBeforeWriteEvent} portal-before-write - Something is about to be written. Call `refuse(reason)` to keep it from being written.
 * @fires {PortalEvent<SettingsSavedDetail>} portal-settings-saved - Settings were saved.
 * @fires {PortalEvent<DirtyChangedDetail>} portal-dirty-changed - There are other unsaved changes than before.
 * @fires portal-settings-shown - The settings stand there, or the reason why not; again for another company.
 * @fires {PortalEvent<OpenGlobalsDetail>} portal-open-global-settings - Somebody wants to see what all companies inherit; it
 * opens in a dialog unless you call `preventDefault()`.
 * @fires portal-navigate - Somebody goes to another part. Call `preventDefault()` where you lead them there.
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
export class PortalCompanySettings
  extends CompanyElement
  implements FormHost<CompanySettings, SettingsSnapshot>
{
  static override styles = companySettingsStyles;

  /** The page around has a search and a way to the sections of its own. */
  @property({ type: Boolean, attribute: 'without-navigation' }) withoutNavigation = false;

  readonly #session = new FormSession(this, settingsSource);
  readonly #announcer = new Announcer(this);
  readonly #copied = new CopiedText(this);
  readonly #zones = new FindableList(this);
  readonly #types = new FindableList(this);
  readonly #globals = new GlobalsDialog(this);
  #toldChanges = 0;
  /** Of which company it was told that its settings are shown. */
  #toldShown: number | undefined;
  /** Where to go as soon as the settings are there. */
  #wanted: SettingKey | SectionId | undefined;
  #lastEdited: SettingKey | undefined;

  @state() private search = '';
  @state() private section: SectionId | undefined;

  constructor() {
    super();
    new MinuteClock(this);
    new UnsavedGuard(this, () => this.#session.hasUnsaved);
    this.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** True while there is something to save. */
  get isDirty(): boolean {
    return this.#session.draft.isDirty;
  }

  /** Reads everything again; unsaved changes stay. */
  reload(): Promise<void> {
    return this.#session.reload();
  }

  /** Moves the focus to a setting or to the heading of a section, as soon as the settings are there. */
  goTo(target: SettingKey | SectionId): void {
    if (this.#session.loading.value === undefined) this.#wanted = target;
    else this.#goTo(target);
  }

  /** Where a section is in the window; undefined while it is not shown. */
  placeOf(section: SectionId): DOMRect | undefined {
    return this.renderRoot.querySelector(`[data-section="${section}"]`)?.getBoundingClientRect();
  }

  /** Whether there is something for `openGlobalSettings` to open: the backend has global settings. */
  get hasGlobalSettings(): boolean {
    const state = this.#session.loading.value?.capabilities.operations.globalSettings.state;
    return state !== undefined && state !== 'absent';
  }

  /** Opens what all companies inherit, as the links beside inherited values do. */
  openGlobalSettings(): void {
    this.#openGlobals(undefined);
  }

  /** How many unsaved changes a section has. */
  changesIn(section: SectionId): number {
    const keys = fieldsOf(section).map(({ key }) => key);
    return this.#session.draft.changes.filter(({ key }) => keys.includes(key)).length;
  }

  /** @internal Called by the form's session. */
  announce(sentence: string): void {
    this.#announcer.announce(sentence);
  }

  /** @internal Called by the form's session. */
  settingsSaved(snapshot: SettingsSnapshot, changed: readonly SettingKey[]): void {
    this.emit('portal-settings-saved', { companyId: snapshot.companyId, changed, snapshot });
    this.#leaveBar();
  }

  /** @internal Called by the form's session. */
  showProblem(key: SettingKey): void {
    this.#goTo(key);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('admin') || changed.has('companyId'))
      this.#session.show(this.writingAdmin, this.companyId);
    if (!changed.has('companyId')) return;
    this.#copied.reset();
    this.#zones.reset();
    this.#types.reset();
    this.#toldShown = undefined;
  }

  protected override updated(): void {
    this.#tellShown();
    const { length } = this.#session.draft.changes;
    if (length === this.#toldChanges) return;
    this.#toldChanges = length;
    this.emit('portal-dirty-changed', { companyId: this.companyId, isDirty: length > 0, changes: length });
  }

  #tellShown(): void {
    const { companyId } = this;
    const { value, error } = this.#session.loading;
    if (companyId === undefined || (value === undefined && error === undefined)) return;
    if (value !== undefined && this.#wanted !== undefined) {
      this.#goTo(this.#wanted);
      this.#wanted = undefined;
    }
    if (this.#toldShown === companyId) return;
    this.#toldShown = companyId;
    this.emit('portal-settings-shown', { companyId });
  }

  override render(): TemplateResult {
    return html`${this.reconnecting ? reconnectingNotice() : nothing} ${this.#content()}
    ${this.#announcer.region()}`;
  }

  #content(): TemplateResult {
    const { value, error } = this.#session.loading;
    const retry = (): void => void this.reload();
    const missing = missingNotice(this, {
      withoutAdmin: msg('The settings appear once a connection is set up.'),
      withoutCompany: msg('Open a company to see its settings.'),
    });
    if (missing !== undefined) return missing;
    if (value !== undefined) return this.#page(value);
    return error === undefined ? loadingSkeleton(msg('Loading the settings')) : errorNotice(error, retry);
  }

  #page(view: CompanyView): TemplateResult {
    const page = this.#pageFor(view);
    const matches = (text: string): boolean => matchesSearch(this.search, text);
    // The page around has Taskfire as a part of its own.
    const ids = sectionIds.filter((id) => id !== 'taskfire' || !this.withoutNavigation);
    const sections = ids.map((id) => ({ id, content: settingsSection(id, page, matches) }));
    const shown = sections.filter(({ content }) => content !== nothing);
    return html`${pageHeader(view)}
      <div class="notices">${pageNotices(view)} ${formNotices(this.#session, view.failures)}</div>
      <div class=${this.withoutNavigation ? '' : 'columns'}>
        ${
          this.withoutNavigation
            ? nothing
            : this.#navigation(
                shown.map(({ id }) => id),
                page,
              )
        }
        <div class="sections" @focusin=${this.#onFocusIn}>
          ${shown.length === 0 ? this.#nothingFound() : shown.map(({ content }) => content)}
        </div>
      </div>
      ${changeBar(this.#changes(page), this.#session.saveState, {
        save: () => void this.#session.save(),
        discard: this.#discard,
        restore: () => this.#session.restore(),
        dismiss: () => this.#session.dismiss(),
      })}
      ${this.#globals.template(this.admin, this.companyId)}
      ${conflictDialog(this.#session, allFields(), (key, settings) => wordsOf(key, settings, view))}`;
  }

  #navigation(sections: readonly SectionId[], page: SettingsPage): TemplateResult {
    return html`<nav aria-label=${msg('Settings')}>
      ${findField(this.search, { find: this.#find, goToFirst: this.#goToFirst })}
      ${sectionNavigation(sections, this.section, page)}
    </nav>`;
  }

  #pageFor(view: CompanyView): SettingsPage {
    return {
      view,
      draft: this.#session.draft,
      problems: this.#session.problems,
      copied: this.#copied,
      zones: this.#zones,
      types: this.#types,
      openGlobals: this.hasGlobalSettings ? this.#openGlobals : undefined,
      edit: (change) => {
        this.#lastEdited = allFields().find(({ key }) => key in change)?.key;
        this.#session.edit(change);
      },
      undo: (key) => {
        this.#session.undo(key);
        this.#goTo(key);
      },
      goTo: this.#leadTo,
    };
  }

  /** Opens what all companies inherit, unless whoever embeds the element shows it somewhere else. */
  readonly #openGlobals = (key: GlobalPlace | undefined): void => {
    const detail = { companyId: this.companyId, key };
    const event = new PortalEvent('portal-open-global-settings', detail, { cancelable: true });
    if (this.dispatchEvent(event)) this.#globals.open();
  };

  /** In the order of the requirements. */
  #changes({ draft, view, goTo }: SettingsPage): ChangeLine[] {
    return draft.changes.map(({ key }) => ({
      label: allFields().find((field) => field.key === key)?.label ?? key,
      from: wordsOf(key, draft.base, view),
      to: wordsOf(key, draft.current, view),
      goTo: () => goTo(key),
    }));
  }

  #nothingFound(): TemplateResult {
    return html`<p class="empty">
      ${msg(str`No setting matches “${this.search}”.`)}
      <button type="button" class="link-button" @click=${() => this.#find('')}>${msg('Show all')}</button>
    </p>`;
  }

  readonly #find = (search: string): void => {
    this.search = search;
    const found = allFields().filter((field) => matchesSearch(search, settingWords(field))).length;
    this.announce(search === '' ? msg('All settings are shown.') : msg(str`${found} settings found.`));
  };

  readonly #goToFirst = (): void => {
    void this.focusInside('.row :is(input, select, button, a)');
  };

  readonly #discard = (): void => {
    this.#session.discard();
    this.announce(msg('Changes discarded.'));
    void this.focusInside('.bar .button');
  };

  readonly #onFocusIn = (event: FocusEvent): void => {
    const { target } = event;
    const section = target instanceof Element ? target.closest<HTMLElement>('[data-section]') : null;
    this.section = sectionIds.find((id) => id === section?.dataset.section);
  };

  #onKey(event: KeyboardEvent): void {
    if (this.withoutNavigation || !isFindKey(event) || this.#session.conflict !== undefined) return;
    event.preventDefault();
    void this.focusInside('.find');
  }

  /** The user's own move, of which whoever embeds the element hears first. */
  readonly #leadTo = (target: SettingKey | SectionId): void => {
    const { companyId } = this;
    if (tellNavigation(this, { companyId, target: `settings/${target}` })) this.#goTo(target);
  };

  #goTo(target: SettingKey | SectionId): void {
    this.search = '';
    const section = sectionIds.find((id) => id === target);
    const key = allFields().find((field) => field.key === target)?.key;
    if (section !== undefined) void this.#showInside([`#${headingId(section)}`], 'start');
    else if (key !== undefined) void this.#showInside(waysTo(key), 'nearest');
  }

  /** Goes to the first of these that is there. */
  async #showInside(selectors: readonly string[], block: ScrollLogicalPosition): Promise<void> {
    await this.updateComplete;
    const found = selectors.find((selector) => this.renderRoot.querySelector(selector) !== null);
    if (found !== undefined) showInside(this.renderRoot, found, block);
  }

  /** The bar's buttons go away with what they saved; whoever stood there goes back to the last setting. */
  #leaveBar(): void {
    const wasInBar = this.focusedInside?.closest('.bar') !== undefined;
    const back = this.#lastEdited ?? fieldsOf('sign-in')[0]?.key;
    if (wasInBar && !this.isDirty && back !== undefined) this.#goTo(back);
  }
}

/** Its control; its row where it is unknown; its section where it is not shown, as what belongs to early access. */
function waysTo(key: SettingKey): string[] {
  const section = sectionOf(key);
  const heading = section === undefined ? [] : [`#${headingId(section)}`];
  return [`#${controlId(key)}`, `[data-setting="${key}"]`, ...heading];
}

function wordsOf(key: SettingKey, settings: SomeSettings, view: CompanyView): string {
  const field = allFields().find((one) => one.key === key);
  return field === undefined ? msg('Unknown') : valueInWords(field, settings, view);
}

define('portal-company-settings', PortalCompanySettings);

declare global {
  interface HTMLElementTagNameMap {
    'portal-company-settings': PortalCompanySettings;
  }
  interface HTMLElementEventMap {
    'portal-settings-saved': PortalEvent<SettingsSavedDetail>;
    'portal-open-global-settings': PortalEvent<OpenGlobalsDetail>;
    'portal-settings-shown': PortalEvent<{ readonly companyId: number }>;
  }
}
