import { USER_NAME_MAX_LENGTH } from '../../../src/model/index.js';
import type { Entity, PicklistValue } from '../entity.js';

/** The labels are the vendor's, in its order; counting the values from 1 is this sandbox's guess. */
const numbered = (labels: readonly string[]): readonly PicklistValue[] =>
  labels.map((label, index) => ({ value: index + 1, label, isSystem: true }));

const dateOrders = ['MM/dd/yyyy', 'MM/dd/yy', 'dd/MM/yyyy', 'dd/MM/yy', 'yyyy/MM/dd', 'yy/MM/dd'];
const dateFormats = numbered(
  ['/', '-', '.'].flatMap((separator) => dateOrders.map((order) => order.replaceAll('/', separator))),
);
const timeFormats = numbered(['hh:mm tt', 'h:mm tt', 'HH:mm']);
const numberFormats = numbered(['X,XXX.XX', 'X.XXX,XX']);

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
    { name: 'dateFormat', type: 'integer', isRequired: true, picklist: () => Promise.resolve(dateFormats) },
    { name: 'timeFormat', type: 'integer', isRequired: true, picklist: () => Promise.resolve(timeFormats) },
    {
      name: 'numberFormat',
      type: 'integer',
      isRequired: true,
      picklist: () => Promise.resolve(numberFormats),
    },
  ],
};
