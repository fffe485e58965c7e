import {
  createAutotaskClient,
  createCombinedClient,
  createPortalServiceClient,
  lookUpZone,
  personalAccessToken,
} from '../../clients/index.js';
import type { PortalAdmin } from '../../contract/index.js';
import { autotaskBaseUrl, type ConnectionRecord } from './connection-record.js';
import type { BackendBuilders, FindWebOrigin } from './test-connection.js';

function autotask({ psaOrigin, autotask: access }: ConnectionRecord): PortalAdmin | undefined {
  if (access === null) return undefined;
  return createAutotaskClient({ ...access, baseUrl: autotaskBaseUrl(psaOrigin, access.baseUrl) });
}

function portalService({ portalService: service }: ConnectionRecord): PortalAdmin | undefined {
  if (service?.access.kind !== 'token') return undefined;
  const tokens = personalAccessToken(service.access.token);
  return createPortalServiceClient({ baseUrl: service.url, tokens });
}

/** The clients over HTTP that a connection gives access to. */
export const backendBuilders: BackendBuilders & {
  readonly combined: (record: ConnectionRecord) => PortalAdmin;
} = {
  autotask,
  portalService,
  combined: (record) =>
    createCombinedClient({ autotask: autotask(record), portalService: portalService(record) }),
};

/** Asks the vendor, without a secret, where the API user's tenant is. */
export const findWebOrigin: FindWebOrigin = async (user, signal) => {
  const { webUrl } = await lookUpZone(user, { signal });
  return webUrl === null ? null : new URL(webUrl).origin;
};
