import type { HTTPError } from 'ky';
import * as v from 'valibot';
import {
  FieldProblemSchema,
  PortalError,
  SettingsSnapshotSchema,
  type FieldProblem,
} from '../../contract/index.js';
import { failureOfStatus, parseAnswer } from '../http/index.js';

/** RFC 9457 with this service's additions; `code` never changes, `title` and `detail` are words. */
const ProblemSchema = v.object({
  title: v.optional(v.string()),
  detail: v.optional(v.string()),
  code: v.optional(v.string()),
});
const ConflictSchema = v.object({ current: SettingsSnapshotSchema });
const ValidationSchema = v.object({ problems: v.optional(v.array(FieldProblemSchema), []) });

/** Statuses that say: what was sent is wrong. 409: an account is not as expected any more; 428: the version was missing. */
const invalidStatuses = [400, 409, 413, 415, 422, 428];

/** What an error answer of the portal service means. */
export function portalServiceFailure(error: HTTPError): PortalError {
  const { status } = error.response;
  const problem = problemOf(error);
  const detail = problem?.detail ?? problem?.title;
  const words = detail === undefined ? {} : { detail };
  if (status === 412) return conflictOf(error, words);
  if (invalidStatuses.includes(status)) {
    const parsed = v.safeParse(ValidationSchema, error.data);
    return new PortalError({
      code: 'validation',
      problems: parsed.success ? parsed.output.problems : unsaidProblems(status),
      ...words,
    });
  }
  return failureOfStatus(error.response, detail);
}

/** What a status alone says: a proxy in between may refuse what is too large, and knows nothing of fields. */
function unsaidProblems(status: number): FieldProblem[] {
  if (status === 409) return [{ path: [], code: 'changed-meanwhile' }];
  return status === 413 ? [{ path: [], code: 'too-large' }] : [];
}

/** Of settings the answer holds what is there now. All else is read again, so it need not. */
function conflictOf(error: HTTPError, words: { readonly detail?: string }): PortalError {
  if (!error.request.url.endsWith('/settings'))
    return new PortalError({
      code: 'validation',
      problems: [{ path: [], code: 'changed-meanwhile' }],
      ...words,
    });
  const { current } = parseAnswer(ConflictSchema, error.data);
  return new PortalError({ code: 'conflict', theirs: current, ...words });
}

/** undefined where something else than the service answered, for example a proxy with a page. */
function problemOf(error: HTTPError): v.InferOutput<typeof ProblemSchema> | undefined {
  const parsed = v.safeParse(ProblemSchema, error.data);
  return parsed.success ? parsed.output : undefined;
}
