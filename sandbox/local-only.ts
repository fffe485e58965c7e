import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';

/** Refuses what does not come from this machine: the sandbox's conveniences are no part of a PSA. */
export const localOnly: MiddlewareHandler = async (c, next) =>
  isLocal(c) ? next() : c.json({ error: 'only from this machine' }, 403);

/** From loopback and addressed as such: a page under a foreign name that resolves to this machine is refused. */
function isLocal(c: Context): boolean {
  const address = getConnInfo(c).remote.address ?? '';
  const host = new URL(c.req.url).hostname;
  return /^(127\.|::1$|::ffff:127\.)/.test(address) && ['127.0.0.1', 'localhost', '[::1]'].includes(host);
}
