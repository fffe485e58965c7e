import * as v from 'valibot';
import {
  OriginSchema,
  patternCovers,
  SecureUrlSchema,
  type ConnectionDraft,
  type ConnectionProblem,
  type ConnectionSummary,
} from '../channel/index.js';

const Text = v.pipe(v.string(), v.nonEmpty());

/** The access to one PSA, with its secrets: never leaves the worker. `null` = this backend isn't connected. */
export const ConnectionRecordSchema = v.strictObject({
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
  portalService: v.nullable(v.strictObject({ url: SecureUrlSchema, token: Text })),
});
export type ConnectionRecord = v.InferOutput<typeof ConnectionRecordSchema>;
type AutotaskAccess = NonNullable<ConnectionRecord['autotask']>;

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

/** Parses the build's preset. @throws {v.ValiError} when the build wrote something else. */
export function presetRecord(preset: unknown): ConnectionRecord | null {
  const parsed = v.parse(PresetSchema, preset);
  if (parsed === null) return null;
  const { psaOrigin, autotask, portalService } = parsed;
  return {
    psaOrigin,
    autotask: autotask === undefined ? null : { ...autotask, baseUrl: autotask.baseUrl ?? null },
    portalService: portalService ?? null,
  };
}

/** What may be shown of a connection. */
export function summaryOf(record: ConnectionRecord, source: ConnectionSummary['source']): ConnectionSummary {
  const { psaOrigin, autotask, portalService } = record;
  return {
    psaOrigin,
    source,
    autotask: autotask && { user: autotask.user, baseUrl: autotask.baseUrl },
    portalService: portalService && { url: portalService.url },
  };
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

/**
 * A draft with the secrets that it leaves as they are. A stored secret goes only to the address and the user that it was
 * entered for: otherwise a changed address would draw it out.
 */
export function recordOf(
  draft: ConnectionDraft,
  stored: ConnectionRecord | undefined,
): ConnectionRecord | ConnectionProblem {
  if (draft.autotask === null && draft.portalService === null) return 'nothing-to-connect';
  const autotask = draft.autotask && autotaskOf(draft.autotask, draft.psaOrigin, stored?.autotask ?? null);
  if (typeof autotask === 'string') return autotask;
  const portalService =
    draft.portalService && portalServiceOf(draft.portalService, stored?.portalService ?? null);
  if (typeof portalService === 'string') return portalService;
  return { psaOrigin: draft.psaOrigin, autotask, portalService };
}

function autotaskOf(
  draft: NonNullable<ConnectionDraft['autotask']>,
  psaOrigin: string,
  stored: AutotaskAccess | null,
): AutotaskAccess | ConnectionProblem {
  if (draft.baseUrl === null && !isVendorHosted(psaOrigin)) return 'api-address-missing';
  const isSame = stored?.user === draft.user && stored.baseUrl === draft.baseUrl;
  const secret = draft.secret ?? (isSame ? stored.secret : null);
  const integrationCode = draft.integrationCode ?? (isSame ? stored.integrationCode : null);
  if (secret === null || integrationCode === null) return 'secret-missing';
  return { user: draft.user, secret, integrationCode, baseUrl: draft.baseUrl };
}

function portalServiceOf(
  draft: NonNullable<ConnectionDraft['portalService']>,
  stored: ConnectionRecord['portalService'],
): ConnectionRecord['portalService'] | ConnectionProblem {
  const token = draft.token ?? (stored?.url === draft.url ? stored.token : null);
  return token === null ? 'token-missing' : { url: draft.url, token };
}
