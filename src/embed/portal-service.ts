import { createPortalServiceClient } from '../clients/index.js';
import { isSecureUrl, type PortalAdmin } from '../contract/index.js';
import { appTokens, type GetToken } from './app-tokens.js';

export type { GetToken, TokenRequest } from './app-tokens.js';

export interface PortalServiceOptions {
  /**
   * Where the service is, for example `https://psa.example/portal/v1`; in a page a path of its own server will do
   * (`/portal/v1`). Tokens are sent there, so it must be https, or this machine.
   */
  readonly baseUrl: string | URL;
  /** Asked before each call. Keep the token for as long as it is valid: this does not. */
  readonly getToken: GetToken;
  /** Default: the page's own. */
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * A `PortalAdmin` on a backend of yours that implements `docs/portal-service.openapi.yaml` and keeps the PSA's credentials. Each
 * method ends within 20 seconds and rejects with a `PortalError`; what the application itself cannot give (a token) is told as
 * `auth`, reason `app-sign-in`.
 *
 * @throws TypeError where the options are not of this shape: at once, not at the first call.
 */
export function portalService({ baseUrl, getToken, fetch }: PortalServiceOptions): PortalAdmin {
  if (typeof getToken !== 'function')
    throw new TypeError('portalService: getToken must be a function that returns the token of each call.');
  return createPortalServiceClient({ baseUrl: checkedUrl(baseUrl), tokens: appTokens(getToken), fetch });
}

function checkedUrl(baseUrl: string | URL): string {
  // A worker and Node have no page whose address a path could be relative to.
  const page = typeof document === 'undefined' ? undefined : document.baseURI;
  const text = String(baseUrl);
  if (!URL.canParse(text, page))
    throw new TypeError(
      `portalService: baseUrl must be an address such as https://psa.example/portal/v1, and "${text}" is none.`,
    );
  const url = new URL(text, page);
  if (!isSecureUrl(url.href))
    throw new TypeError(
      'portalService: baseUrl must begin with https:// and hold no credentials. Only this machine (localhost) may do with http://.',
    );
  if (url.search !== '' || url.hash !== '')
    throw new TypeError('portalService: baseUrl must not hold a query (?) or fragment (#).');
  return url.href;
}
