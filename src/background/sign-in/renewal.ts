import {
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
} from 'oauth4webapi';
import { PortalError } from '../../contract/index.js';
import type { SessionArea } from '../session-area.js';
import type { AccessTokens } from './access-tokens.js';
import { asPublicClient, client, revoke } from './authorization.js';
import { discoverServer } from './discovery.js';
import { oauthErrorCode, oauthFailure, type OAuthHttp } from './oauth-http.js';
import type { SignInRecord, SignInSlot } from './sign-in-record.js';

export type SignedIn = Extract<SignInRecord, { state: 'signed-in' }>;
type Ended = Extract<SignInRecord, { state: 'ended' }>;

export interface RenewalTools {
  readonly area: SessionArea;
  readonly http: OAuthHttp;
  readonly accessTokens: AccessTokens;
  readonly now: () => number;
}

/** The sign-in if there is one; else rejects with `auth`, which says why there is none. */
export async function readSignedIn(slot: SignInSlot): Promise<SignedIn> {
  const record = await slot.read();
  if (record === null) throw new PortalError({ code: 'auth' });
  if (record.state === 'ended') throw endedError(record);
  return record;
}

/**
 * Gets a new access token for the refresh token, which is used up by it. Before it is sent it is noted that an answer is
 * owed: the worker may end, or the network fail, after the server has done its part. The next renewal then can only send
 * the used token, which the server takes for theft and ends the sign-in; the note is how we know better. An interruption
 * before the server has seen the token does no harm.
 */
export async function renew(connectionId: string, slot: SignInSlot, tools: RenewalTools): Promise<string> {
  const { area, http, accessTokens, now } = tools;
  const usable = await accessTokens.usable(connectionId);
  if (usable !== undefined) return usable;
  const record = await readSignedIn(slot);
  const server = await discoverServer(record.issuer, area, http);
  const askedAt = now();
  await slot.write({ ...record, renewalBegunAt: record.renewalBegunAt ?? askedAt });
  let answer: TokenEndpointResponse;
  try {
    const response = await refreshTokenGrantRequest(
      server,
      client,
      asPublicClient,
      record.refreshToken,
      http,
    );
    answer = await processRefreshTokenResponse(server, client, response);
  } catch (thrown) {
    if (oauthErrorCode(thrown) !== 'invalid_grant') throw oauthFailure(thrown);
    throw await end(connectionId, slot, record, tools);
  }
  // The new refresh token first: it alone would be missed.
  const refreshToken = answer.refresh_token ?? record.refreshToken;
  await writeOrRevoke(slot, { ...record, refreshToken, renewalBegunAt: null }, tools);
  await accessTokens.keep(connectionId, answer.access_token, answer.expires_in, askedAt);
  return answer.access_token;
}

/** Stores tokens that are new. Where that fails they are revoked: nobody could account for them any more. */
export async function writeOrRevoke(
  slot: SignInSlot,
  record: SignedIn,
  { area, http }: Pick<RenewalTools, 'area' | 'http'>,
): Promise<void> {
  try {
    await slot.write(record);
  } catch (thrown) {
    await revoke(record.issuer, record.refreshToken, area, http);
    throw thrown;
  }
}

/** Wipes what is left of a sign-in that the service has ended. */
async function end(
  connectionId: string,
  slot: SignInSlot,
  { user, renewalBegunAt }: SignedIn,
  { accessTokens }: RenewalTools,
): Promise<PortalError> {
  const reason = renewalBegunAt === null ? 'session-ended' : 'renewal-interrupted';
  const ended: Ended = { state: 'ended', user, reason };
  await slot.write(ended);
  await accessTokens.drop(connectionId);
  return endedError(ended);
}

function endedError({ reason }: Ended): PortalError {
  return new PortalError({ code: 'auth', reason });
}
