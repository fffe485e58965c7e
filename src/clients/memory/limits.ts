import {
  operations,
  writingOperations,
  type Availability,
  type Capabilities,
  type Operation,
} from '../../contract/index.js';
import {
  pickSettings,
  recordOf,
  settingKeys,
  type SettingKey,
  type SomeSettings,
} from '../../model/index.js';

/** What the imitated backend cannot do. What is not named here is available. */
export interface Limits {
  readonly operations?: Partial<Record<Operation, Availability>>;
  readonly settings?: Partial<Record<SettingKey, Availability>>;
}

/** S15: `viewer` lacks the permission "configure client portal & Taskfire" and may only look. */
export type Permission = 'admin' | 'viewer';

const available: Availability = { state: 'available' };
const lookOnly: Availability = { state: 'read-only', reason: 'permission-missing' };

export function capabilitiesFor(permission: Permission, limits: Limits): Capabilities {
  const everyone = permission === 'admin' ? available : lookOnly;
  return {
    operations: recordOf(
      operations,
      (one) => limits.operations?.[one] ?? (writingOperations.includes(one) ? everyone : available),
    ),
    settings: recordOf(settingKeys, (key) => limits.settings?.[key] ?? everyone),
  };
}

/** The settings that the imitated backend can tell. */
export function visibleSettings(settings: SomeSettings, capabilities: Capabilities): SomeSettings {
  return pickSettings(
    settings,
    settingKeys.filter((key) => capabilities.settings[key].state !== 'absent'),
  );
}
