import { orAborted } from '../clients/http/index.js';
import type { BearerTokens } from '../clients/index.js';
import { PortalError } from '../contract/index.js';

/** What an application is told when a token is wanted. */
export interface TokenRequest {
  /** Ends when nobody waits for the token any more. */
  readonly signal: AbortSignal;
  /** True once after the service has refused the last token (401): do not hand out the same again. */
  readonly isRefused: boolean;
}

/** Hands out the bearer token for a call. What it throws is told to the admin as a missing sign-in, with its message quoted. */
export type GetToken = (request: TokenRequest) => string | Promise<string>;

/** How long a renewal may take, ms. Each caller's own deadline is no longer than this. */
const RENEWAL_MS = 19_000;

/** The application's function as the client's source of tokens: calls that meet a refused token together ask for one new one. */
export function appTokens(getToken: GetToken): BearerTokens {
  let last: string | undefined;
  let isRefused = false;
  let renewal: Promise<string> | undefined;

  const ask = async (request: TokenRequest): Promise<string> => (last = await tokenOf(getToken, request));
  const renew = (): Promise<string> => {
    renewal ??= ask({ signal: AbortSignal.timeout(RENEWAL_MS), isRefused: true }).finally(() => {
      renewal = undefined;
      isRefused = false;
    });
    return renewal;
  };
  return {
    refusalReason: 'app-sign-in',
    // A renewal is not ended with the call that began it: others may wait for the same.
    token: (signal) =>
      isRefused ? orAborted(renew(), signal) : orAborted(ask({ signal, isRefused: false }), signal),
    refused: (token) => {
      isRefused ||= token === last;
      return Promise.resolve(true);
    },
  };
}

async function tokenOf(getToken: GetToken, request: TokenRequest): Promise<string> {
  try {
    const token: unknown = await getToken(request);
    if (typeof token === 'string' && isSendable(token)) return token;
    // Never what was returned: it may be somebody's secret.
    throw new Error('The application’s getToken returned no token.');
  } catch (thrown) {
    request.signal.throwIfAborted();
    if (thrown instanceof PortalError) throw thrown;
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    throw new PortalError({ code: 'auth', reason: 'app-sign-in', detail }, { cause: thrown });
  }
}

/** RFC 6750, b64token: letters, digits and a few signs. Anything else would break the header, or belongs to no token. */
function isSendable(token: string): boolean {
  return /^[\w.~+/-]+=*$/.test(token);
}
