import * as v from 'valibot';
import { recordOf, settingKeys, type SettingKey } from '../model/index.js';

/** Why something can be seen but not changed. */
export const ReadOnlyReasonSchema = v.picklist([
  /** S15: the signed-in admin lacks the permission "configure client portal & Taskfire". */
  'permission-missing',
  /** The PSA's API offers this for reading only. */
  'api-read-only',
]);

/** Why something is not there at all. */
export const AbsentReasonSchema = v.picklist([
  /** The PSA has no public API for it. */
  'no-api',
  /** No connection that could provide it has been set up. */
  'not-connected',
]);

/** Whether an operation or a setting can be used, exactly as the elements show it. */
export const AvailabilitySchema = v.variant('state', [
  v.object({ state: v.literal('available') }),
  v.object({ state: v.literal('read-only'), reason: ReadOnlyReasonSchema }),
  v.object({ state: v.literal('absent'), reason: AbsentReasonSchema }),
]);
export type Availability = v.InferOutput<typeof AvailabilitySchema>;

/** The groups of things that one backend can do and another cannot. */
export const operations = [
  'companies',
  'settings',
  'contacts',
  'portalUsers',
  'portalLogin',
  'providerDefaults',
  'requestTypes',
  'ticketOptions',
  'timeZones',
  'taskfire',
  'ssoLog',
  'logos',
  'globalSettings',
] as const;
export type Operation = (typeof operations)[number];

/** The operations that change something; to the others a missing permission (S15) makes no difference. */
export const writingOperations: readonly Operation[] = [
  'settings',
  'contacts',
  'portalUsers',
  'taskfire',
  'logos',
  'globalSettings',
];

/** An availability for each of the keys, none missing. */
function forEach<K extends string>(keys: readonly K[]) {
  return v.object(recordOf(keys, () => AvailabilitySchema));
}

/** What the backend can do for one company. Nothing is pretended: what is not available says why. */
export const CapabilitiesSchema = v.object({
  operations: forEach(operations),
  settings: forEach(settingKeys),
});
export interface Capabilities {
  operations: Record<Operation, Availability>;
  settings: Record<SettingKey, Availability>;
}
