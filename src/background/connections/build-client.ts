import {
  createAutotaskClient,
  createCachedClient,
  createCombinedClient,
  createPortalServiceClient,
  lookUpZone,
  personalAccessToken,
  type AutotaskClient,
  type BearerTokens,
  type LimitsStore,
} from '../../clients/index.js';
import type { PortalAdmin } from '../../contract/index.js';
import type { SessionArea } from '../session-area.js';
import { autotaskBaseUrl, type ConnectionRecord } from './connection-record.js';
import { limitsStore } from './limits-store.js';
import type { ApiAllowance, BackendBuilders, FindWebOrigin } from './test-connection.js';

function autotask(
  { psaOrigin, autotask: access }: ConnectionRecord,
  limits?: LimitsStore,
): AutotaskClient | undefined {
  if (access === null) return undefined;
  return createAutotaskClient({ ...access, baseUrl: autotaskBaseUrl(psaOrigin, access.baseUrl), limits });
}

async function allowance(record: ConnectionRecord, signal: AbortSignal): Promise<ApiAllowance> {
  const client = autotask(record);
  if (client === undefined) return { rights: null, threshold: null };
  const [rights, threshold] = await Promise.all([client.rights({ signal }), client.threshold({ signal })]);
  return { rights, threshold };
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

/** The clients over HTTP that a connection gives access to. The one that frames and jobs share remembers lists and limits. */
export function backendBuilders(session: SessionArea): BackendBuilders & {
  readonly combined: (record: ConnectionRecord, signIn: BearerTokens) => PortalAdmin;
} {
  return {
    autotask: (record) => autotask(record),
    portalService,
    allowance,
    combined: (record, signIn) =>
      createCachedClient(
        createCombinedClient({
          autotask: autotask(record, limitsStore(session, record.id)),
          portalService: portalService(record, signIn),
        }),
      ),
  };
}

/** Asks the vendor, without a secret, where the API user's tenant is. */
export const findWebOrigin: FindWebOrigin = async (user, signal) => {
  const { webUrl } = await lookUpZone(user, { signal });
  return webUrl === null ? null : new URL(webUrl).origin;
};
