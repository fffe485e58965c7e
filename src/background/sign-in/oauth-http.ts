import {
  allowInsecureRequests,
  customFetch,
  OperationProcessingError,
  ResponseBodyError,
  type CustomFetchOptions,
} from 'oauth4webapi';
import { failureOfStatus, type Fetch } from '../../clients/http/index.js';
import { isSecureUrl, PortalError, toPortalError } from '../../contract/index.js';

/** ms. Half of what a worker has for an answer, so that a call can be made once the token is there. */
const ATTEMPT_MS = 9_000;

/** What each request of the OAuth library is made with. */
export interface OAuthHttp {
  readonly [customFetch]: (url: string, init: LibraryRequest) => Promise<Response>;
  readonly [allowInsecureRequests]: boolean;
  readonly signal: () => AbortSignal;
}
type LibraryRequest = CustomFetchOptions<string, URLSearchParams | undefined>;

/**
 * Requests without cookies, redirects or copies on disk, to HTTPS or this machine only. A server that cannot be reached
 * or is not up to it ends them with a `PortalError` here, so that what the library sees is an answer to the question.
 */
export function oauthHttp(fetch: Fetch = globalThis.fetch): OAuthHttp {
  return {
    // The library knows only "HTTPS" or "anything"; this machine is the one exception, made below.
    [allowInsecureRequests]: true,
    [customFetch]: async (url, { body, ...init }) => {
      if (!isSecureUrl(url))
        throw new PortalError({ code: 'unknown', detail: `Not a secure address: ${url}` });
      const response = await fetch(url, { ...init, ...carefully, body: body ?? null }).catch(unreachable);
      if (response.status < 500 && response.status !== 429) return response;
      throw failureOfStatus(response, undefined);
    },
    signal: () => AbortSignal.timeout(ATTEMPT_MS),
  };
}

function unreachable(cause: unknown): never {
  throw new PortalError({ code: 'offline', detail: 'The sign-in service cannot be reached.' }, { cause });
}

const carefully: RequestInit = {
  cache: 'no-store',
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
};

/** The error code of RFC 6749 in a refusal, for example `invalid_grant`; undefined for any other failure. */
export function oauthErrorCode(thrown: unknown): string | undefined {
  return thrown instanceof ResponseBodyError ? thrown.error : undefined;
}

/** What the OAuth library threw, as a `PortalError`; never with a token in it. */
export function oauthFailure(thrown: unknown): PortalError {
  if (thrown instanceof PortalError) return thrown;
  if (thrown instanceof ResponseBodyError) {
    const detail = thrown.error_description ?? thrown.error;
    return new PortalError({ code: 'auth', detail }, { cause: thrown });
  }
  // A connection that broke while the answer was read.
  if (thrown instanceof TypeError && !('code' in thrown))
    return new PortalError({ code: 'offline', detail: 'The answer broke off.' }, { cause: thrown });
  if (thrown instanceof OperationProcessingError)
    return new PortalError({ code: 'unknown', detail: thrown.message }, { cause: thrown });
  return toPortalError(thrown);
}
