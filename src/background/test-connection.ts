import type { BackendTest, TestResult } from '../channel/index.js';
import type { PortalAdmin } from '../contract/index.js';
import { PROVIDER_COMPANY_ID } from '../model/index.js';
import type { ConnectionRecord } from './connection-record.js';
import { describeError } from './describe-error.js';

export type TestConnection = (record: ConnectionRecord, signal: AbortSignal) => Promise<TestResult>;

/** Builds the client of one backend alone, or none where the record doesn't have it. */
export interface BackendBuilders {
  readonly autotask: (record: ConnectionRecord) => PortalAdmin | undefined;
  readonly portalService: (record: ConnectionRecord) => PortalAdmin | undefined;
}

/** Tests a connection by asking each of its backends for real what these credentials may do. */
export function createTestConnection(build: BackendBuilders): TestConnection {
  return async function testConnection(record, signal) {
    const [autotask, portalService] = await Promise.all([
      testBackend(build.autotask(record), signal),
      testBackend(build.portalService(record), signal),
    ]);
    return { tested: true, autotask, portalService };
  };
}

/** The provider's own company is there in every PSA. */
async function testBackend(
  client: PortalAdmin | undefined,
  signal: AbortSignal,
): Promise<BackendTest | null> {
  if (client === undefined) return null;
  try {
    return { ok: true, capabilities: await client.capabilities(PROVIDER_COMPANY_ID, { signal }) };
  } catch (thrown) {
    return { ok: false, error: describeError(thrown) };
  }
}
