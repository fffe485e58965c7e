import * as v from 'valibot';
import { InstantSchema } from '../model/index.js';
import { SettingsSnapshotSchema } from './shapes.js';

/** A field that the backend refused. `path` leads into what was sent, for example `['userName']`; `code` is for programs. */
export const FieldProblemSchema = v.object({
  path: v.array(v.string()),
  code: v.string(),
  /** The backend's own words, shown as a quotation. */
  detail: v.optional(v.string()),
});
export type FieldProblem = v.InferOutput<typeof FieldProblemSchema>;

/** The backend's own words about a failure. Never a secret, an address with one, or a stack. */
const detail = v.optional(v.string());

/** The closed set of errors that any implementation may end with, as data: it crosses contexts and is worded by the elements. */
export const PortalErrorDataSchema = v.variant('code', [
  /**
   * Nobody is signed in with the backend. Without a reason: the credentials are missing, wrong, expired or revoked.
   * `session-ended`: the portal service ended the sign-in (revoked, or its refresh token was used twice, as by a thief).
   * `renewal-interrupted`: it ended it after the answer to a renewal was lost on our side, so that we sent a used token.
   * `app-sign-in`: the application that embeds the elements has no token, or none that the service takes.
   */
  v.object({
    code: v.literal('auth'),
    reason: v.optional(v.picklist(['session-ended', 'renewal-interrupted', 'app-sign-in'])),
    detail,
  }),
  /** The credentials are there, but locked away: the passphrase has to be entered in the options. */
  v.object({ code: v.literal('locked'), detail }),
  /** The browser's permission for this address was taken back. */
  v.object({ code: v.literal('permission-missing'), origin: v.string(), detail }),
  /**
   * Signed in, but not allowed to do this (S15). `other-company`: the page no longer shows the company that it was for;
   * nothing was done. `refused-by-app`: the application that embeds the elements prevented it, `detail` in its words.
   */
  v.object({
    code: v.literal('forbidden'),
    reason: v.optional(v.picklist(['other-company', 'refused-by-app'])),
    detail,
  }),
  v.object({ code: v.literal('not-found'), detail }),
  v.object({ code: v.literal('validation'), problems: v.array(FieldProblemSchema), detail }),
  /** Someone saved in between. `theirs` is what is there now; `base` what this side had started from, if it is still known. */
  v.object({ code: v.literal('conflict'), theirs: SettingsSnapshotSchema, detail }),
  /** The backend wants fewer calls; nothing was done. `retryAt` says from when on it can be tried again. */
  v.object({ code: v.literal('rate-limited'), retryAt: InstantSchema, detail }),
  /** No answer: no network, server down, or too slow. Whether a write was done is not known. */
  v.object({ code: v.literal('offline'), detail }),
  /** The background worker ended while it was working, and one more try did not help. */
  v.object({ code: v.literal('worker-restarted'), detail }),
  /** The extension was updated under an open page: only reloading the page helps. */
  v.object({ code: v.literal('extension-updated'), detail }),
  /** The browser has no room left on disk; nothing was begun. */
  v.object({ code: v.literal('storage-full'), detail }),
  /** Anything else, for example a malformed answer. */
  v.object({ code: v.literal('unknown'), detail }),
]);

export type PortalErrorData = v.InferOutput<typeof PortalErrorDataSchema>;
export type AuthReason = NonNullable<Extract<PortalErrorData, { code: 'auth' }>['reason']>;
export type PortalErrorCode = PortalErrorData['code'];
type DataOf<C extends PortalErrorCode> = Extract<PortalErrorData, { code: C }>;

/** The only error that a `PortalAdmin` rejects with. Ask `data.code` what happened; `message` is for logs, not for users. */
export class PortalError extends Error {
  override readonly name = 'PortalError';

  constructor(
    readonly data: PortalErrorData,
    options?: ErrorOptions,
  ) {
    super(data.detail === undefined ? data.code : `${data.code}: ${data.detail}`, options);
  }

  /** The data if it is of this kind, else undefined. */
  as<C extends PortalErrorCode>(code: C): DataOf<C> | undefined {
    return isOfCode(this.data, code) ? this.data : undefined;
  }
}

function isOfCode<C extends PortalErrorCode>(data: PortalErrorData, code: C): data is DataOf<C> {
  return data.code === code;
}

/** What was thrown, as a `PortalError`: anything that is none becomes `unknown`, with its message as detail. */
export function toPortalError(thrown: unknown): PortalError {
  if (thrown instanceof PortalError) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new PortalError({ code: 'unknown', detail }, { cause: thrown });
}
