import * as v from 'valibot';
import {
  ConnectionIdSchema,
  ConnectionSummarySchema,
  OriginSchema,
  patternCovers,
  type ConnectionSummary,
} from '../../channel/index.js';
import { SecureUrlSchema } from '../../contract/index.js';

const Text = v.pipe(v.string(), v.nonEmpty());

/**
 * The access to one PSA, with its secrets: never leaves the worker. It names the addresses and users that its secrets
 * are for, so that nobody who changes what is stored in the open can have them sent elsewhere. `null` = this backend
 * isn't connected.
 */
export const ConnectionRecordSchema = v.strictObject({
  id: ConnectionIdSchema,
  psaOrigin: OriginSchema,
  autotask: v.nullable(
    v.strictObject({
      user: Text,
      secret: Text,
      integrationCode: Text,
      /** As entered; `null` = derived from the PSA's address. */
      baseUrl: v.nullable(SecureUrlSchema),
    }),
  ),
  portalService: v.nullable(
    v.strictObject({
      url: SecureUrlSchema,
      access: v.variant('kind', [
        v.strictObject({ kind: v.literal('token'), token: Text }),
        /** Its tokens are kept by `sign-in`, in the same place as this record. */
        v.strictObject({ kind: v.literal('sign-in') }),
      ]),
    }),
  ),
});
export type ConnectionRecord = v.InferOutput<typeof ConnectionRecordSchema>;

const { id, psaOrigin, label, keep, autotask, portalService } = ConnectionSummarySchema.entries;

/** What is known of a connection while its secrets are locked away: stored in the open, so nothing secret is in it. */
export const ConnectionEntrySchema = v.strictObject({
  id,
  psaOrigin,
  label,
  keep,
  autotask,
  portalService,
  /** Of a PSA's connections the one with the highest number is active: activating is a single write. */
  activation: v.number(),
});
export type ConnectionEntry = v.InferOutput<typeof ConnectionEntrySchema>;
export type SignInState = Extract<
  NonNullable<ConnectionEntry['portalService']>['access'],
  { kind: 'sign-in' }
>;

/** The connection that a sandbox build carries, as the build writes it; `null` in what is published. */
const PresetSchema = v.nullable(
  v.strictObject({
    psaOrigin: OriginSchema,
    autotask: v.optional(
      v.strictObject({
        user: Text,
        secret: Text,
        integrationCode: Text,
        baseUrl: v.optional(SecureUrlSchema),
      }),
    ),
    portalService: v.optional(v.strictObject({ url: SecureUrlSchema, token: Text })),
  }),
);

/** There is one preset at most, so it needs no id of its own in the build. */
const PRESET_ID = '00000000-0000-4000-8000-000000000000';

/** Parses the build's preset. @throws {v.ValiError} when the build wrote something else. */
export function presetRecord(preset: unknown): ConnectionRecord | null {
  const parsed = v.parse(PresetSchema, preset);
  if (parsed === null) return null;
  const { psaOrigin, autotask, portalService: service } = parsed;
  return {
    id: PRESET_ID,
    psaOrigin,
    autotask: autotask === undefined ? null : { ...autotask, baseUrl: autotask.baseUrl ?? null },
    portalService: service ? { url: service.url, access: { kind: 'token', token: service.token } } : null,
  };
}

/** The open part of a record. Of a sign-in at the same service `before` is kept; any other is signed out. */
export function entryOf(
  record: ConnectionRecord,
  more: Pick<ConnectionEntry, 'label' | 'keep' | 'activation'>,
  before?: ConnectionEntry,
): ConnectionEntry {
  const { id, psaOrigin, autotask, portalService } = record;
  return {
    ...{ id, psaOrigin, label: more.label, keep: more.keep, activation: more.activation },
    autotask: autotask && { user: autotask.user, baseUrl: autotask.baseUrl },
    portalService: portalService && {
      url: portalService.url,
      access: portalService.access.kind === 'token' ? { kind: 'token' } : signInOf(portalService.url, before),
    },
  };
}

function signInOf(url: string, before: ConnectionEntry | undefined): SignInState {
  const known = before?.portalService;
  if (known?.url === url && known.access.kind === 'sign-in') return known.access;
  return { kind: 'sign-in', state: 'signed-out', user: null };
}

/** What a page may be told of it, with what only the worker knows at this moment. */
export function summaryOf(
  { id, psaOrigin, label, keep, autotask, portalService }: ConnectionEntry,
  now: Pick<ConnectionSummary, 'isActive' | 'source' | 'isLocked' | 'hasPermission'>,
): ConnectionSummary {
  return { id, psaOrigin, label, keep, autotask, portalService, ...now };
}

/**
 * Where the REST API of a PSA is: as entered, or the data centre's own, `webservicesN` for `wwN` (vendor REST help, API
 * zones). Undefined where neither tells: then the vendor's zone look-up has to.
 */
export function autotaskBaseUrl(psaOrigin: string, entered: string | null): string | undefined {
  if (entered !== null) return entered;
  const zone = /^https:\/\/ww(\d+)\.autotask\.net$/.exec(psaOrigin)?.[1];
  return zone === undefined ? undefined : `https://webservices${zone}.autotask.net/ATServicesRest/`;
}

/** True for the PSA addresses that the vendor's zone look-up knows. */
export function isVendorHosted(psaOrigin: string): boolean {
  return patternCovers('https://*.autotask.net/*', psaOrigin);
}

/** The origins that the browser has to let us into: the PSA's pages, and each backend at another address. */
export function originsOf(
  connection: Pick<ConnectionEntry, 'psaOrigin'> & {
    readonly autotask: { readonly baseUrl: string | null } | null;
    readonly portalService: { readonly url: string } | null;
  },
): string[] {
  const { psaOrigin, autotask, portalService } = connection;
  const urls = [psaOrigin, autotask?.baseUrl ?? null, portalService?.url ?? null];
  return [...new Set(urls.filter((url) => url !== null).map((url) => new URL(url).origin))];
}
