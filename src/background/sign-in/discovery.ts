import {
  discoveryRequest,
  processDiscoveryResponse,
  processResourceDiscoveryResponse,
  resourceDiscoveryRequest,
  type AuthorizationServer,
} from 'oauth4webapi';
import * as v from 'valibot';
import { parseAnswer } from '../../clients/http/index.js';
import { PortalError, SecureUrlSchema } from '../../contract/index.js';
import type { SessionArea } from '../session-area.js';
import { oauthFailure, type OAuthHttp } from './oauth-http.js';

/** What is used of an authorization server's metadata (RFC 8414). */
const ServerSchema = v.pipe(
  v.object({
    issuer: SecureUrlSchema,
    authorization_endpoint: SecureUrlSchema,
    token_endpoint: SecureUrlSchema,
    revocation_endpoint: v.optional(SecureUrlSchema),
    code_challenge_methods_supported: v.optional(v.array(v.string())),
    /** Then an answer without `iss` is refused (RFC 9207). */
    authorization_response_iss_parameter_supported: v.optional(v.boolean()),
  }),
  // The schema alone writes a missing key as "may be undefined", which JSON cannot be.
  v.guard((server): server is Server => !Object.values(server).includes(undefined)),
);
export interface Server extends AuthorizationServer {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly revocation_endpoint?: string;
  readonly code_challenge_methods_supported?: string[];
  readonly authorization_response_iss_parameter_supported?: boolean;
}

/** What is used of a protected resource's metadata (RFC 9728). */
const ResourceSchema = v.object({
  resource: v.string(),
  authorization_servers: v.pipe(v.array(SecureUrlSchema), v.minLength(1)),
  scopes_supported: v.optional(v.array(v.string()), []),
});

/** Who lets people into a portal service, and what has to be asked for. */
export interface ServiceSignIn {
  readonly server: Server;
  /** The service's own name for itself (RFC 8707). */
  readonly resource: string;
  readonly scopes: readonly string[];
}

/**
 * Finds the authorization server of a portal service from the service's address. Rejects with `not-found` where the
 * service has none, that is, knows personal access tokens only.
 */
export async function discoverSignIn(
  serviceUrl: string,
  area: SessionArea,
  http: OAuthHttp,
): Promise<ServiceSignIn> {
  const url = new URL(serviceUrl.replace(/\/+$/, ''));
  try {
    const response = await resourceDiscoveryRequest(url, http);
    if (response.status === 404)
      throw new PortalError({ code: 'not-found', detail: 'The service offers no sign-in.' });
    const metadata = parseAnswer(ResourceSchema, await processResourceDiscoveryResponse(url, response));
    const [issuer] = metadata.authorization_servers;
    const server = await discoverServer(issuer ?? '', area, http);
    return { server, resource: metadata.resource, scopes: metadata.scopes_supported };
  } catch (thrown) {
    throw oauthFailure(thrown);
  }
}

const KNOWN_PREFIX = 'oauth-server:';
/** ms; a server that moves an endpoint keeps the old one that long. */
const KNOWN_FOR = 60 * 60 * 1000;
const KnownSchema = v.object({ server: ServerSchema, at: v.number() });

/** An authorization server's endpoints; remembered for an hour, so that a renewal by a new worker is one request. */
export async function discoverServer(issuer: string, area: SessionArea, http: OAuthHttp): Promise<Server> {
  const key = KNOWN_PREFIX + issuer;
  const known = v.safeParse(KnownSchema, (await area.get(key))[key]);
  const now = Date.now();
  if (known.success && Math.abs(now - known.output.at) < KNOWN_FOR) return known.output.server;
  const server = await askServer(issuer, http);
  await area.set({ [key]: { server, at: now } });
  return server;
}

/** RFC 8414 first; servers that came from OpenID Connect may publish at its address only. */
async function askServer(issuer: string, http: OAuthHttp): Promise<Server> {
  const url = new URL(issuer);
  try {
    const response = await discoveryRequest(url, { ...http, algorithm: 'oauth2' });
    const answer =
      response.status === 404 ? await discoveryRequest(url, { ...http, algorithm: 'oidc' }) : response;
    return parseAnswer(ServerSchema, await processDiscoveryResponse(url, answer));
  } catch (thrown) {
    throw oauthFailure(thrown);
  }
}
