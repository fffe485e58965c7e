import * as v from 'valibot';
import { operations, type Availability, type Capabilities, type Operation } from '../../contract/index.js';
import {
  IdSchema,
  kindOfLevel,
  recordOf,
  settingKeys,
  type Option,
  type PortalUserOptions,
  type SecurityLevel,
} from '../../model/index.js';
import { ClientPortalUsers } from './entities.js';
import type { CallTerms } from './limits/scheduler.js';
import type { AutotaskRest } from './rest.js';
import { isAllowed, readInformation, type Information } from './rights.js';

const PicklistValueSchema = v.object({
  /** Text in the vendor's answers. */
  value: v.pipe(v.union([v.string(), v.number()]), v.transform(Number), IdSchema),
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

/** The values that a portal user's fields can take in this tenant. */
export async function readPortalUserOptions(
  rest: AutotaskRest,
  terms: CallTerms,
): Promise<PortalUserOptions> {
  const { fields } = await rest.information(ClientPortalUsers, '/fields', FieldsSchema, terms);
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

export async function readCapabilities(rest: AutotaskRest, terms: CallTerms): Promise<Capabilities> {
  const portalUsers = portalUserAvailability(await readInformation(rest, ClientPortalUsers, terms));
  return {
    operations: recordOf(operations, (one) =>
      one === 'portalUsers' ? portalUsers : (offered[one] ?? noApi),
    ),
    settings: recordOf(settingKeys, (key) => (key === 'portalEnabled' ? lookOnly : noApi)),
  };
}

function portalUserAvailability(info: Information): Availability {
  if (!info.canCreate || !info.canUpdate) return lookOnly;
  const mayWrite = isAllowed(info.userAccessForCreate) && isAllowed(info.userAccessForUpdate);
  return mayWrite ? available : { state: 'read-only', reason: 'permission-missing' };
}
