import * as v from 'valibot';
import { entriesWith, type SessionArea } from '../session-area.js';

const PREFIX = 'access-token:';
/** s, where the server does not say. */
const UNSAID_LIFETIME = 60;
/** ms before the end from which on a token is not used any more: it has to arrive while it is still good. */
const LONGEST_MARGIN = 30_000;

const AccessTokenSchema = v.object({
  token: v.string(),
  /** By our clock (ms since 1970), when it was asked for. */
  askedAt: v.number(),
  /** ms, as the server said. */
  lifetime: v.number(),
});
type AccessToken = v.InferOutput<typeof AccessTokenSchema>;

/**
 * The access tokens, in the browser's memory. Their age is taken from our clock alone, so it does not matter whether that
 * agrees with the server's; when our clock is set back, a token counts as old.
 */
export function createAccessTokens(area: SessionArea, now: () => number) {
  async function read(connectionId: string): Promise<AccessToken | undefined> {
    const key = PREFIX + connectionId;
    const parsed = v.safeParse(AccessTokenSchema, (await area.get(key))[key]);
    return parsed.success ? parsed.output : undefined;
  }

  return {
    /** The token, if it can still be used. */
    async usable(connectionId: string): Promise<string | undefined> {
      const stored = await read(connectionId);
      if (stored === undefined) return undefined;
      const age = now() - stored.askedAt;
      const margin = Math.min(LONGEST_MARGIN, stored.lifetime / 5);
      return age >= 0 && age < stored.lifetime - margin ? stored.token : undefined;
    },
    /** `expiresIn` in seconds. */
    async keep(
      connectionId: string,
      token: string,
      expiresIn: number | undefined,
      askedAt: number,
    ): Promise<void> {
      const lifetime = (expiresIn ?? UNSAID_LIFETIME) * 1000;
      await area.set({ [PREFIX + connectionId]: { token, askedAt, lifetime } satisfies AccessToken });
    },
    async drop(connectionId: string): Promise<void> {
      await area.remove(PREFIX + connectionId);
    },
    /** Drops it if it is the one that is stored: a refused token may have been replaced by now. */
    async dropIf(connectionId: string, token: string): Promise<void> {
      if ((await read(connectionId))?.token === token) await area.remove(PREFIX + connectionId);
    },
    async dropAll(): Promise<void> {
      const entries = await entriesWith(area, PREFIX);
      await area.remove(entries.map(([connectionId]) => PREFIX + connectionId));
    },
  };
}
export type AccessTokens = ReturnType<typeof createAccessTokens>;
