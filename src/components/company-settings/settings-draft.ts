import type { ReactiveControllerHost } from 'lit';
import type { SettingsSnapshot } from '../../contract/index.js';
import {
  applyChange,
  changeBetween,
  forceEarlyAccess,
  isSameSetting,
  mergeSettings,
  pickSettings,
  settingDifferences,
  settingKeys,
  type SettingDifference,
  type SettingKey,
  type SettingsMerge,
  type SomeSettings,
} from '../../model/index.js';

/**
 * The unsaved form. It keeps what was saved (`base`) and what the admin chose (`edits`) apart and derives the settings
 * from both by the rules: so what a rule forced goes away together with the edit that caused it.
 */
export class SettingsDraft {
  #base: SomeSettings = {};
  #edits: SomeSettings = {};
  #current: SomeSettings = {};
  #changes: readonly SettingDifference[] = [];
  /** Goes back with a save, so that the backend sees whether someone saved in between. */
  version = '';

  /** `host` is rendered again after every change. */
  constructor(private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>) {}

  /** The settings as they would be after saving. */
  get current(): SomeSettings {
    return this.#current;
  }

  /** The settings as they were last read. */
  get base(): SomeSettings {
    return this.#base;
  }

  get edits(): SomeSettings {
    return this.#edits;
  }

  /** What differs from what was last read, forced settings included. */
  get changes(): readonly SettingDifference[] {
    return this.#changes;
  }

  get isDirty(): boolean {
    return this.#changes.length > 0;
  }

  /** The smallest change that leads from what was read to the form. */
  get change(): SomeSettings {
    return changeBetween(this.#base, this.#current);
  }

  /** True for a setting that differs because a rule demands it, not because the admin chose it. */
  isForced(key: SettingKey): boolean {
    return !(key in this.#edits) && this.#changes.some((one) => one.key === key);
  }

  /** Starts over from what was read; edits are dropped. */
  start({ settings, version }: SettingsSnapshot): void {
    this.#base = settings;
    this.version = version;
    this.replaceEdits({});
  }

  /** The admin chose these values. */
  edit(change: SomeSettings): void {
    this.replaceEdits(applyChange(this.#edits, change));
  }

  undo(key: SettingKey): void {
    this.replaceEdits(without(this.#edits, [key]));
  }

  /** Sets the admin's choices as a whole, for example to bring discarded ones back. */
  replaceEdits(edits: SomeSettings): void {
    const unchanged = settingKeys.filter((key) => isSameSetting(edits[key], this.#base[key]));
    this.#edits = without(edits, unchanged);
    this.#derive();
  }

  /** `sent` has been saved. Choices that were made while it was on its way stay. */
  saved(snapshot: SettingsSnapshot, sent: SomeSettings): void {
    const done = settingKeys.filter((key) => key in sent && isSameSetting(this.#edits[key], sent[key]));
    const left = without(this.#edits, done);
    this.start(snapshot);
    this.replaceEdits(left);
  }

  /** How the form and somebody else's saved settings fit together. */
  mergeWith(theirs: SomeSettings): SettingsMerge {
    return mergeSettings(this.#base, this.#current, theirs);
  }

  /** Goes on from somebody else's settings with these of mine on top. */
  rebase(theirs: SettingsSnapshot, mine: SomeSettings): void {
    this.start(theirs);
    this.replaceEdits(mine);
  }

  #derive(): void {
    this.#current = forceEarlyAccess(applyChange(this.#base, this.#edits));
    this.#changes = settingDifferences(this.#base, this.#current);
    this.host.requestUpdate();
  }
}

function without(settings: SomeSettings, keys: readonly SettingKey[]): SomeSettings {
  return pickSettings(
    settings,
    settingKeys.filter((key) => !keys.includes(key)),
  );
}
