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
  type TicketOption,
  type TicketOptions,
} from '../../model/index.js';
import { ClientPortalUsers, Contacts, Tickets, type Entity } from './entities.js';
import type { CallTerms } from './limits/scheduler.js';
import type { AutotaskRest } from './rest.js';
import { isAllowed, readInformation, rightsTo, type Information } from './rights.js';

const PicklistValueSchema = v.object({
  /** Text in the vendor's answers. */
  value: v.pipe(v.union([v.string(), v.number()]), v.transform(Number), IdSchema),
  label: v.string(),
  isDefaultValue: v.nullish(v.boolean(), false),
  isActive: v.nullish(v.boolean(), true),
  isSystem: v.nullish(v.boolean(), false),
});
type PicklistValue = v.InferOutput<typeof PicklistValueSchema>;
const NamedSchema = v.looseObject({ name: v.string() });
const FieldSchema = v.object({
  name: v.string(),
  picklistValues: v.nullish(v.array(PicklistValueSchema), null),
});

/** The values of some fields' pick lists. Of the entity's other fields, and tickets have a hundred, nothing is expected. */
async function readPicklists<K extends string>(
  entity: Pick<Entity, 'name'>,
  names: readonly K[],
  rest: AutotaskRest,
  terms: CallTerms,
): Promise<Record<K, PicklistValue[]>> {
  const isSame = (name: string, other: string): boolean => name.toLowerCase() === other.toLowerCase();
  const schema = v.object({
    fields: v.pipe(
      v.array(NamedSchema),
      v.filterItems((field) => names.some((name) => isSame(name, field.name))),
      v.array(FieldSchema),
    ),
  });
  const { fields } = await rest.information(entity, '/fields', schema, terms);
  return recordOf(names, (name) => fields.find((field) => isSame(name, field.name))?.picklistValues ?? []);
}

/** The values that a portal user's fields can take in this tenant. */
export async function readPortalUserOptions(
  rest: AutotaskRest,
  terms: CallTerms,
): Promise<PortalUserOptions> {
  const names = ['securityLevel', 'dateFormat', 'timeFormat', 'numberFormat'] as const;
  const lists = await readPicklists(ClientPortalUsers, names, rest, terms);
  return {
    securityLevels: lists.securityLevel.map(toLevel),
    dateFormats: toOptions(lists.dateFormat),
    timeFormats: toOptions(lists.timeFormat),
    numberFormats: toOptions(lists.numberFormat),
  };
}

/** S10: the tenant's priorities and queues. */
export async function readTicketOptions(rest: AutotaskRest, terms: CallTerms): Promise<TicketOptions> {
  const lists = await readPicklists(Tickets, ['priority', 'queueID'], rest, terms);
  return {
    priorities: lists.priority.map(toTicketOption),
    queues: lists.queueID.map(toTicketOption),
  };
}

function toTicketOption({ value, label, isActive }: PicklistValue): TicketOption {
  return { value, label, isActive };
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
const notAllowed: Availability = { state: 'read-only', reason: 'permission-missing' };
const noApi: Availability = { state: 'absent', reason: 'no-api' };

/** What the vendor's API offers by itself; whether contacts and accounts may be written is the tenant's to say. */
const offered: Partial<Record<Operation, Availability>> = {
  companies: available,
  ticketOptions: available,
  // Companies.isClientPortalActive can be read; clients generated from live metadata never write it.
  settings: lookOnly,
};

export async function readCapabilities(rest: AutotaskRest, terms: CallTerms): Promise<Capabilities> {
  const [accounts, { canCreate }] = await Promise.all([
    readInformation(rest, ClientPortalUsers, terms),
    rightsTo(Contacts, rest, terms),
  ]);
  const asked: Partial<Record<Operation, Availability>> = {
    portalUsers: portalUserAvailability(accounts),
    // Every contact can be created by the API; who may not lacks the permission.
    contacts: canCreate ? available : notAllowed,
  };
  return {
    operations: recordOf(operations, (one) => asked[one] ?? offered[one] ?? noApi),
    settings: recordOf(settingKeys, (key) => (key === 'portalEnabled' ? lookOnly : noApi)),
  };
}

function portalUserAvailability(info: Information): Availability {
  if (!info.canCreate || !info.canUpdate) return lookOnly;
  const mayWrite = isAllowed(info.userAccessForCreate) && isAllowed(info.userAccessForUpdate);
  return mayWrite ? available : notAllowed;
}
