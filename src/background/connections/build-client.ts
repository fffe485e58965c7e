import {
  createAutotaskClient,
  createCombinedClient,
  createPortalServiceClient,
  lookUpZone,
  personalAccessToken,
  type BearerTokens,
} from '../../clients/index.js';
import type { PortalAdmin } from '../../contract/index.js';
import { autotaskBaseUrl, type ConnectionRecord } from './connection-record.js';
import type { BackendBuilders, FindWebOrigin } from './test-connection.js';

function autotask({ psaOrigin, autotask: access }: ConnectionRecord): PortalAdmin | undefined {
  if (access === null) return undefined;
  return createAutotaskClient({ ...access, baseUrl: autotaskBaseUrl(psaOrigin, access.baseUrl) });
}

function portalService(
  { portalService: service }: ConnectionRecord,
  signIn: BearerTokens | undefined,
): PortalAdmin | undefined {
  if (service === null) return undefined;
  const { url, access } = service;
  const tokens = access.kind === 'token' ? personalAccessToken(access.token) : signIn;
  return tokens && createPortalServiceClient({ baseUrl: url, tokens });
}

/** The clients over HTTP that a connection gives access to. */
export const backendBuilders: BackendBuilders & {
  readonly combined: (record: ConnectionRecord, signIn: BearerTokens) => PortalAdmin;
} = {
  autotask,
  portalService,
  combined: (record, signIn) =>
    createCombinedClient({ autotask: autotask(record), portalService: portalService(record, signIn) }),
};

/** Asks the vendor, without a secret, where the API user's tenant is. */
export const findWebOrigin: FindWebOrigin = async (user, signal) => {
  const { webUrl } = await lookUpZone(user, { signal });
  return webUrl === null ? null : new URL(webUrl).origin;
};
