import {
  createAutotaskClient,
  createPortalServiceClient,
  personalAccessToken,
  type AutotaskAccess,
  type AutotaskClient,
} from '../../../src/clients/index.js';
import type { PortalAdmin } from '../../../src/contract/index.js';

/** The documented access to the sandbox; see sandbox/README.md. */
export function autotaskAccess(sandboxUrl: string): AutotaskAccess & { baseUrl: string } {
  return {
    user: 'api@sandbox.example',
    secret: 'sandbox-secret',
    integrationCode: 'SANDBOX',
    baseUrl: `${sandboxUrl}ATServicesRest/`,
  };
}

export function autotaskOn(sandboxUrl: string, more: Partial<AutotaskAccess> = {}): AutotaskClient {
  return createAutotaskClient({ ...autotaskAccess(sandboxUrl), ...more });
}

export function portalServiceOn(sandboxUrl: string, token = 'sandbox-portal-token'): PortalAdmin {
  return createPortalServiceClient({ baseUrl: `${sandboxUrl}portal/v1`, tokens: personalAccessToken(token) });
}
