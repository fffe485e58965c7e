import { msg } from '@lit/localize';
import type { Availability } from '../../contract/index.js';
import {
  lockOf,
  type Lock,
  type SettingKey,
  type SettingProblemCode,
  type SomeSettings,
} from '../../model/index.js';
import { rulesContext, type CompanyView } from './company-view.js';

export type ReadOnlyReason = Extract<Availability, { state: 'read-only' }>['reason'];
/** `not-told`: the backend knows the setting but did not say it for this company. */
export type UnknownReason = Extract<Availability, { state: 'absent' }>['reason'] | 'not-told';

/** What can be done with one setting now. */
export type SettingState =
  | { readonly kind: 'editable' }
  | { readonly kind: 'locked'; readonly lock: Lock }
  | { readonly kind: 'read-only'; readonly reason: ReadOnlyReason }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };

/** The state of a setting: whether it can be told at all, then whether the admin may, then whether the rules let it. */
export function settingState(key: SettingKey, settings: SomeSettings, view: CompanyView): SettingState {
  const both = [view.capabilities.operations.settings, view.capabilities.settings[key]];
  for (const one of both) if (one.state === 'absent') return { kind: 'unknown', reason: one.reason };
  if (settings[key] === undefined) return { kind: 'unknown', reason: 'not-told' };
  for (const one of both) if (one.state === 'read-only') return { kind: 'read-only', reason: one.reason };
  const lock = lockOf(key, settings, rulesContext(view));
  return lock === undefined ? { kind: 'editable' } : { kind: 'locked', lock };
}

/** Why a setting is locked. */
export function lockInWords(lock: Lock): string {
  switch (lock) {
    case 'taskfire-active':
      return msg('Stays on while Taskfire is active. Disable Taskfire first.');
    case 'early-access-not-activated':
      return msg('Not activated in your PSA. An administrator can do that under Admin > Activations.');
    case 'early-access-off':
      return msg('Needs early access to the new portal.');
    case 'legacy-prevented':
      return msg('Always the new portal while the legacy portal is prevented.');
  }
}

/** Beside one setting: why it can only be read. */
export function readOnlyInWords(reason: ReadOnlyReason): string {
  switch (reason) {
    case 'permission-missing':
      return msg('Read-only: your permission is missing.');
    case 'api-read-only':
      return msg('Read-only: change it in the PSA’s own form.');
  }
}

/** Beside one setting: why it is unknown. */
export function unknownInWords(reason: UnknownReason): string {
  switch (reason) {
    case 'no-api':
      return msg('The PSA has no public API for it.');
    case 'not-connected':
      return msg('No connection provides it.');
    case 'not-told':
      return msg('The PSA did not tell it.');
  }
}

/** What is wrong with the value of a setting, and what to do. */
export function problemInWords(code: SettingProblemCode): string {
  switch (code) {
    case 'request-types-need-one':
      return msg('Choose at least one type, or offer all active types.');
    case 'request-type-unknown':
      return msg('One of the chosen types no longer exists. Remove it.');
    case 'request-type-inactive':
      return msg('A deactivated type cannot be chosen anew. Choose an active one.');
    case 'setting-locked':
      return msg('This cannot be changed now. Undo it.');
  }
}
