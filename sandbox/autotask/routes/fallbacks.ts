import type { Hono } from 'hono';
import type { SandboxEnv } from '../../faults/middleware.js';
import { methodNotAllowedBody, notFoundBody } from '../answers.js';

/** Ends an app: other verbs on its paths are 405, every other path is 404. */
export function addFallbacks(app: Hono<SandboxEnv>, paths: readonly string[]): void {
  for (const path of paths) app.all(path, (c) => c.json(methodNotAllowedBody(c.req.method), 405));
  app.all('*', (c) => c.json(notFoundBody(c.req.url), 404));
}
