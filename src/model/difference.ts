import { settingKeys, type SettingKey, type SomeSettings } from './settings.js';

/** One setting that differs. A value is undefined where that side does not know it. */
export interface SettingDifference<K extends SettingKey = SettingKey> {
  readonly key: K;
  readonly before: SomeSettings[K];
  readonly after: SomeSettings[K];
}

/** The settings that differ, in the order of the requirements. */
export function settingDifferences(before: SomeSettings, after: SomeSettings): SettingDifference[] {
  return settingKeys
    .filter((key) => !isSameSetting(before[key], after[key]))
    .map((key) => ({ key, before: before[key], after: after[key] }));
}

/** Values are plain JSON, and a choice of request types is a set: its order does not count. */
export function isSameSetting(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (Array.isArray(part)) return [...new Set<unknown>(part)].sort();
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** What must be set to get from `before` to `after`: the smallest change. Keys that `after` does not know stay out. */
export function changeBetween(before: SomeSettings, after: SomeSettings): SomeSettings {
  const changed = settingDifferences(before, after).map(({ key }) => key);
  return pickSettings(after, changed);
}

/** The settings after a change. */
export function applyChange<S extends SomeSettings>(settings: S, change: SomeSettings): S {
  return { ...settings, ...change };
}

/** Only these settings, as far as they are known. */
export function pickSettings(settings: SomeSettings, keys: readonly SettingKey[]): SomeSettings {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => keys.some((one) => one === key)));
}

/** How my unsaved change and somebody else's saved one fit together, both seen from the `base` that I started from. */
export interface SettingsMerge {
  /** Settings that only I changed, as I want them: they can be saved over theirs. */
  readonly mine: SomeSettings;
  /** Settings that we both changed to different values: somebody must choose, setting by setting. */
  readonly conflicts: SettingDifference[];
}

/** Three-way merge, setting by setting. In a conflict `before` is their value and `after` mine. */
export function mergeSettings(base: SomeSettings, mine: SomeSettings, theirs: SomeSettings): SettingsMerge {
  const myKeys = settingDifferences(base, mine).map(({ key }) => key);
  const theirKeys = settingDifferences(base, theirs).map(({ key }) => key);
  const conflicts = settingDifferences(theirs, mine).filter(
    ({ key }) => myKeys.includes(key) && theirKeys.includes(key),
  );
  const free = myKeys.filter((key) => !theirKeys.includes(key));
  return { mine: pickSettings(mine, free), conflicts };
}
