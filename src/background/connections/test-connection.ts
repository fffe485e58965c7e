import type { BackendTest, TestResult } from '../../channel/index.js';
import type { BearerTokens } from '../../clients/index.js';
import type { EntityRights, PortalAdmin, Threshold } from '../../contract/index.js';
import { PROVIDER_COMPANY_ID } from '../../model/index.js';
import { describeError } from '../describe-error.js';
import type { ConnectionRecord } from './connection-record.js';

export type TestConnection = (record: ConnectionRecord, signal: AbortSignal) => Promise<TestResult>;

/** The address at which the people of this API user's tenant work, or null where the vendor doesn't say. */
export type FindWebOrigin = (user: string, signal: AbortSignal) => Promise<string | null>;

/** What the API user may do, and how much of the tenant's hourly threshold is used. */
export interface ApiAllowance {
  readonly rights: EntityRights[] | null;
  readonly threshold: Threshold | null;
}

/**
 * Builds the client of one backend alone, or none where the record doesn't have it. `signIn` are the tokens of a portal
 * service that is used by sign-in; undefined where nobody is signed in.
 */
export interface BackendBuilders {
  readonly autotask: (record: ConnectionRecord) => PortalAdmin | undefined;
  readonly portalService: (
    record: ConnectionRecord,
    signIn: BearerTokens | undefined,
  ) => PortalAdmin | undefined;
  /** Asked only of records with Autotask access. */
  readonly allowance?: (record: ConnectionRecord, signal: AbortSignal) => Promise<ApiAllowance>;
}

/** Tests a connection by asking each of its backends for real what these credentials may do. */
export function createTestConnection(
  build: BackendBuilders,
  findWebOrigin: FindWebOrigin,
  signInOf: (record: ConnectionRecord) => Promise<BearerTokens | undefined>,
): TestConnection {
  /** A look-up that fails proves nothing; the real call then says what is wrong. */
  async function isOfOtherZone(
    { psaOrigin, autotask }: ConnectionRecord,
    signal: AbortSignal,
  ): Promise<boolean> {
    if (autotask?.baseUrl !== null) return false;
    const webOrigin = await findWebOrigin(autotask.user, signal).catch(() => null);
    return webOrigin !== null && webOrigin !== psaOrigin;
  }

  return async function testConnection(record, signal) {
    if (await isOfOtherZone(record, signal)) return { tested: false, problem: 'other-zone' };
    const signIn = await signInOf(record);
    const allowance = () => build.allowance?.(record, signal) ?? Promise.resolve(NOT_TOLD);
    const [autotask, portalService] = await Promise.all([
      testBackend(build.autotask(record), signal, allowance),
      testBackend(build.portalService(record, signIn), signal, () => Promise.resolve(NOT_TOLD)),
    ]);
    return { tested: true, autotask, portalService };
  };
}

const NOT_TOLD: ApiAllowance = { rights: null, threshold: null };

/** The provider's own company is there in every PSA. */
async function testBackend(
  client: PortalAdmin | undefined,
  signal: AbortSignal,
  allowance: () => Promise<ApiAllowance>,
): Promise<BackendTest | null> {
  if (client === undefined) return null;
  try {
    const capabilities = await client.capabilities(PROVIDER_COMPANY_ID, { signal });
    return { ok: true, capabilities, ...(await allowance()) };
  } catch (thrown) {
    return { ok: false, error: describeError(thrown) };
  }
}
