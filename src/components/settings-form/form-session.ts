import { msg, str } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  toPortalError,
  type PortalAdmin,
  type PortalChange,
  type PortalError,
} from '../../contract/index.js';
import { isSameSetting, pick, type KeyOf, type Some } from '../../model/index.js';
import { LoadTask, describeError } from '../shared/index.js';
import { alsoChangesInWords, changesInWords, returnedInWords, type SaveState } from './change-bar.js';
import { FormDraft, type FormRules, type FormSnapshot } from './form-draft.js';
import { KeptDrafts } from './kept-drafts.js';
import { listInWords } from './list-in-words.js';

/** The element as its session sees it. */
export interface FormHost<S, N> extends ReactiveControllerHost {
  announce(sentence: string): void;
  /** These settings were saved; `snapshot` is how they are now. */
  settingsSaved(snapshot: N, keys: readonly KeyOf<S>[]): void;
  /** Leads the admin to the setting that keeps the form from being saved. */
  showProblem(key: KeyOf<S>): void;
}

/** What one form is about: which settings `S`, read as a part of which view `V`, as which snapshot `N`. */
export interface FormSource<S, V, N extends FormSnapshot<S>> {
  readonly rules: FormRules<S>;
  load(admin: PortalAdmin, companyId: number, signal: AbortSignal): Promise<V>;
  snapshotOf(view: V): N;
  withSnapshot(view: V, snapshot: N): V;
  save(admin: PortalAdmin, companyId: number, change: Some<S>, version: string): Promise<N>;
  /** What is there now, where the error says that somebody saved in between; undefined where it says something else. */
  theirs(admin: PortalAdmin, companyId: number, error: PortalError): Promise<N | undefined>;
  /** What speaks against saving, in words. */
  problems(view: V, base: Some<S>, current: Some<S>): ReadonlyMap<KeyOf<S>, string>;
  /** True where this change may have made what is shown out of date. */
  concerns(change: PortalChange, companyId: number): boolean;
  /** Each setting as it is called, in the order of the page. */
  labels(): readonly { readonly key: KeyOf<S>; readonly label: string }[];
}

/** An unsaved form of a company that is not shown at the moment, and what it was read from. */
interface KeptDraft<S> {
  readonly settings: Some<S>;
  readonly version: string;
  readonly edits: Some<S>;
}

