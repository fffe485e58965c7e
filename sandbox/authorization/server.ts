import { generateKeyPairSync } from 'node:crypto';
import './node-20.js';
import Provider, { errors, type Configuration, type JWK } from 'oidc-provider';
import type { Account } from '../store/accounts.js';
import { oauthRecords } from '../store/oauth-records.js';
import type { Store } from '../store/store.js';
import { renderError } from './error-page.js';
import type { LifetimeState } from './lifetimes.js';
import { isExtensionPage, SIGNED_IN_PAGE } from './redirect-uris.js';

/** The extension is a public client: everybody can read its code, so it has a name but no secret. */
const CLIENT_ID = 'psa-portal-admin';
/** The one thing that can be asked for: to use the portal service with the rights of the account. */
export const SCOPE = 'portal';
const DAY = 24 * 60 * 60;

export interface AuthorizationOptions {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly issuer: string;
  readonly store: Store;
  readonly lifetimes: LifetimeState;
}

/** Who may use the portal service, and who said so. */
export interface AuthorizationServer {
  readonly provider: Provider;
  /** The portal service's address, which its tokens are for. */
  readonly resource: string;
  /** The account behind an access token of this server; null for one that is expired, revoked or for something else. */
  accountByToken(token: string): Promise<Account | null>;
}

/** The certified library with this sandbox's accounts, database and rules; no protocol code of our own. */
export function createAuthorizationServer(options: AuthorizationOptions): AuthorizationServer {
  const { issuer, store } = options;
  const resource = `${issuer}/portal/v1`;
  const provider = new Provider(issuer, configuration(options, resource));
  // The library wants every address listed; the extension's host differs per browser and installation.
  provider.Client.prototype.redirectUriAllowed = (redirectUri) =>
    redirectUri === issuer + SIGNED_IN_PAGE || isExtensionPage(redirectUri);
  return {
    provider,
    resource,
    accountByToken: async (text) => {
      const token = await provider.AccessToken.find(text);
      if (token?.aud !== resource || !token.scopes.has(SCOPE)) return null;
      return store.accounts.byName(token.accountId);
    },
  };
}

function configuration(options: AuthorizationOptions, resource: string): Configuration {
  const { issuer, store, lifetimes } = options;
  return {
    adapter: oauthRecords(store.db),
    clients: [
      {
        client_id: CLIENT_ID,
        client_name: 'PSA Portal Admin',
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [issuer + SIGNED_IN_PAGE],
      },
    ],
    responseTypes: ['code'],
    allowOmittingSingleRegisteredRedirectUri: false,
    pkce: { required: () => true },
    findAccount: async (_ctx, name) => {
      const account = await store.accounts.byName(name);
      return account === null ? undefined : { accountId: name, claims: () => ({ sub: name }) };
    },
    ...tokenRules(lifetimes),
    ...offered(resource),
    interactions: { url: (_ctx, { uid }) => `/oauth/interaction/${uid}` },
    routes: {
      authorization: '/oauth/authorize',
      token: '/oauth/token',
      revocation: '/oauth/revoke',
      jwks: '/oauth/jwks',
    },
    cookies: {
      keys: [store.cookieKey],
      // The PSA's own session decides who somebody is. Under this path the library's never comes back to contradict it.
      long: { httpOnly: true, sameSite: 'lax', path: '/oauth/no-session' },
    },
    // Nothing is signed (access tokens are looked up), but the library wants a key.
    jwks: { keys: [signingKey()] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clockTolerance: 0,
    clientBasedCORS: (_ctx, origin) => /^(chrome|moz)-extension:\/\//.test(origin),
    renderError,
  };
}

/** Short access tokens; each refresh token for one use, and a second use ends the grant with all its tokens. */
function tokenRules(lifetimes: LifetimeState): Configuration {
  return {
    rotateRefreshToken: true,
    issueRefreshToken: () => Promise.resolve(true),
    // Signing out of the PSA's pages must not sign the extension out.
    expiresWithSession: () => false,
    ttl: {
      AccessToken: () => lifetimes.get().accessToken,
      RefreshToken: () => lifetimes.get().refreshToken,
      AuthorizationCode: 60,
      Interaction: 60 * 60,
      Session: DAY,
      // A sign-in that is renewed all the time still ends some day.
      Grant: 90 * DAY,
    },
  };
}

/** OAuth for one resource, and nothing of OpenID Connect: it is about rights, the service itself tells the name. */
function offered(resource: string): Configuration {
  return {
    scopes: [],
    claims: {},
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, asked) => {
          if (asked !== resource) throw new errors.InvalidTarget();
          return { scope: SCOPE, accessTokenFormat: 'opaque' };
        },
      },
    },
  };
}

function signingKey(): JWK {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kty: 'EC', use: 'sig' };
}
