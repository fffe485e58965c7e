import type { Context } from 'hono';
import * as v from 'valibot';
import type { ServiceEnv } from './env.js';
import { problem } from './problem.js';

const JsonSchema = v.pipe(v.string(), v.parseJson());

/** A change that holds only for what it was decided on. */
export interface VersionedWrite {
  /** The entity tag that the change was made on, as it came in. */
  readonly version: string;
  /** JSON of any shape. */
  readonly body: unknown;
}

/** The version that a write names, or the refusal: nobody without the permission gets further (S15). */
export function readVersion(c: Context<ServiceEnv, string>): string | Response {
  if (!c.get('account').mayConfigurePortal) return problem('forbidden');
  const version = c.req.header('If-Match');
  if (version === undefined) return problem('version-missing', { detail: 'Send it in If-Match.' });
  return version.trim();
}

/** Reads a change, or resolves to the refusal. */
export async function readVersionedWrite(c: Context<ServiceEnv, string>): Promise<VersionedWrite | Response> {
  const version = readVersion(c);
  if (version instanceof Response) return version;
  const sent = await readBody(c);
  return sent instanceof Response ? sent : { version, body: sent.body };
}

/** Reads JSON of any shape, or resolves to the refusal. */
export async function readBody(
  c: Context<ServiceEnv, string>,
): Promise<Pick<VersionedWrite, 'body'> | Response> {
  if (!isJson(c.req.header('Content-Type'))) return problem('unsupported-media-type');
  const body = v.safeParse(JsonSchema, await c.req.text());
  return body.success ? { body: body.output } : problem('malformed');
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType ?? '');
}
