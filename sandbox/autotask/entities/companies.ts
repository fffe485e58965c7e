import { companyTypes } from '../../store/companies.js';
import type { Entity, Field } from '../entity.js';

const text = (name: string, length: number): Field => ({ name, type: 'string', length });
const number = (name: string): Field => ({ name, type: 'integer' });
const auditDate = (name: string): Field => ({ name, type: 'datetime', isReadOnly: true });

/**
 * Both portal flags are read-only: public clients generated from the live metadata never offer to write them, and
 * Taskfire needs an agreement that only the page can accept.
 */
const portalFlags: readonly Field[] = [
  {
    name: 'isClientPortalActive',
    type: 'boolean',
    isReadOnly: true,
    sql: `coalesce((SELECT json_extract(s.settings, '$.portalEnabled') FROM portal_settings s
      WHERE s.companyID = companies.id), 1)`,
  },
  {
    name: 'isTaskFireActive',
    type: 'boolean',
    isReadOnly: true,
    sql: 'EXISTS (SELECT 1 FROM taskfire t WHERE t.companyID = companies.id)',
  },
];

/** Vendor REST help, Companies: the fields that this sandbox keeps. */
export const companies: Entity = {
  name: 'Company',
  path: 'Companies',
  table: 'companies',
  hasUserDefinedFields: true,
  supportsWebhooks: true,
  canDelete: false,
  fields: [
    { name: 'id', type: 'long', isRequired: true, isReadOnly: true },
    { ...text('companyName', 100), isRequired: true },
    text('companyNumber', 50),
    {
      name: 'companyType',
      type: 'integer',
      isRequired: true,
      picklist: () => Promise.resolve(companyTypes.map((type) => ({ ...type, isSystem: true }))),
    },
    number('companyCategoryID'),
    number('classification'),
    { name: 'isActive', type: 'boolean' },
    ...portalFlags,
    { name: 'isEnabledForComanaged', type: 'boolean' },
    { ...number('parentCompanyID'), references: 'Company' },
    { ...number('ownerResourceID'), isRequired: true, references: 'Resource' },
    number('territoryID'),
    number('marketSegmentID'),
    { ...text('phone', 25), isRequired: true },
    text('alternatePhone1', 25),
    text('alternatePhone2', 25),
    text('fax', 25),
    text('webAddress', 255),
    text('address1', 150),
    text('address2', 150),
    text('additionalAddressInformation', 100),
    text('city', 50),
    text('state', 40),
    text('postalCode', 10),
    { ...number('countryID'), references: 'Country' },
    { name: 'isTaxExempt', type: 'boolean' },
    auditDate('createDate'),
    auditDate('lastActivityDate'),
    auditDate('lastTrackedModifiedDateTime'),
  ],
};
