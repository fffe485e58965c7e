import type { Store } from '../store/store.js';
import type { Entity, Field, PicklistValue } from './entity.js';

/**
 * `GET /E/entityInformation`. `can…` is what the entity knows at all, `userAccessFor…` what the security level of the
 * API user allows: None, Restricted or All (vendor REST help, the entityInformation call).
 */
export function entityInformation(entity: Entity, mayWrite: boolean): unknown {
  const access = (can: boolean): string => (can ? 'All' : 'None');
  return {
    info: {
      name: entity.name,
      canCreate: true,
      canDelete: entity.canDelete,
      canQuery: true,
      canUpdate: true,
      userAccessForCreate: access(mayWrite),
      userAccessForDelete: access(mayWrite && entity.canDelete),
      userAccessForQuery: access(true),
      userAccessForUpdate: access(mayWrite),
      hasUserDefinedFields: entity.hasUserDefinedFields,
      supportsWebhookCallouts: entity.supportsWebhooks,
    },
  };
}

/** `GET /E/entityInformation/fields`, pick lists read from the data. */
export async function entityFields(entity: Pick<Entity, 'fields'>, store: Store): Promise<unknown> {
  return { fields: await Promise.all(entity.fields.map((field) => describeField(field, store))) };
}

async function describeField(field: Field, store: Store): Promise<unknown> {
  const picklist = await field.picklist?.(store);
  return {
    name: field.name,
    label: field.name,
    dataType: field.type,
    type: field.type,
    length: field.length ?? 0,
    description: null,
    isRequired: field.isRequired ?? false,
    isReadOnly: field.isReadOnly ?? false,
    isQueryable: field.isWriteOnly !== true,
    isReference: field.references !== undefined,
    referenceEntityType: field.references ?? null,
    isPickList: picklist !== undefined,
    picklistValues: picklist?.map(describeValue) ?? null,
    picklistParentValueField: '',
    defaultValue: null,
    isSupportedWebhookField: false,
  };
}

/** The vendor writes the value as text. */
function describeValue({ value, label, isActive, isSystem }: PicklistValue, index: number): unknown {
  return {
    value: value.toString(),
    label,
    isDefaultValue: false,
    sortOrder: index + 1,
    parentValue: '',
    isActive: isActive ?? true,
    isSystem: isSystem ?? false,
  };
}
