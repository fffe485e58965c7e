import { USER_NAME_MAX_LENGTH } from '../../../src/model/index.js';
import { formats } from '../../store/formats.js';
import type { Entity, PicklistValue } from '../entity.js';

const picklistOf = (field: keyof typeof formats) => (): Promise<readonly PicklistValue[]> =>
  Promise.resolve(formats[field].map((format) => ({ ...format, isSystem: true })));

/** Vendor REST help, ClientPortalUsers: no delete, no company, the contact fixed, the password write-only. */
export const clientPortalUsers: Entity = {
  name: 'ClientPortalUser',
  path: 'ClientPortalUsers',
  table: 'portal_users',
  hasUserDefinedFields: false,
  supportsWebhooks: false,
  canDelete: false,
  fields: [
    { name: 'id', type: 'long', isRequired: true, isReadOnly: true },
    { name: 'contactID', type: 'integer', isRequired: true, isFixed: true, references: 'Contact' },
    { name: 'userName', type: 'string', length: USER_NAME_MAX_LENGTH, isRequired: true },
    { name: 'password', type: 'string', length: 50, isRequiredOnCreate: true, isWriteOnly: true },
    {
      name: 'securityLevel',
      type: 'integer',
      isRequired: true,
      picklist: async (store) =>
        (await store.provider.securityLevels()).map(({ id, name, isActive, isSystem }) => ({
          value: id,
          label: name,
          isActive,
          isSystem,
        })),
    },
    { name: 'isClientPortalActive', type: 'boolean', isRequired: true },
    { name: 'dateFormat', type: 'integer', isRequired: true, picklist: picklistOf('dateFormat') },
    { name: 'timeFormat', type: 'integer', isRequired: true, picklist: picklistOf('timeFormat') },
    { name: 'numberFormat', type: 'integer', isRequired: true, picklist: picklistOf('numberFormat') },
  ],
};
