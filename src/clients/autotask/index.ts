export { createAutotaskClient } from './autotask-client.js';
export type { AutotaskAccess } from './rest.js';
export { lookUpZone, VENDOR_ENTRY_URL, type Zone } from './zone.js';
