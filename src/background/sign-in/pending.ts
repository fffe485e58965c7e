import * as v from 'valibot';
import type { SessionArea } from '../session-area.js';

const PREFIX = 'sign-in-begun:';

/** A sign-in that the person is at. The verifier makes the code worthless for whoever else sees the address it comes in. */
const PendingSchema = v.object({
  /** The service that it was begun for: its tokens are for no other, should the connection be changed meanwhile. */
  serviceUrl: v.string(),
  verifier: v.string(),
  state: v.string(),
  issuer: v.string(),
  redirectUri: v.string(),
});
export type PendingSignIn = v.InferOutput<typeof PendingSchema>;

/** Sign-ins under way, one per connection, in the browser's memory: the worker ends while the person types. */
export function createPendingSignIns(area: SessionArea) {
  return {
    async find(connectionId: string): Promise<PendingSignIn | undefined> {
      const key = PREFIX + connectionId;
      const parsed = v.safeParse(PendingSchema, (await area.get(key))[key]);
      return parsed.success ? parsed.output : undefined;
    },
    /** Replaces one begun before. */
    async keep(connectionId: string, pending: PendingSignIn): Promise<void> {
      await area.set({ [PREFIX + connectionId]: pending });
    },
    async drop(connectionId: string): Promise<void> {
      await area.remove(PREFIX + connectionId);
    },
  };
}
