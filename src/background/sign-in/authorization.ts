import {
  authorizationCodeGrantRequest,
  AuthorizationResponseError,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  None,
  OperationProcessingError,
  processAuthorizationCodeResponse,
  processRevocationResponse,
  ResponseBodyError,
  revocationRequest,
  validateAuthResponse,
  type TokenEndpointResponse,
} from 'oauth4webapi';
import { PortalError } from '../../contract/index.js';
import { discoverServer, type Server, type ServiceSignIn } from './discovery.js';
import { oauthFailure, type OAuthHttp } from './oauth-http.js';
import type { PendingSignIn } from './pending.js';
import type { SessionArea } from '../session-area.js';

/** The name under which every authorization server knows this extension; it is public, so there is no secret with it. */
export const client = { client_id: 'psa-portal-admin' };
/** Public clients prove nothing about themselves; PKCE and the redirect address protect the code. */
export const asPublicClient = None();

/** The address that asks the person, and what has to be remembered until they have answered. */
export async function authorizationRequest(
  { server, resource, scopes }: ServiceSignIn,
  { serviceUrl, redirectUri }: Pick<PendingSignIn, 'serviceUrl' | 'redirectUri'>,
): Promise<{ authorizationUrl: string; pending: PendingSignIn }> {
  if (server.code_challenge_methods_supported?.includes('S256') === false)
    throw new PortalError({ code: 'unknown', detail: 'The sign-in service does not offer PKCE with S256.' });
  const pending = {
    verifier: generateRandomCodeVerifier(),
    state: generateRandomState(),
    issuer: server.issuer,
    redirectUri,
    serviceUrl,
  };
  const url = new URL(server.authorization_endpoint);
  const parameters = {
    ...client,
    response_type: 'code',
    redirect_uri: redirectUri,
    state: pending.state,
    code_challenge: await calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
    resource,
    ...(scopes.length === 0 ? {} : { scope: scopes.join(' ') }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { authorizationUrl: url.href, pending };
}

/** The answer in the address that the browser was sent back to, or why it is none to use. */
export type AuthorizationAnswer =
  | { readonly isGranted: true; readonly server: Server; readonly parameters: URLSearchParams }
  | { readonly isGranted: false; readonly detail: string };

/** Checks address, state and issuer of the answer. */
export async function readAnswer(
  redirectUrl: string,
  pending: PendingSignIn,
  area: SessionArea,
  http: OAuthHttp,
): Promise<AuthorizationAnswer> {
  const url = new URL(redirectUrl);
  const expected = new URL(pending.redirectUri);
  const foreign = { isGranted: false, detail: 'The answer belongs to another sign-in.' } as const;
  if (url.origin !== expected.origin || url.pathname !== expected.pathname) return foreign;
  const server = await discoverServer(pending.issuer, area, http);
  try {
    return { isGranted: true, server, parameters: validateAuthResponse(server, client, url, pending.state) };
  } catch (thrown) {
    if (thrown instanceof AuthorizationResponseError)
      return { isGranted: false, detail: thrown.error_description ?? thrown.error };
    if (thrown instanceof OperationProcessingError) return foreign;
    throw oauthFailure(thrown);
  }
}

/** What the service gave for the code, or why it gave nothing. */
export type Exchange =
  | { readonly isDone: true; readonly tokens: TokenEndpointResponse }
  | { readonly isDone: false; readonly detail: string };

export async function exchangeCode(
  server: Server,
  parameters: URLSearchParams,
  { redirectUri, verifier }: PendingSignIn,
  http: OAuthHttp,
): Promise<Exchange> {
  try {
    const response = await authorizationCodeGrantRequest(
      server,
      client,
      asPublicClient,
      parameters,
      redirectUri,
      verifier,
      http,
    );
    const tokens = await processAuthorizationCodeResponse(server, client, response);
    return { isDone: true, tokens };
  } catch (thrown) {
    if (thrown instanceof ResponseBodyError)
      return { isDone: false, detail: thrown.error_description ?? thrown.error };
    throw oauthFailure(thrown);
  }
}

/** Ends a refresh token, and with it all that was issued on it (RFC 7009). False where the service could not be told. */
export async function revoke(
  issuer: string,
  refreshToken: string,
  area: SessionArea,
  http: OAuthHttp,
): Promise<boolean> {
  try {
    const server = await discoverServer(issuer, area, http);
    const additionalParameters = { token_type_hint: 'refresh_token' };
    const options = { ...http, additionalParameters };
    await processRevocationResponse(
      await revocationRequest(server, client, asPublicClient, refreshToken, options),
    );
    return true;
  } catch {
    // Whatever the reason: the caller says that the tokens will die by age only.
    return false;
  }
}
