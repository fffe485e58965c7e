export { createAutotaskClient, type AutotaskClient } from './autotask-client.js';
export type { LimitsState, LimitsStore } from './limits/scheduler.js';
export type { AutotaskAccess } from './rest.js';
export { lookUpZone, VENDOR_ENTRY_URL, type Zone } from './zone.js';
