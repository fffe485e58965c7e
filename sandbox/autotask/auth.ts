import type { Context, MiddlewareHandler } from 'hono';
import { VendorError } from './answers.js';

/** Who may call the REST API. The vendor's security levels for API users can be copied and restricted (vendor help). */
interface ApiUser {
  readonly name: string;
  readonly secret: string;
  /** False where the API user's security level lets it read only. */
  readonly mayWrite: boolean;
}

/** Documented in sandbox/README.md: they open nothing but this sandbox. */
const apiUsers: readonly ApiUser[] = [
  { name: 'api@sandbox.example', secret: 'sandbox-secret', mayWrite: true },
  { name: 'api-viewer@sandbox.example', secret: 'sandbox-viewer-secret', mayWrite: false },
];
const INTEGRATION_CODE = 'SANDBOX';

/** Vendor REST help, security and authentication: 401 on any wrong combination, without saying what is wrong. */
export const requireApiUser: MiddlewareHandler = async (c, next) => {
  apiUserOf(c);
  await next();
};

/**
 * Comes before every handler that writes. The text is the vendor's (several public clients recognise it); its status is
 * a guess, see sandbox/README.md.
 */
export const requireWriteAccess: MiddlewareHandler = async (c, next) => {
  if (!mayWrite(c))
    throw new VendorError(
      'The logged in Resource does not have the adequate permissions to create, update or delete this entity type.',
      403,
    );
  await next();
};

/** Whether the security level of the API user who calls lets it write. Throws a 401 without right credentials. */
export function mayWrite(c: Context): boolean {
  return apiUserOf(c).mayWrite;
}

/** Case does not count. */
export function isApiUser(name: string | undefined): boolean {
  return apiUserNamed(name) !== undefined;
}

function apiUserNamed(name: string | undefined): ApiUser | undefined {
  return apiUsers.find((one) => one.name === name?.toLowerCase());
}

function apiUserOf(c: Context): ApiUser {
  const user = apiUserNamed(c.req.header('UserName'));
  const isRight =
    user !== undefined &&
    c.req.header('Secret') === user.secret &&
    c.req.header('ApiIntegrationCode') === INTEGRATION_CODE;
  if (!isRight) throw new VendorError('The user name, secret or integration code is not valid.', 401);
  return user;
}
