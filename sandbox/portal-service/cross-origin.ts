import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { SandboxEnv } from '../faults/middleware.js';

/**
 * Lets pages of any origin call the service ("Other origins" in the document). No cookie counts here, so a page can do
 * nothing but what the token that it holds can do. Comes before all that may refuse: a browser hides from its page what
 * a refusal without these headers says.
 */
export const allowEveryOrigin: MiddlewareHandler<SandboxEnv> = cors({
  origin: '*',
  allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match'],
  exposeHeaders: ['ETag', 'Retry-After', 'WWW-Authenticate'],
  maxAge: 600,
});