/** Settings that are saved together, from reading to saving, without anything that is drawn. */
export class FormSession<S, V, N extends FormSnapshot<S>> implements ReactiveController {
  readonly loading: LoadTask<V>;
  readonly draft: FormDraft<S>;
  saveState: SaveState = { kind: 'editing' };
  /** Somebody else saved while the form has unsaved changes; known before the admin tries to save. */
  newer: N | undefined;
  /** Somebody else's version beside ours, being compared. */
  conflict: N | undefined;
  #refused: ReadonlyMap<KeyOf<S>, string> = new Map();
  #discarded: Some<S> = {};
  readonly #kept = new KeptDrafts<KeptDraft<S>>();
  /** Companies whose settings are being saved. */
  readonly #sending = new Set<number>();
  #admin: PortalAdmin | undefined;
  #companyId: number | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(
    private readonly host: FormHost<S, N>,
    private readonly source: FormSource<S, V, N>,
  ) {
    this.loading = new LoadTask(host);
    this.draft = new FormDraft(host, source.rules);
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

  /** True while something is unsaved, also of a company that is not shown at the moment. */
  get hasUnsaved(): boolean {
    return this.draft.isDirty || !this.#kept.isEmpty;
  }

  /**
   * Shows a company. Another company has a form of its own: what was entered for it earlier comes back, what is entered now waits
   * until its company is shown again. The same company through another connection keeps what was entered.
   */
  show(admin: PortalAdmin | undefined, companyId: number | undefined): void {
    if (companyId !== this.#companyId) this.#turnTo(companyId);
    this.#admin = admin;
    this.#companyId = companyId;
    this.#subscribe();
    void this.reload();
  }

  #turnTo(companyId: number | undefined): void {
    const { draft } = this;
    const { base: settings, version, edits } = draft;
    const entered = draft.isDirty ? { settings, version, edits } : undefined;
    const kept = this.#kept.turn(this.#companyId, entered, companyId);
    this.loading.reset();
    draft.start(kept ?? { settings: {}, version: '' });
    draft.replaceEdits(kept?.edits ?? {});
    this.newer = undefined;
    this.conflict = undefined;
    this.#refused = new Map();
    const isSending = companyId !== undefined && this.#sending.has(companyId);
    this.#settle({ kind: isSending ? 'saving' : draft.isDirty ? 'returned' : 'editing' });
    if (this.saveState.kind === 'returned') this.host.announce(returnedInWords());
  }

  async reload(): Promise<void> {
    const [admin, companyId] = [this.#admin, this.#companyId];
    if (admin === undefined || companyId === undefined) return;
    await this.loading.run(
      (signal) => this.source.load(admin, companyId, signal),
      // The form and what it was read from are rendered together, never one without the other.
      (view) => this.#take(this.source.snapshotOf(view)),
    );
  }

  /** What keeps the form from being saved, in words: the rules' problems, and what the PSA refused last time. */
  get problems(): ReadonlyMap<KeyOf<S>, string> {
    const view = this.loading.value;
    if (view === undefined) return new Map();
    const found = this.source.problems(view, this.draft.base, this.draft.current);
    return new Map([...this.#refused, ...found]);
  }

  edit(change: Some<S>): void {
    this.draft.edit(change);
    this.#edited(this.#keysIn(change));
    this.#announceForced(change);
  }

  undo(key: KeyOf<S>): void {
    this.draft.undo(key);
    this.#edited([key]);
  }

  discard(): void {
    const { edits, overruled } = this.draft;
    this.#discarded = pick(
      edits,
      this.#keysIn(edits).filter((key) => !overruled.includes(key)),
    );
    const count = this.draft.changes.length;
    this.draft.replaceEdits({});
    this.#settle({ kind: 'discarded', count });
    if (this.newer !== undefined) void this.reload();
  }

  /** What was discarded comes back, unless somebody else saved in the meantime what rules it out. */
  restore(): void {
    this.draft.replaceEdits(this.#discarded);
    if (this.#dropOverruled()) return;
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
    this.#sending.add(companyId);
    try {
      const snapshot = await this.source.save(admin, companyId, sent, this.draft.version);
      this.#sending.delete(companyId);
      if (companyId === this.#companyId) this.#saved(snapshot, sent);
      else this.#savedElsewhere(companyId, snapshot, sent);
    } catch (thrown) {
      this.#sending.delete(companyId);
      await this.#notSaved(admin, companyId, toPortalError(thrown));
    }
  }

  /** Another company is shown by now; of the form that waits, only what was not saved stays. */
  #savedElsewhere(companyId: number, { settings, version }: N, sent: Some<S>): void {
    this.#kept.change(companyId, (kept) => {
      const edits = pick(
        kept.edits,
        this.#keysIn(kept.edits).filter((key) => !(key in sent && isSameSetting(kept.edits[key], sent[key]))),
      );
      return this.#keysIn(edits).length === 0 ? undefined : { settings, version, edits };
    });
    this.host.requestUpdate();
  }

  /** Puts somebody else's version beside ours. */
  compare(theirs: N | undefined): void {
    this.conflict = theirs;
    this.host.requestUpdate();
  }

  /** The admin has chosen which of our values stay over theirs; what only we changed stays anyway. */
  async settleConflict(keep: readonly string[]): Promise<void> {
    const theirs = this.conflict;
    if (theirs === undefined) return;
    const { mine } = this.draft.mergeWith(theirs.settings);
    const kept = this.source.rules.keys.filter((key) => key in mine || keep.includes(key));
    const theirKeys = this.draft.changedIn(theirs.settings).map(({ key }) => key);
    this.#rebase(theirs, pick(this.draft.edits, kept));
    const mayGoOn = !this.#dropOverruled() && !this.#showForced(theirKeys);
    if (mayGoOn && this.draft.isDirty) return this.save();
    if (mayGoOn) {
      this.#settle({ kind: 'editing' });
      this.host.announce(msg('Their values stay. There is nothing left to save.'));
    }
    // They may have saved once more while the admin was choosing.
    void this.reload();
  }

  #subscribe(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.#admin?.subscribe((change) => this.#changedElsewhere(change));
  }

  /** Our own save answers with the new settings; reading them once more would only cost time. */
  #changedElsewhere(change: PortalChange): void {
    const concernsUs =
      change.kind === 'connection' ||
      (this.#companyId !== undefined && this.source.concerns(change, this.#companyId));
    if (concernsUs && this.saveState.kind !== 'saving') void this.reload();
  }

  #take(snapshot: N): void {
    if (!this.draft.isDirty) {
      this.draft.start(snapshot);
      this.newer = undefined;
    } else if (snapshot.version !== this.draft.version && this.saveState.kind !== 'saving') {
      this.newer = snapshot;
      this.host.announce(msg('Someone else has changed these settings.'));
    }
    this.host.requestUpdate();
  }

  #saved(snapshot: N, sent: Some<S>): void {
    const keys = this.#keysIn(sent);
    this.draft.saved(snapshot, sent);
    this.#showSnapshot(snapshot);
    const names = this.#namesOf(keys);
    this.#settle({ kind: 'saved', names });
    this.host.announce(msg(str`Saved: ${listInWords(names)}`));
    this.host.settingsSaved(snapshot, keys);
  }

  async #notSaved(admin: PortalAdmin, companyId: number, error: PortalError): Promise<void> {
    try {
      const theirs = await this.source.theirs(admin, companyId, error);
      if (companyId !== this.#companyId) return;
      if (theirs === undefined) this.#refusedBy(error);
      else this.#conflicted(theirs);
    } catch (thrown) {
      if (companyId === this.#companyId) this.#refusedBy(toPortalError(thrown));
    }
  }

  #refusedBy(error: PortalError): void {
    const problems = error.as('validation')?.problems ?? [];
    this.#refused = new Map(
      problems.flatMap(({ path: [first], detail }) => {
        const key = this.source.rules.keys.find((one) => one === first);
        return key === undefined ? [] : [[key, detail ?? msg('The PSA did not accept this value.')] as const];
      }),
    );
    this.#settle({ kind: 'failed', error });
    const [wrong] = this.#refused.keys();
    if (wrong !== undefined) this.host.showProblem(wrong);
    else
      this.host.announce(
        [msg('Not saved.'), describeError(error).what, error.data.detail ?? ''].join(' ').trim(),
      );
  }

  /** If an earlier answer was lost after the write, "their" version is ours and there is nothing to decide. */
  #conflicted(theirs: N): void {
    const { mine, conflicts } = this.draft.mergeWith(theirs.settings);
    if (conflicts.length === 0 && Object.keys(mine).length === 0) {
      this.#saved(theirs, this.draft.change);
    } else {
      this.#settle({ kind: 'editing' });
      this.newer = theirs;
      this.compare(theirs);
    }
  }

  #rebase(theirs: N, mine: Some<S>): void {
    this.draft.rebase(theirs, mine);
    this.#showSnapshot(theirs);
    this.newer = undefined;
    this.compare(undefined);
  }

  /** Takes back what the rules do not let stand over what is saved now, and says so. False where all of it stands. */
  #dropOverruled(): boolean {
    const { overruled } = this.draft;
    if (overruled.length === 0) return false;
    for (const key of overruled) this.draft.undo(key);
    const names = this.#namesOf(overruled);
    this.#settle({ kind: 'overruled', names });
    this.host.announce(msg(str`Not saved: ${listInWords(names)}.`));
    return true;
  }

  /** Where a choice forces what somebody else has just saved, that is shown before it is saved over. */
  #showForced(theirKeys: readonly KeyOf<S>[]): boolean {
    const forced = theirKeys.filter((key) => this.draft.isForced(key));
    if (forced.length === 0) return false;
    const names = this.#namesOf(forced);
    this.#settle({ kind: 'forcing', names });
    this.host.announce(`${msg('Not saved.')} ${alsoChangesInWords(names)}`);
    return true;
  }

  #showSnapshot(snapshot: N): void {
    if (this.loading.value !== undefined)
      this.loading.value = this.source.withSnapshot(this.loading.value, snapshot);
  }

  /** An edit answers what the PSA said about these settings, and the message about the last save is over. */
  #edited(keys: readonly KeyOf<S>[]): void {
    this.#refused = new Map([...this.#refused].filter(([key]) => !keys.includes(key)));
    if (this.saveState.kind !== 'saving' && this.saveState.kind !== 'failed')
      this.#settle({ kind: 'editing' });
    // Nothing is left that what somebody else saved would have to be compared with.
    if (this.newer !== undefined && !this.draft.isDirty && this.saveState.kind !== 'saving')
      void this.reload();
  }

  #announceForced(change: Some<S>): void {
    const forced = this.source.rules.keys.filter((key) => !(key in change) && this.draft.isForced(key));
    if (forced.length === 0) return;
    this.host.announce(alsoChangesInWords(this.#namesOf(forced)));
  }

  #keysIn(change: Some<S>): KeyOf<S>[] {
    return this.source.rules.keys.filter((key) => key in change);
  }

  #namesOf(keys: readonly KeyOf<S>[]): string[] {
    return this.source
      .labels()
      .filter(({ key }) => keys.includes(key))
      .map(({ label }) => label);
  }

  #settle(state: SaveState): void {
    this.saveState = state;
    this.host.requestUpdate();
  }
}
