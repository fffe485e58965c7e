import type { Entity } from '../entity.js';

/**
 * Vendor REST help, Countries: companies and contacts name their country by its id, which differs from tenant to
 * tenant. Only reading is kept; `countryCode` is ISO 3166-1 alpha-2.
 */
export const countries: Entity = {
  name: 'Country',
  path: 'Countries',
  table: 'countries',
  hasUserDefinedFields: false,
  supportsWebhooks: false,
  canDelete: false,
  fields: [
    { name: 'id', type: 'long', isRequired: true, isReadOnly: true },
    { name: 'countryCode', type: 'string', length: 2, isReadOnly: true, sql: 'code' },
    { name: 'displayName', type: 'string', length: 100, isReadOnly: true, sql: 'name' },
    { name: 'isActive', type: 'boolean', isReadOnly: true, sql: '1' },
  ],
};
