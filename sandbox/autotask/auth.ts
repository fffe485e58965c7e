import type { MiddlewareHandler } from 'hono';
import { VendorError } from './answers.js';

/** The one API user of this sandbox, documented in sandbox/README.md. */
export const API_USER = 'api@sandbox.example';
const API_SECRET = 'sandbox-secret';
const INTEGRATION_CODE = 'SANDBOX';

/** Vendor REST help, security and authentication: 401 on any wrong combination, without saying what is wrong. */
export const requireApiUser: MiddlewareHandler = async (c, next) => {
  const isRight =
    c.req.header('UserName')?.toLowerCase() === API_USER &&
    c.req.header('Secret') === API_SECRET &&
    c.req.header('ApiIntegrationCode') === INTEGRATION_CODE;
  if (!isRight) throw new VendorError('The user name, secret or integration code is not valid.', 401);
  await next();
};
