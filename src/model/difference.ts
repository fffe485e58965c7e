import { settingKeys, type CompanySettings, type SettingKey, type SomeSettings } from './settings.js';

/** Some of the values of `S`: what is known, or what a change sets. An absent key is unknown or unchanged. */
export type Some<S> = { [K in keyof S]?: S[K] };
export type KeyOf<S> = Extract<keyof S, string>;

/** One value that differs. It is undefined where that side does not know it. */
export interface Difference<S, K extends KeyOf<S> = KeyOf<S>> {
  readonly key: K;
  readonly before: S[K] | undefined;
  readonly after: S[K] | undefined;
}
/** One setting of a company that differs. */
export type SettingDifference<K extends SettingKey = SettingKey> = Difference<CompanySettings, K>;

/** The values of these keys that differ, in the order of the keys. */
export function differences<S>(keys: readonly KeyOf<S>[], before: Some<S>, after: Some<S>): Difference<S>[] {
  return keys
    .filter((key) => !isSameSetting(before[key], after[key]))
    .map((key) => ({ key, before: before[key], after: after[key] }));
}

/** The settings that differ, in the order of the requirements. */
export function settingDifferences(before: SomeSettings, after: SomeSettings): SettingDifference[] {
  return differences<CompanySettings>(settingKeys, before, after);
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
  return changeOf<CompanySettings>(settingKeys, before, after);
}

/** The same for these keys of anything. */
export function changeOf<S>(keys: readonly KeyOf<S>[], before: Some<S>, after: Some<S>): Some<S> {
  return pick(
    after,
    differences<S>(keys, before, after).map(({ key }) => key),
  );
}

/** The settings after a change. */
export function applyChange<S extends SomeSettings>(settings: S, change: SomeSettings): S {
  return { ...settings, ...change };
}

/** Only these settings, as far as they are known. */
export function pickSettings(settings: SomeSettings, keys: readonly SettingKey[]): SomeSettings {
  return pick<CompanySettings>(settings, keys);
}

/** Only the values of these keys, as far as they are known. */
export function pick<S>(some: Some<S>, keys: readonly KeyOf<S>[]): Some<S> {
  const picked: Some<S> = {};
  for (const key of keys) if (key in some) picked[key] = some[key];
  return picked;
}

/** How my unsaved change and somebody else's saved one fit together, both seen from the `base` that I started from. */
export interface Merge<S> {
  /** Values that only I changed, as I want them: they can be saved over theirs. */
  readonly mine: Some<S>;
  /** Values that we both changed, to different ones: somebody must choose, one by one. */
  readonly conflicts: Difference<S>[];
}
export type SettingsMerge = Merge<CompanySettings>;

/** Three-way merge, setting by setting. In a conflict `before` is their value and `after` mine. */
export function mergeSettings(base: SomeSettings, mine: SomeSettings, theirs: SomeSettings): SettingsMerge {
  return merge<CompanySettings>(settingKeys, { base, mine, theirs });
}

/** The same for these keys of anything. */
export function merge<S>(
  keys: readonly KeyOf<S>[],
  { base, mine, theirs }: Readonly<Record<'base' | 'mine' | 'theirs', Some<S>>>,
): Merge<S> {
  const myKeys = differences<S>(keys, base, mine).map(({ key }) => key);
  const theirKeys = differences<S>(keys, base, theirs).map(({ key }) => key);
  const conflicts = differences<S>(keys, theirs, mine).filter(
    ({ key }) => myKeys.includes(key) && theirKeys.includes(key),
  );
  return {
    mine: pick(
      mine,
      myKeys.filter((key) => !theirKeys.includes(key)),
    ),
    conflicts,
  };
}
