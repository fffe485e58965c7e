export { createPortalServiceClient } from './portal-service-client.js';
export type { PortalServiceAccess } from './rest.js';
