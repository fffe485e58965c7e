import type { Entity, Field } from '../entity.js';

const text = (name: string, length: number): Field => ({ name, type: 'string', length });
const auditDate = (name: string): Field => ({ name, type: 'datetime', isReadOnly: true });

/** Vendor REST help, Contacts: the fields that this sandbox keeps. There is none about the portal. */
export const contacts: Entity = {
  name: 'Contact',
  path: 'Contacts',
  table: 'contacts',
  hasUserDefinedFields: true,
  supportsWebhooks: true,
  canDelete: true,
  fields: [
    { name: 'id', type: 'long', isRequired: true, isReadOnly: true },
    { name: 'companyID', type: 'integer', isRequired: true, isFixed: true, references: 'Company' },
    { ...text('firstName', 50), isRequired: true },
    { ...text('lastName', 50), isRequired: true },
    text('middleInitial', 50),
    text('title', 50),
    // An integer, not a boolean: 1 or 0.
    { name: 'isActive', type: 'integer', isRequired: true },
    { name: 'primaryContact', type: 'boolean' },
    text('externalID', 50),
    text('emailAddress', 254),
    text('emailAddress2', 254),
    text('emailAddress3', 254),
    text('phone', 25),
    text('extension', 10),
    text('alternatePhone', 32),
    text('mobilePhone', 25),
    text('faxNumber', 25),
    text('addressLine', 128),
    text('addressLine1', 128),
    text('city', 32),
    text('state', 40),
    text('zipCode', 16),
    { name: 'countryID', type: 'integer', references: 'Country' },
    text('roomNumber', 50),
    text('note', 50),
    { name: 'receivesEmailNotifications', type: 'boolean' },
    auditDate('createDate'),
    auditDate('lastActivityDate'),
    auditDate('lastModifiedDate'),
  ],
};
