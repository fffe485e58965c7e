/** What programs decide by; never changes its meaning. */
export type ProblemCode =
  | 'auth'
  | 'changed-meanwhile'
  | 'conflict'
  | 'content-too-large'
  | 'forbidden'
  | 'malformed'
  | 'not-found'
  | 'unexpected'
  | 'unsupported-media-type'
  | 'validation'
  | 'version-missing';

const kinds: Readonly<Record<ProblemCode, { status: number; title: string }>> = {
  auth: { status: 401, title: 'The access token is missing or not valid' },
  'changed-meanwhile': { status: 409, title: 'Somebody changed the account in between' },
  conflict: { status: 412, title: 'Somebody saved in between' },
  'content-too-large': { status: 413, title: 'The body is too large' },
  forbidden: { status: 403, title: 'The account may not configure the client portal' },
  malformed: { status: 400, title: 'The body is no JSON' },
  'not-found': { status: 404, title: 'There is nothing here' },
  unexpected: { status: 500, title: 'The service failed' },
  'unsupported-media-type': { status: 415, title: 'The body must be application/json' },
  validation: { status: 422, title: 'A value breaks a shape or a rule' },
  'version-missing': { status: 428, title: 'The request does not say which version it changes' },
};

/** What an answer says beside its kind. */
export interface ProblemDetails {
  /** For people; never holds a secret. */
  readonly detail?: string;
  /** Members beside RFC 9457's own: `problems` of a validation, `current` of a conflict. */
  readonly extension?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer as `application/problem+json` (RFC 9457). */
export function problem(code: ProblemCode, details: ProblemDetails = {}): Response {
  const { status, title } = kinds[code];
  const { detail, extension, headers } = details;
  const type = `https://psa-portal-admin.example/problems/${code}`;
  const body = { type, title, status, code, ...(detail === undefined ? {} : { detail }), ...extension };
  return Response.json(body, { status, headers: { ...headers, 'Content-Type': 'application/problem+json' } });
}
