import type { AuthReason } from '../../contract/index.js';

/** Where the client gets the token for a call. */
export interface BearerTokens {
  /** The token to send now. Rejects with a `PortalError` (`auth`, `locked`, `offline`) where there is none to be had. */
  token(signal: AbortSignal): Promise<string>;
  /**
   * The service refused this token (401), so nothing was done. True = it was dropped and another may be had, so the
   * call is worth one more try.
   */
  refused(token: string): Promise<boolean>;
  /** Why nobody is signed in, where the service accepts no token from here. Default: not said. */
  readonly refusalReason?: AuthReason;
}

/** A personal access token: always the same, and once refused, it is. */
export function personalAccessToken(token: string): BearerTokens {
  return { token: () => Promise.resolve(token), refused: () => Promise.resolve(false) };
}
