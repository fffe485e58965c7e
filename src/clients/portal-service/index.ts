export { personalAccessToken, type BearerTokens } from './bearer-tokens.js';
export { createPortalServiceClient } from './portal-service-client.js';
export type { PortalServiceAccess } from './rest.js';
