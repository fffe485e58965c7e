import * as v from 'valibot';
import {
  CapabilitiesSchema,
  EntityRightsSchema,
  PortalErrorDataSchema,
  SecureUrlSchema,
  ThresholdSchema,
} from '../contract/index.js';

const Text = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** An origin such as `https://ww5.autotask.net`: scheme, host and port, nothing behind it. */
export const OriginSchema = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && new URL(text).origin === text, 'not an origin'),
);

export const ConnectionIdSchema = v.pipe(v.string(), v.uuid());

/** Where the secrets are kept: in the browser's memory until it ends, or on disk under the passphrase. */
export const KeepSchema = v.picklist(['session', 'vault']);
export type Keep = v.InferOutput<typeof KeepSchema>;

/** An access to one PSA as entered. A `null` secret keeps the stored one, which the page never sees. */
export const ConnectionDraftSchema = v.strictObject({
  /** Chosen by the page, for a new one too: sent again after a lost answer, it is still the same connection. */
  id: ConnectionIdSchema,
  psaOrigin: OriginSchema,
  /** The admin's own word for it, to tell several of one PSA apart. */
  label: v.pipe(v.string(), v.trim(), v.maxLength(80)),
  keep: KeepSchema,
  autotask: v.nullable(
    v.strictObject({
      user: Text,
      secret: v.nullable(Text),
      integrationCode: v.nullable(Text),
      /** Up to and with `/ATServicesRest`; `null` where it follows from the PSA's address (`wwN` has `webservicesN`). */
      baseUrl: v.nullable(SecureUrlSchema),
    }),
  ),
  portalService: v.nullable(
    v.strictObject({
      url: SecureUrlSchema,
      access: v.variant('kind', [
        /** A personal access token. */
        v.strictObject({ kind: v.literal('token'), token: v.nullable(Text) }),
        /** OAuth 2: saved first, then signed in with `begin-sign-in`. */
        v.strictObject({ kind: v.literal('sign-in') }),
      ]),
    }),
  ),
});
export type ConnectionDraft = v.InferOutput<typeof ConnectionDraftSchema>;

/** A connection without its secrets: all that leaves the worker. */
export const ConnectionSummarySchema = v.strictObject({
  id: ConnectionIdSchema,
  psaOrigin: OriginSchema,
  label: v.string(),
  /** The one of its PSA that is used. */
  isActive: v.boolean(),
  /** `preset`: built in by a sandbox build; cannot be forgotten, only replaced. */
  source: v.picklist(['stored', 'preset']),
  keep: KeepSchema,
  /** Its secrets are in the vault, and that is locked. */
  isLocked: v.boolean(),
  /** Whether the browser lets us into this PSA's pages. */
  hasPermission: v.boolean(),
  autotask: v.nullable(v.strictObject({ user: v.string(), baseUrl: v.nullable(v.string()) })),
  portalService: v.nullable(
    v.strictObject({
      url: v.string(),
      access: v.variant('kind', [
        v.strictObject({ kind: v.literal('token') }),
        /** `ended`: by the service; why is worded by the page. `user` as the service names them. */
        v.strictObject({
          kind: v.literal('sign-in'),
          state: v.picklist(['signed-out', 'signed-in', 'ended']),
          user: v.nullable(v.string()),
        }),
      ]),
    }),
  ),
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
  /** To be kept in the vault, but there is none. */
  'no-vault',
  'vault-locked',
  'storage-full',
]);
export type ConnectionProblem = v.InferOutput<typeof ConnectionProblemSchema>;

/** Whether a draft became a connection. */
export const SaveResultSchema = v.variant('saved', [
  v.object({ saved: v.literal(true), connection: ConnectionSummarySchema }),
  v.object({ saved: v.literal(false), problem: ConnectionProblemSchema }),
]);
export type SaveResult = v.InferOutput<typeof SaveResultSchema>;

/** What one backend answered to a real call with the draft's credentials. Rights and threshold: Autotask only. */
export const BackendTestSchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    capabilities: CapabilitiesSchema,
    rights: v.nullable(v.array(EntityRightsSchema)),
    threshold: v.nullable(ThresholdSchema),
  }),
  v.object({ ok: v.literal(false), error: PortalErrorDataSchema }),
]);
export type BackendTest = v.InferOutput<typeof BackendTestSchema>;

/** The result of a test. `null` = this backend is not part of the draft, or nobody has signed in to it yet. */
export const TestResultSchema = v.variant('tested', [
  v.object({
    tested: v.literal(true),
    autotask: v.nullable(BackendTestSchema),
    portalService: v.nullable(BackendTestSchema),
  }),
  v.object({ tested: v.literal(false), problem: ConnectionProblemSchema }),
]);
export type TestResult = v.InferOutput<typeof TestResultSchema>;

/** How a sign-in ended. Why the service refused is told in its own words, as a quotation. */
export const SignInResultSchema = v.variant('result', [
  v.strictObject({ result: v.literal('signed-in'), user: v.nullable(v.string()) }),
  v.strictObject({ result: v.literal('refused'), detail: v.string() }),
]);
export type SignInResult = v.InferOutput<typeof SignInResultSchema>;

/**
 * The page of a portal service that a sign-in can end on where the browser has no `identity.launchWebAuthFlow`: part of
 * the service's document, at the top of its origin.
 */
export function signedInPage(serviceUrl: string): string {
  return new URL('/oauth/signed-in', serviceUrl).href;
}

const Nothing = v.strictObject({});
const OfConnection = v.strictObject({ connectionId: ConnectionIdSchema });

/** The messages about connections; from the extension's own pages only. */
export const connectionMessages = {
  connections: { from: ['page'], request: Nothing, answer: v.array(ConnectionSummarySchema) },
  'save-connection': { from: ['page'], request: ConnectionDraftSchema, answer: SaveResultSchema },
  'test-connection': { from: ['page'], request: ConnectionDraftSchema, answer: TestResultSchema },
  /** Makes it the one that its PSA's pages use. */
  'activate-connection': { from: ['page'], request: OfConnection, answer: v.null() },
  /** Signs out first where somebody is signed in. */
  'forget-connection': { from: ['page'], request: OfConnection, answer: v.null() },
  /**
   * The page opens `authorizationUrl` and watches for `redirectUri`. It is the page that waits for the person, because the
   * worker may end meanwhile; the code that comes back is worthless without the verifier, which stays with the worker.
   */
  'begin-sign-in': {
    from: ['page'],
    request: v.strictObject({ connectionId: ConnectionIdSchema, redirectUri: v.pipe(v.string(), v.url()) }),
    answer: v.strictObject({ authorizationUrl: v.string() }),
  },
  'finish-sign-in': {
    from: ['page'],
    request: v.strictObject({ connectionId: ConnectionIdSchema, redirectUrl: v.pipe(v.string(), v.url()) }),
    answer: SignInResultSchema,
  },
  /** `revoked: false`: the service could not be reached, so its tokens die by age only. */
  'sign-out': { from: ['page'], request: OfConnection, answer: v.strictObject({ revoked: v.boolean() }) },
} as const;
