import type { ProviderDefaults } from './company.js';
import type { SettingKey, SomeSettings } from './settings.js';

/** Why a setting cannot be edited now, although the admin may. The element says it in words and shows the way out. */
export type Lock = 'taskfire-active' | 'early-access-not-activated' | 'early-access-off' | 'legacy-prevented';

/** What decides about locks beside the settings themselves. `provider` is undefined where a backend cannot tell. */
export interface LockContext {
  readonly isTaskfireActive: boolean;
  readonly provider: Pick<ProviderDefaults, 'isEarlyAccessActivated'> | undefined;
}

/** S1: while Taskfire is active the portal cannot be switched off; Taskfire must be disabled first. */
export function portalSwitchLockedByTaskfire(isTaskfireActive: boolean): boolean {
  return isTaskfireActive;
}

/** The lock on one setting, or undefined where it can be edited. Settings that are unknown lock nothing. */
export function lockOf(key: SettingKey, settings: SomeSettings, context: LockContext): Lock | undefined {
  switch (key) {
    case 'portalEnabled':
      return portalSwitchLockedByTaskfire(context.isTaskfireActive) ? 'taskfire-active' : undefined;
    case 'earlyAccess':
      return notActivated(context);
    case 'preventLegacyPortal':
      return notActivated(context) ?? withoutEarlyAccess(settings);
    case 'firstExperience':
      return notActivated(context) ?? withoutEarlyAccess(settings) ?? withoutLegacy(settings);
    default:
      return undefined;
  }
}

function notActivated(context: LockContext): Lock | undefined {
  return context.provider?.isEarlyAccessActivated === false ? 'early-access-not-activated' : undefined;
}

function withoutEarlyAccess(settings: SomeSettings): Lock | undefined {
  return settings.earlyAccess === false ? 'early-access-off' : undefined;
}

function withoutLegacy(settings: SomeSettings): Lock | undefined {
  return settings.preventLegacyPortal === true ? 'legacy-prevented' : undefined;
}
