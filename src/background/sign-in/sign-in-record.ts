import * as v from 'valibot';
import { SecureUrlSchema } from '../../contract/index.js';

const Text = v.pipe(v.string(), v.nonEmpty());

/**
 * What is kept of a sign-in, as secret as the connection's other secrets and in the same place. The access token is not
 * in it: it lives minutes, in `storage.session`.
 */
export const SignInRecordSchema = v.variant('state', [
  v.strictObject({
    state: v.literal('signed-in'),
    /** Who issued the tokens; they are sent nowhere else. */
    issuer: SecureUrlSchema,
    /** For one use: the next one comes with the answer. */
    refreshToken: Text,
    /** As the service names them; `null` where it does not. */
    user: v.nullable(v.string()),
    /**
     * Since when (ms since 1970) an answer to this refresh token is owed. Left over by a worker that ended, or by a lost
     * answer: then the service may know the token as used, and will end the sign-in when it comes again.
     */
    renewalBegunAt: v.nullable(v.number()),
  }),
  /** The service ended it, so there is no token left. */
  v.strictObject({
    state: v.literal('ended'),
    user: v.nullable(v.string()),
    reason: v.picklist(['session-ended', 'renewal-interrupted']),
  }),
]);
export type SignInRecord = v.InferOutput<typeof SignInRecordSchema>;

/**
 * Where one connection's sign-in is kept; who implements it decides between memory and vault, and sees by what is written
 * that somebody was signed in or out, or that the service ended it.
 */
export interface SignInSlot {
  /** `null` = nobody has signed in, or they signed out. Rejects with `locked` while the vault is. */
  read(): Promise<SignInRecord | null>;
  /** Resolves once it would survive the worker. Rejects with `locked` or `storage-full`. */
  write(record: SignInRecord | null): Promise<void>;
}

/** What the sign-in needs to know of a connection whose portal service is used by sign-in. */
export interface SignInConnection {
  /** The portal service's address as entered. */
  readonly serviceUrl: string;
  readonly slot: SignInSlot;
}
