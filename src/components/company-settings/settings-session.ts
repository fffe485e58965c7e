import { msg, str } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  toPortalError,
  type PortalAdmin,
  type PortalChange,
  type PortalError,
  type SettingsSnapshot,
} from '../../contract/index.js';
import {
  pickSettings,
  settingKeys,
  settingProblems,
  type SettingKey,
  type SomeSettings,
} from '../../model/index.js';
import { LoadTask, describeError } from '../shared/index.js';
import { changesInWords, type SaveState } from './change-bar.js';
import { loadCompanyView, rulesContext, type CompanyView } from './company-view.js';
import { allFields } from './setting-fields.js';
import { problemInWords } from './setting-state.js';
import { listInWords } from './setting-values.js';
import { SettingsDraft } from './settings-draft.js';

/** The element as its session sees it. */
export interface SessionHost extends ReactiveControllerHost {
  announce(sentence: string): void;
  settingsSaved(snapshot: SettingsSnapshot, keys: readonly SettingKey[]): void;
  /** Leads the admin to the setting that keeps the form from being saved. */
  showProblem(key: SettingKey): void;
}

/** One company's settings from reading to saving, without anything that is drawn. */
export class SettingsSession implements ReactiveController {
  readonly loading: LoadTask<CompanyView>;
  readonly draft: SettingsDraft;
  saveState: SaveState = { kind: 'editing' };
  /** Somebody else saved while the form has unsaved changes; known before the admin tries to save. */
  newer: SettingsSnapshot | undefined;
  /** Somebody else's version beside ours, being compared. */
  conflict: SettingsSnapshot | undefined;
  #refused: ReadonlyMap<SettingKey, string> = new Map();
  #discarded: SomeSettings = {};
  #admin: PortalAdmin | undefined;
  #companyId: number | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(private readonly host: SessionHost) {
    this.loading = new LoadTask(host);
    this.draft = new SettingsDraft(host);
    host.addController(this);
  }

  /** A page that moves the element around takes it out for a moment: what was missed in it is read again. */
  hostConnected(): void {
    this.#subscribe();
    void this.reload();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  /** Shows a company. Another company starts over; the same one through another connection keeps what was entered. */
  show(admin: PortalAdmin | undefined, companyId: number | undefined): void {
    if (companyId !== this.#companyId) {
      this.loading.reset();
      this.draft.start({ companyId: 0, settings: {}, version: '', changedBy: null, changedAt: null });
      this.#settle({ kind: 'editing' });
    }
    this.#admin = admin;
    this.#companyId = companyId;
    this.#subscribe();
    void this.reload();
  }

  async reload(): Promise<void> {
    const [admin, companyId] = [this.#admin, this.#companyId];
    if (admin === undefined || companyId === undefined) return;
    const isTaken = await this.loading.run((signal) => loadCompanyView(admin, companyId, signal));
    if (isTaken && this.loading.value !== undefined) this.#take(this.loading.value.snapshot);
  }

  /** What keeps the form from being saved, in words: the rules' problems, and what the PSA refused last time. */
  get problems(): ReadonlyMap<SettingKey, string> {
    const view = this.loading.value;
    if (view === undefined) return new Map();
    const found = settingProblems(this.draft.base, this.draft.current, rulesContext(view));
    return new Map([...this.#refused, ...found.map(({ key, code }) => [key, problemInWords(code)] as const)]);
  }

  edit(change: SomeSettings): void {
    this.draft.edit(change);
    this.#edited(settingKeys.filter((key) => key in change));
    this.#announceForced(change);
  }

  undo(key: SettingKey): void {
    this.draft.undo(key);
    this.#edited([key]);
  }

  discard(): void {
    this.#discarded = this.draft.edits;
    const count = this.draft.changes.length;
    this.draft.replaceEdits({});
    this.#settle({ kind: 'discarded', count });
    if (this.newer !== undefined) void this.reload();
  }

  restore(): void {
    this.draft.replaceEdits(this.#discarded);
    this.#settle({ kind: 'editing' });
    this.host.announce(changesInWords(this.draft.changes.length));
  }

  dismiss(): void {
    this.#settle({ kind: 'editing' });
  }

  /** Saves the form, unless something in it is wrong: then it leads there. */
  async save(): Promise<void> {
    const [admin, companyId] = [this.#admin, this.#companyId];
    if (admin === undefined || companyId === undefined || this.saveState.kind === 'saving') return;
    this.#refused = new Map();
    const [wrong] = this.problems.keys();
    if (wrong !== undefined) {
      this.host.showProblem(wrong);
      return;
    }
    this.#settle({ kind: 'saving' });
    this.host.announce(msg('Saving…'));
    const sent = this.draft.change;
    try {
      const snapshot = await admin.saveSettings(companyId, sent, this.draft.version);
      if (companyId === this.#companyId) this.#saved(snapshot, sent);
    } catch (thrown) {
      if (companyId === this.#companyId) this.#notSaved(toPortalError(thrown));
    }
  }

  /** Puts somebody else's version beside ours. */
  compare(theirs: SettingsSnapshot | undefined): void {
    this.conflict = theirs;
    this.host.requestUpdate();
  }

  /** The admin has chosen which of our values stay over theirs; what only we changed stays anyway. */
  async settleConflict(keep: readonly SettingKey[]): Promise<void> {
    const theirs = this.conflict;
    if (theirs === undefined) return;
    const free = settingKeys.filter((key) => key in this.draft.mergeWith(theirs.settings).mine);
    this.#rebase(theirs, pickSettings(this.draft.edits, [...free, ...keep]));
    if (this.draft.isDirty) return this.save();
    this.#settle({ kind: 'editing' });
    this.host.announce(msg('Their values stay. There is nothing left to save.'));
  }

  #subscribe(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.#admin?.subscribe((change) => this.#changedElsewhere(change));
  }

  /** Our own save answers with the new settings; reading them once more would only cost time. */
  #changedElsewhere(change: PortalChange): void {
    const concernsUs =
      change.kind === 'connection' || (change.kind === 'settings' && change.companyId === this.#companyId);
    if (concernsUs && this.saveState.kind !== 'saving') void this.reload();
  }

  #take(snapshot: SettingsSnapshot): void {
    if (!this.draft.isDirty) {
      this.draft.start(snapshot);
      this.newer = undefined;
    } else if (snapshot.version !== this.draft.version) {
      this.newer = snapshot;
      this.host.announce(msg('Someone else has changed these settings.'));
    }
    this.host.requestUpdate();
  }

  #saved(snapshot: SettingsSnapshot, sent: SomeSettings): void {
    const keys = settingKeys.filter((key) => key in sent);
    this.draft.saved(snapshot, sent);
    this.#showSnapshot(snapshot);
    const names = allFields()
      .filter(({ key }) => keys.includes(key))
      .map(({ label }) => label);
    this.#settle({ kind: 'saved', names });
    this.host.announce(msg(str`Saved: ${listInWords(names)}`));
    this.host.settingsSaved(snapshot, keys);
  }

  #notSaved(error: PortalError): void {
    const conflict = error.as('conflict');
    if (conflict === undefined) this.#refusedBy(error);
    else this.#conflicted({ ...conflict.theirs, settings: onlyKnown(conflict.theirs.settings) });
  }

  #refusedBy(error: PortalError): void {
    const problems = error.as('validation')?.problems ?? [];
    this.#refused = new Map(
      problems.flatMap(({ path: [first], detail }) => {
        const key = settingKeys.find((one) => one === first);
        return key === undefined ? [] : [[key, detail ?? msg('The PSA did not accept this value.')] as const];
      }),
    );
    this.#settle({ kind: 'failed', error });
    const [wrong] = this.#refused.keys();
    if (wrong !== undefined) this.host.showProblem(wrong);
    else this.host.announce(`${msg('Not saved.')} ${describeError(error).what}`);
  }

  /** If an earlier answer was lost after the write, "their" version is ours and there is nothing to decide. */
  #conflicted(theirs: SettingsSnapshot): void {
    const { mine, conflicts } = this.draft.mergeWith(theirs.settings);
    if (conflicts.length === 0 && Object.keys(mine).length === 0) {
      this.#saved(theirs, this.draft.change);
    } else {
      this.#settle({ kind: 'editing' });
      this.compare(theirs);
    }
  }

  #rebase(theirs: SettingsSnapshot, mine: SomeSettings): void {
    this.draft.rebase(theirs, mine);
    this.#showSnapshot(theirs);
    this.newer = undefined;
    this.compare(undefined);
  }

  #showSnapshot(snapshot: SettingsSnapshot): void {
    if (this.loading.value !== undefined) this.loading.value = { ...this.loading.value, snapshot };
  }

  /** An edit answers what the PSA said about these settings, and the message about the last save is over. */
  #edited(keys: readonly SettingKey[]): void {
    this.#refused = new Map([...this.#refused].filter(([key]) => !keys.includes(key)));
    if (this.saveState.kind !== 'saving' && this.saveState.kind !== 'failed')
      this.#settle({ kind: 'editing' });
  }

  #announceForced(change: SomeSettings): void {
    const forced = allFields().filter(({ key }) => !(key in change) && this.draft.isForced(key));
    if (forced.length === 0) return;
    const names = listInWords(forced.map(({ label }) => label));
    this.host.announce(msg(str`This also changes: ${names}`));
  }

  #settle(state: SaveState): void {
    this.saveState = state;
    this.host.requestUpdate();
  }
}

/** An error's data may name a setting without a value; for us such a key does not exist. */
function onlyKnown(settings: object): SomeSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
