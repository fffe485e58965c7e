import type { SignInResult } from '../../channel/index.js';
import type { Fetch } from '../../clients/http/index.js';
import { accountName, personalAccessToken, type BearerTokens } from '../../clients/index.js';
import { PortalError } from '../../contract/index.js';
import { oneAtATime } from '../one-at-a-time.js';
import type { SessionArea } from '../session-area.js';
import { createAccessTokens } from './access-tokens.js';
import { authorizationRequest, exchangeCode, readAnswer, revoke } from './authorization.js';
import { signInTokens } from './bearer-tokens.js';
import { discoverSignIn } from './discovery.js';
import { oauthHttp } from './oauth-http.js';
import { createPendingSignIns } from './pending.js';
import { renew, writeOrRevoke, type RenewalTools, type SignedIn } from './renewal.js';
import type { SignInConnection, SignInSlot } from './sign-in-record.js';

export interface SignInOptions {
  /** In the browser's memory, out of reach for content scripts. */
  readonly session: SessionArea;
  /** Undefined where there is no such connection, or its portal service is not used by sign-in. */
  readonly connection: (connectionId: string) => Promise<SignInConnection | undefined>;
  readonly fetch?: Fetch;
  /** ms since 1970. */
  readonly now?: () => number;
}

/**
 * Signing in to portal services: OAuth 2 authorization code with PKCE, as a public client. All state is in `session` and
 * in the connections' slots; what is here in memory only keeps the calls of one worker from renewing at the same time.
 */
export function createSignIn({ session, connection, fetch, now = Date.now }: SignInOptions) {
  const http = oauthHttp(fetch);
  const accessTokens = createAccessTokens(session, now);
  const pendingSignIns = createPendingSignIns(session);
  const tools: RenewalTools = { area: session, http, accessTokens, now };
  const turns = new Map<string, ReturnType<typeof oneAtATime>>();

  /** What changes the tokens of a connection never runs twice at a time. */
  function inTurn<T>(connectionId: string, task: () => Promise<T>): Promise<T> {
    const turn = turns.get(connectionId) ?? oneAtATime();
    turns.set(connectionId, turn);
    return turn(task);
  }

  async function known(connectionId: string): Promise<SignInConnection> {
    const found = await connection(connectionId);
    if (found === undefined) throw new PortalError({ code: 'not-found', detail: 'No such connection.' });
    return found;
  }

  /** Who signs in anew leaves no second sign-in behind at the service. */
  async function replace(slot: SignInSlot, next: SignedIn): Promise<void> {
    const before = await slot.read().catch(() => null);
    await writeOrRevoke(slot, next, tools);
    if (before?.state === 'signed-in') await revoke(before.issuer, before.refreshToken, session, http);
  }

  return {
    /** The address to show to the person; the rest of the sign-in is remembered. Rejects with `not-found` or `offline`. */
    async begin(connectionId: string, redirectUri: string): Promise<{ authorizationUrl: string }> {
      const { serviceUrl } = await known(connectionId);
      const service = await discoverSignIn(serviceUrl, session, http);
      const { authorizationUrl, pending } = await authorizationRequest(service, { serviceUrl, redirectUri });
      await pendingSignIns.keep(connectionId, pending);
      return { authorizationUrl };
    },

    /** Takes the address that the browser was sent back to. Rejects with `offline`: then the person has to begin again. */
    async finish(connectionId: string, redirectUrl: string): Promise<SignInResult> {
      const { serviceUrl, slot } = await known(connectionId);
      const pending = await pendingSignIns.find(connectionId);
      if (pending?.serviceUrl !== serviceUrl)
        return { result: 'refused', detail: 'No sign-in was begun here.' };
      const answer = await readAnswer(redirectUrl, pending, session, http);
      if (!answer.isGranted) return { result: 'refused', detail: answer.detail };
      // A code is good for one try only.
      await pendingSignIns.drop(connectionId);
      const askedAt = now();
      const exchange = await exchangeCode(answer.server, answer.parameters, pending, http);
      if (!exchange.isDone) return { result: 'refused', detail: exchange.detail };
      const { access_token: token, refresh_token: refreshToken, expires_in: expiresIn } = exchange.tokens;
      if (refreshToken === undefined)
        return { result: 'refused', detail: 'The service gives no refresh token.' };
      const user = await nameOf(serviceUrl, token, fetch);
      await inTurn(connectionId, async () => {
        await replace(slot, {
          state: 'signed-in',
          issuer: pending.issuer,
          refreshToken,
          user,
          renewalBegunAt: null,
        });
        await accessTokens.keep(connectionId, token, expiresIn, askedAt);
      });
      return { result: 'signed-in', user };
    },

    /** Ends the sign-in at the service and wipes its tokens; `revoked: false` = the service could not be told. */
    signOut: (connectionId: string): Promise<{ revoked: boolean }> =>
      inTurn(connectionId, async () => {
        const { slot } = await known(connectionId);
        const record = await slot.read();
        // First at the service: a token that is wiped here but good there could not be accounted for any more.
        const revoked =
          record?.state !== 'signed-in' || (await revoke(record.issuer, record.refreshToken, session, http));
        await slot.write(null);
        await accessTokens.drop(connectionId);
        await pendingSignIns.drop(connectionId);
        return { revoked };
      }),

    /** The tokens for the portal service's client; they are renewed as needed, once for all calls that wait. */
    tokens: (connectionId: string): BearerTokens =>
      signInTokens(connectionId, {
        slot: async () => (await known(connectionId)).slot,
        accessTokens,
        renew: (slot) => inTurn(connectionId, () => renew(connectionId, slot, tools)),
      }),

    /** Drops what is left in memory of all sign-ins whose refresh tokens are locked away. */
    dropAccessTokens: (): Promise<void> => accessTokens.dropAll(),
  };
}
export type SignIn = ReturnType<typeof createSignIn>;

/** Being signed in does not depend on it: a service need not tell, and a slow one may not spoil it. */
async function nameOf(serviceUrl: string, token: string, fetch: Fetch | undefined): Promise<string | null> {
  try {
    const access = { baseUrl: serviceUrl, tokens: personalAccessToken(token), fetch };
    return await accountName(access, AbortSignal.timeout(NAME_MS));
  } catch {
    return null;
  }
}

const NAME_MS = 3_000;
