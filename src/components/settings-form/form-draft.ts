import type { ReactiveControllerHost } from 'lit';
import {
  changeOf,
  differences,
  isSameSetting,
  merge,
  pick,
  type Difference,
  type KeyOf,
  type Merge,
  type Some,
} from '../../model/index.js';

/** Settings that are saved together, as they were read. `S` is all of them. */
export interface FormSnapshot<S> {
  readonly settings: Some<S>;
  /** Goes back with a save, so that the backend sees whether someone saved in between. */
  readonly version: string;
  /** Who saved last and when, as far as the backend knows. */
  readonly changedBy: string | null;
  readonly changedAt: string | null;
}

/** Which settings a form has, and what the rules make of a choice. */
export interface FormRules<S> {
  readonly keys: readonly KeyOf<S>[];
  readonly force?: (settings: Some<S>) => Some<S>;
}

/**
 * The unsaved form. It keeps what was saved (`base`) and what the admin chose (`edits`) apart and derives the settings
 * from both by the rules: so what a rule forced goes away together with the edit that caused it.
 */
export class FormDraft<S> {
  #base: Some<S> = {};
  #edits: Some<S> = {};
  #current: Some<S> = {};
  #changes: readonly Difference<S>[] = [];
  version = '';

  /** `host` is rendered again after every change. */
  constructor(
    private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    private readonly rules: FormRules<S>,
  ) {}

  /** The settings as they would be after saving. */
  get current(): Some<S> {
    return this.#current;
  }

  /** The settings as they were last read. */
  get base(): Some<S> {
    return this.#base;
  }

  get edits(): Some<S> {
    return this.#edits;
  }

  /** What differs from what was last read, forced settings included. */
  get changes(): readonly Difference<S>[] {
    return this.#changes;
  }

  get isDirty(): boolean {
    return this.#changes.length > 0;
  }

  /** The smallest change that leads from what was read to the form. */
  get change(): Some<S> {
    return changeOf(this.rules.keys, this.#base, this.#current);
  }

  /** True for a setting that differs because a rule demands it, not because the admin chose it. */
  isForced(key: KeyOf<S>): boolean {
    return !(key in this.#edits) && this.#changes.some((one) => one.key === key);
  }

  /** Choices that the rules do not let stand beside the other settings. */
  get overruled(): KeyOf<S>[] {
    const isSo = (key: KeyOf<S>): boolean => !isSameSetting(this.#current[key], this.#edits[key]);
    return this.rules.keys.filter((key) => key in this.#edits && isSo(key));
  }

  /** Starts over from what was read; edits are dropped. */
  start({ settings, version }: Pick<FormSnapshot<S>, 'settings' | 'version'>): void {
    this.#base = settings;
    this.version = version;
    this.replaceEdits({});
  }

  /** The admin chose these values. */
  edit(change: Some<S>): void {
    this.replaceEdits({ ...this.#edits, ...change });
  }

  undo(key: KeyOf<S>): void {
    this.replaceEdits(this.#without(this.#edits, [key]));
  }

  /** Sets the admin's choices as a whole, for example to bring discarded ones back. */
  replaceEdits(edits: Some<S>): void {
    const unchanged = this.rules.keys.filter((key) => isSameSetting(edits[key], this.#base[key]));
    this.#edits = this.#without(edits, unchanged);
    this.#derive();
  }

  /** `sent` has been saved. Choices that were made while it was on its way stay. */
  saved(snapshot: FormSnapshot<S>, sent: Some<S>): void {
    const done = this.rules.keys.filter((key) => key in sent && isSameSetting(this.#edits[key], sent[key]));
    const left = this.#without(this.#edits, done);
    this.start(snapshot);
    this.replaceEdits(left);
  }

  /** How the form and somebody else's saved settings fit together. */
  mergeWith(theirs: Some<S>): Merge<S> {
    return merge(this.rules.keys, { base: this.#base, mine: this.#current, theirs });
  }

  /** What somebody else's saved settings changed since the form was read. */
  changedIn(theirs: Some<S>): Difference<S>[] {
    return differences(this.rules.keys, this.#base, theirs);
  }

  /** Goes on from somebody else's settings with these of mine on top. */
  rebase(theirs: FormSnapshot<S>, mine: Some<S>): void {
    this.start(theirs);
    this.replaceEdits(mine);
  }

  #derive(): void {
    const { keys, force } = this.rules;
    const chosen = { ...this.#base, ...this.#edits };
    this.#current = force === undefined ? chosen : force(chosen);
    this.#changes = differences(keys, this.#base, this.#current);
    this.host.requestUpdate();
  }

  #without(settings: Some<S>, keys: readonly KeyOf<S>[]): Some<S> {
    return pick(
      settings,
      this.rules.keys.filter((key) => !keys.includes(key)),
    );
  }
}
