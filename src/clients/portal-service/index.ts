export { personalAccessToken, type BearerTokens } from './bearer-tokens.js';
export { accountName, createPortalServiceClient } from './portal-service-client.js';
export type { PortalServiceAccess } from './rest.js';
