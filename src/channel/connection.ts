import * as v from 'valibot';
import { CapabilitiesSchema, PortalErrorDataSchema } from '../contract/index.js';

const Text = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** An origin such as `https://ww5.autotask.net`: scheme, host and port, nothing behind it. */
export const OriginSchema = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && new URL(text).origin === text, 'not an origin'),
);

/** Where a secret may be sent: over TLS, or to this machine. */
export const SecureUrlSchema = v.pipe(v.string(), v.check(isSecureUrl, 'neither https nor this machine'));

/** True for `https:` addresses, and for `http:` ones of this machine, without credentials in them. */
export function isSecureUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  const isEncrypted = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback);
  return isEncrypted && url.username === '' && url.password === '';
}

/** The access to one PSA as entered. A `null` secret keeps the stored one, which the page never sees. */
export const ConnectionDraftSchema = v.strictObject({
  psaOrigin: OriginSchema,
  autotask: v.nullable(
    v.strictObject({
      user: Text,
      secret: v.nullable(Text),
      integrationCode: v.nullable(Text),
      /** Up to and with `/ATServicesRest`; `null` where it follows from the PSA's address (`wwN` has `webservicesN`). */
      baseUrl: v.nullable(SecureUrlSchema),
    }),
  ),
  portalService: v.nullable(v.strictObject({ url: SecureUrlSchema, token: v.nullable(Text) })),
});
export type ConnectionDraft = v.InferOutput<typeof ConnectionDraftSchema>;

/** A connection without its secrets: all that leaves the worker. */
export const ConnectionSummarySchema = v.strictObject({
  psaOrigin: OriginSchema,
  /** `preset`: built in by a sandbox build; cannot be forgotten, only replaced. */
  source: v.picklist(['stored', 'preset']),
  autotask: v.nullable(v.strictObject({ user: v.string(), baseUrl: v.nullable(v.string()) })),
  portalService: v.nullable(v.strictObject({ url: v.string() })),
});
export type ConnectionSummary = v.InferOutput<typeof ConnectionSummarySchema>;

/** Something about a draft that is wrong before anything is sent anywhere. */
export const ConnectionProblemSchema = v.picklist([
  /** The extension has no permission for this PSA's pages. */
  'host-not-permitted',
  /** Neither an Autotask API user nor a portal service. */
  'nothing-to-connect',
  /** No secret entered, and none stored for this user at this address. */
  'secret-missing',
  'token-missing',
  /** The API's address is unknown: the PSA isn't at `autotask.net`, and none was entered. */
  'api-address-missing',
  /** The API user belongs to a PSA at another address. Found by a test only, because it has to ask. */
  'other-zone',
]);
export type ConnectionProblem = v.InferOutput<typeof ConnectionProblemSchema>;

/** Whether a draft became the connection. */
export const SaveResultSchema = v.variant('saved', [
  v.object({ saved: v.literal(true), connection: ConnectionSummarySchema }),
  v.object({ saved: v.literal(false), problem: ConnectionProblemSchema }),
]);
export type SaveResult = v.InferOutput<typeof SaveResultSchema>;

/** What one backend answered to a real call with the draft's credentials. */
export const BackendTestSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), capabilities: CapabilitiesSchema }),
  v.object({ ok: v.literal(false), error: PortalErrorDataSchema }),
]);
export type BackendTest = v.InferOutput<typeof BackendTestSchema>;

/** The result of a test. `null` = this backend is not part of the draft. */
export const TestResultSchema = v.variant('tested', [
  v.object({
    tested: v.literal(true),
    autotask: v.nullable(BackendTestSchema),
    portalService: v.nullable(BackendTestSchema),
  }),
  v.object({ tested: v.literal(false), problem: ConnectionProblemSchema }),
]);
export type TestResult = v.InferOutput<typeof TestResultSchema>;
