import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { MiddlewareHandler } from 'hono';
import type { FaultState, Rule } from './faults.js';
import type { RequestLog } from './log.js';

/** The sandbox's apps run on Node's server: its request and socket are at hand. */
export interface SandboxEnv {
  Bindings: HttpBindings;
}
type Middleware = MiddlewareHandler<SandboxEnv>;

/** Writes every request into the log, also those whose connection was cut. */
export function logRequests(log: RequestLog): Middleware {
  return async (c, next) => {
    const start = Date.now();
    await next();
    const { pathname } = new URL(c.req.url);
    const { incoming, outgoing } = c.env;
    // The authorization server answers on Node's own response.
    const answered = outgoing.headersSent ? outgoing.statusCode : c.res.status;
    const status = incoming.socket.destroyed ? null : answered;
    log.add({ method: c.req.method, path: pathname, status, start, end: Date.now() });
  };
}

/** Waits, refuses or cuts the connection as the faults say. */
export function injectFaults(faults: FaultState): Middleware {
  return async (c, next) => {
    if (faults.latencyMs() > 0) await sleep(faults.latencyMs());
    const { pathname } = new URL(c.req.url);
    const rule = faults.take(c.req.method, pathname);
    if (rule === undefined) return next();
    if (rule.status !== undefined) return refusal(rule, rule.status, pathname);
    if (rule.garble) return nonsense(c.req.raw);
    const { incoming, outgoing } = c.env;
    const { socket } = incoming;
    if (rule.drop === 'after') {
      // What somebody writes on Node's own response must not leave either.
      outgoing.detachSocket(socket);
      await next();
    }
    socket.destroy();
    if (!outgoing.headersSent) c.res = RESPONSE_ALREADY_SENT;
  };
}

/** Whoever shows or logs what it could not read shows the credentials with it. */
async function nonsense(request: Request): Promise<Response> {
  const quoted = [...request.headers].map(([name, value]) => `${name}: ${value}`);
  const body = ['<!doctype html><title>It works!', request.url, ...quoted, await request.text()].join('\n');
  return new Response(body, { headers: { 'Content-Type': 'application/json' } });
}

/** In the shape of the interface that was asked. */
function refusal({ errors, retryAfter }: Rule, status: number, path: string): Response {
  const headers = new Headers(retryAfter === undefined ? {} : { 'Retry-After': retryAfter.toString() });
  const isPortalService = path.startsWith('/portal/');
  headers.set('Content-Type', isPortalService ? 'application/problem+json' : 'application/json');
  const problem = { type: 'about:blank', title: 'Fault on request', status, detail: errors.join(' ') };
  return new Response(JSON.stringify(isPortalService ? problem : { errors }), { status, headers });
}
