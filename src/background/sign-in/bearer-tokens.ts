import { orAborted } from '../../clients/http/index.js';
import type { BearerTokens } from '../../clients/index.js';
import type { AccessTokens } from './access-tokens.js';
import { readSignedIn } from './renewal.js';
import type { SignInSlot } from './sign-in-record.js';

export interface BearerTokenOptions {
  readonly slot: () => Promise<SignInSlot>;
  readonly accessTokens: AccessTokens;
  /** Resolves to a usable access token; asked by many at once it renews once. */
  readonly renew: (slot: SignInSlot) => Promise<string>;
}

/** The access tokens of one connection, as its client asks for them. */
export function signInTokens(
  connectionId: string,
  { slot: slotOf, accessTokens, renew }: BearerTokenOptions,
): BearerTokens {
  return {
    async token(signal) {
      const slot = await slotOf();
      // Asked even where an access token is at hand: it must not be used once the vault is locked.
      await readSignedIn(slot);
      const usable = await accessTokens.usable(connectionId);
      if (usable !== undefined) return usable;
      // Not ended with this call: others wait for the same, and a token that was sent needs its answer stored.
      return orAborted(renew(slot), signal);
    },
    async refused(token) {
      await accessTokens.dropIf(connectionId, token);
      return true;
    },
  };
}
