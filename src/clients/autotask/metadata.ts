import * as v from 'valibot';
import { operations, type Availability, type Capabilities, type Operation } from '../../contract/index.js';
import {
  kindOfLevel,
  recordOf,
  settingKeys,
  type Option,
  type PortalUserOptions,
  type SecurityLevel,
} from '../../model/index.js';
import { ClientPortalUsers } from './entities.js';
import type { AutotaskRest } from './rest.js';

const PicklistValueSchema = v.object({
  /** Text in the vendor's answers. */
  value: v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.safeInteger()),
  label: v.string(),
  isDefaultValue: v.nullish(v.boolean(), false),
  isActive: v.nullish(v.boolean(), true),
  isSystem: v.nullish(v.boolean(), false),
});
type PicklistValue = v.InferOutput<typeof PicklistValueSchema>;
const FieldsSchema = v.object({
  fields: v.array(
    v.object({ name: v.string(), picklistValues: v.nullish(v.array(PicklistValueSchema), null) }),
  ),
});

/** `userAccessFor…` is `None` where the API user's security level forbids it. */
const access = v.nullish(v.string(), '');
const InformationSchema = v.object({
  info: v.object({
    canCreate: v.boolean(),
    canUpdate: v.boolean(),
    userAccessForCreate: access,
    userAccessForUpdate: access,
  }),
});

/** The values that a portal user's fields can take in this tenant. */
export async function readPortalUserOptions(
  rest: AutotaskRest,
  signal: AbortSignal,
): Promise<PortalUserOptions> {
  const { fields } = await rest.information(ClientPortalUsers, '/fields', FieldsSchema, signal);
  const valuesOf = (name: string): PicklistValue[] =>
    fields.find((field) => field.name.toLowerCase() === name.toLowerCase())?.picklistValues ?? [];
  return {
    securityLevels: valuesOf('securityLevel').map(toLevel),
    dateFormats: toOptions(valuesOf('dateFormat')),
    timeFormats: toOptions(valuesOf('timeFormat')),
    numberFormats: toOptions(valuesOf('numberFormat')),
  };
}

function toLevel({ value, label, isSystem, isActive }: PicklistValue): SecurityLevel {
  return { id: value, name: label, kind: kindOfLevel(value, label), isSystem, isActive };
}

function toOptions(values: readonly PicklistValue[]): Option[] {
  return values
    .filter(({ isActive }) => isActive)
    .map(({ value, label, isDefaultValue }) => ({ value, label, isDefault: isDefaultValue }));
}

const available: Availability = { state: 'available' };
const lookOnly: Availability = { state: 'read-only', reason: 'api-read-only' };
const noApi: Availability = { state: 'absent', reason: 'no-api' };

/** What the vendor's API offers by itself; whether accounts may be written is the tenant's to say. */
const offered: Partial<Record<Operation, Availability>> = {
  companies: available,
  contacts: available,
  // Companies.isClientPortalActive can be read; clients generated from live metadata never write it.
  settings: lookOnly,
};

export async function readCapabilities(rest: AutotaskRest, signal: AbortSignal): Promise<Capabilities> {
  const { info } = await rest.information(ClientPortalUsers, '', InformationSchema, signal);
  const portalUsers = portalUserAvailability(info);
  return {
    operations: recordOf(operations, (one) =>
      one === 'portalUsers' ? portalUsers : (offered[one] ?? noApi),
    ),
    settings: recordOf(settingKeys, (key) => (key === 'portalEnabled' ? lookOnly : noApi)),
  };
}

function portalUserAvailability(info: v.InferOutput<typeof InformationSchema>['info']): Availability {
  if (!info.canCreate || !info.canUpdate) return lookOnly;
  const accesses = [info.userAccessForCreate, info.userAccessForUpdate];
  const isForbidden = accesses.some((one) => one.toLowerCase() === 'none');
  return isForbidden ? { state: 'read-only', reason: 'permission-missing' } : available;
}
