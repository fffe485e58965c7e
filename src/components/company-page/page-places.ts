import { msg } from '@lit/localize';
import { settingKeys, type SettingKey } from '../../model/index.js';
import { sectionIds, sectionOf, sectionTitle, type SectionId } from '../company-settings/setting-fields.js';

/** The parts of the page that are elements of their own, in their order below the settings. */
export const partIds = ['taskfire', 'logos', 'users', 'jobs', 'sso-log'] as const;
export type PartId = (typeof partIds)[number];

/** Those that are loaded only when they are near the window or asked for: many rows, much code. */
export const heavyParts: readonly PartId[] = ['logos', 'users', 'sso-log'];

/** The groups that the settings' element shows in the page; Taskfire is a part of its own here. */
export type SettingsSectionId = Exclude<SectionId, 'taskfire'>;
export const settingsSectionIds = sectionIds.filter((id): id is SettingsSectionId => id !== 'taskfire');

/** One stop of the page: a group of settings, or a part. */
export type PlaceId = `settings/${SettingsSectionId}` | PartId;

/** All stops, in the order of the page. */
export const placeIds: readonly PlaceId[] = [
  ...settingsSectionIds.map((section) => `settings/${section}` as const),
  ...partIds,
];

/** Where a target leads: to a stop, and there to one setting perhaps. */
export interface PagePlace {
  readonly place: PlaceId;
  readonly setting?: SettingKey;
}

/** Reads a target such as `users`, `settings` or `settings/twoFactor`. Undefined for one that leads nowhere. */
export function placeOf(target: string): PagePlace | undefined {
  const place = placeIds.find((id) => id === target || id === `settings/${target}`);
  if (place !== undefined) return { place };
  if (target === 'settings') return { place: 'settings/sign-in' };
  if (target === 'settings/taskfire') return { place: 'taskfire' };
  const setting = settingKeys.find((key) => target === `settings/${key}`);
  const section = setting === undefined ? undefined : sectionOf(setting);
  return setting === undefined || section === undefined || section === 'taskfire'
    ? undefined
    : { place: `settings/${section}`, setting };
}

/** The group of settings that a stop is; undefined for a part. */
export function settingsSectionOf(place: PlaceId): SettingsSectionId | undefined {
  return settingsSectionIds.find((section) => place === `settings/${section}`);
}

export function placeTitle(place: PlaceId): string {
  const section = settingsSectionOf(place);
  return section === undefined ? partTitle(place as PartId) : sectionTitle(section);
}

export function partTitle(part: PartId): string {
  switch (part) {
    case 'taskfire':
      return msg('Taskfire');
    case 'logos':
      return msg('Logos');
    case 'users':
      return msg('Users');
    case 'jobs':
      return msg('Jobs');
    case 'sso-log':
      return msg('Single sign-on log');
  }
}
