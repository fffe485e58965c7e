import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What programs decide by; never changes its meaning. */
export type ProblemCode =
  | 'auth'
  | 'conflict'
  | 'forbidden'
  | 'malformed'
  | 'not-found'
  | 'unexpected'
  | 'unsupported-media-type'
  | 'validation'
  | 'version-missing';

const kinds: Readonly<Record<ProblemCode, { status: ContentfulStatusCode; title: string }>> = {
  auth: { status: 401, title: 'The access token is missing or not valid' },
  conflict: { status: 412, title: 'Somebody saved in between' },
  forbidden: { status: 403, title: 'The account may not configure the client portal' },
  malformed: { status: 400, title: 'The body is no JSON' },
  'not-found': { status: 404, title: 'There is nothing here' },
  unexpected: { status: 500, title: 'The service failed' },
  'unsupported-media-type': { status: 415, title: 'The body must be application/json' },
  validation: { status: 422, title: 'A value breaks a shape or a rule' },
  'version-missing': { status: 428, title: 'The request does not say which version it changes' },
};

/** Members beside RFC 9457's own: `problems` of a validation, `current` of a conflict. */
export type ProblemExtension = Readonly<Record<string, unknown>>;

/** An answer as `application/problem+json` (RFC 9457). `detail` is for people and never holds a secret. */
export function problem(
  c: Context,
  code: ProblemCode,
  detail?: string,
  extension: ProblemExtension = {},
): Response {
  const { status, title } = kinds[code];
  const type = `https://psa-portal-admin.example/problems/${code}`;
  return c.json(
    { type, title, status, code, ...(detail === undefined ? {} : { detail }), ...extension },
    status,
    { 'Content-Type': 'application/problem+json' },
  );
}
