import type { JournalEntry, SettingsSnapshot } from '../../contract/index.js';
import {
  globalKeys,
  settingKeys,
  tidyContact,
  type ContactDraft,
  type GlobalChange,
  type GlobalKey,
  type GlobalSnapshot,
  type PlannedAccount,
  type PortalUser,
  type PortalUserChange,
  type SettingKey,
  type SomeSettings,
} from '../../model/index.js';

type Shown = JournalEntry['before'];

/** A field with its values around a write. */
export type FieldChange = Pick<JournalEntry, 'field' | 'before' | 'after'>;

/** What of an account is shown: everything that can be written but the password. */
const accountFields = [
  'userName',
  'isActive',
  'securityLevel',
  'dateFormat',
  'timeFormat',
  'numberFormat',
] as const satisfies readonly (keyof PortalUserChange)[];

/** Simple values as they are, structures as JSON; what isn't known is null. */
function shown(value: unknown): Shown {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === undefined || value === null ? null : JSON.stringify(value);
}

/**
 * The settings that a save is to change, with what was there before as far as that is known. Once it is saved, `after` is
 * what became of them, and what the PSA's rules changed along with them is there too.
 */
export function settingChanges(
  change: SomeSettings,
  before: SomeSettings | undefined,
  saved?: SettingsSnapshot,
): FieldChange[] {
  const after: SomeSettings = saved?.settings ?? change;
  const isConcerned = (key: SettingKey): boolean =>
    change[key] !== undefined ||
    (before?.[key] !== undefined && JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const keys = saved === undefined ? settingKeys.filter((key) => change[key] !== undefined) : settingKeys;
  return keys.filter(isConcerned).map((field) => ({
    field,
    before: shown(before?.[field]),
    after: shown(after[field]),
  }));
}

/** What each global setting is called in the journal: the provider's own company has settings of these names too. */
const globalFields: Readonly<Record<GlobalKey, string>> = {
  twoFactor: 'globalTwoFactor',
  quickTicket: 'globalQuickTicket',
  ticketsFrom: 'globalTicketsFrom',
};

/** The same for the global settings. */
export function globalChanges(
  change: GlobalChange,
  before: GlobalChange | undefined,
  saved?: GlobalSnapshot,
): FieldChange[] {
  const after: GlobalChange = saved?.settings ?? change;
  return globalKeys
    .filter((key) => change[key] !== undefined)
    .map((key) => ({ field: globalFields[key], before: shown(before?.[key]), after: shown(after[key]) }));
}

/** The fields of an account that a change names. */
export function accountChanges(
  change: PortalUserChange,
  before: PortalUser | null,
  after: PortalUserChange,
): FieldChange[] {
  return accountFields
    .filter((field) => change[field] !== undefined)
    .map((field) => ({ field, before: shown(before?.[field]), after: shown(after[field]) }));
}

/**
 * A new account is one entry: it comes as a whole, and taking it back is one step as well (it can only be deactivated).
 * Its fields are taken one by one, so that the password can't be among them.
 */
export function accountCreated(account: PlannedAccount): FieldChange[] {
  const fields = accountFields.map((field) => [field, account[field]]);
  return [{ field: 'account', before: null, after: JSON.stringify(Object.fromEntries(fields)) }];
}

/** A new contact is one entry too. */
export function contactCreated(draft: ContactDraft): FieldChange[] {
  return [{ field: 'contact', before: null, after: JSON.stringify(tidyContact(draft)) }];
}
