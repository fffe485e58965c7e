import type { HTTPError } from 'ky';
import * as v from 'valibot';
import { PortalError } from '../../contract/index.js';
import { failureOfStatus, retryAfterMs, retryAt } from '../http/index.js';
import { fieldProblem } from './field-problems.js';
import { LimitReached } from './limits/limit-reached.js';

const ErrorsSchema = v.object({
  errors: v.array(
    v.union([
      v.string(),
      v.pipe(
        v.object({ message: v.string() }),
        v.transform((one) => one.message),
      ),
    ]),
  ),
});

/** Three calls at a time per endpoint; the rejection may come with any status (seen by other clients of this API). */
const threadRejection = /Itgenatr005|thread threshold/i;
const THREAD_WAIT_MS = 2_000;
const hourlyThreshold = /request threshold|exceeded the (?:maximum )?(?:number of )?requests/i;
/** The API user's security level does not allow it. Clients of live tenants saw it with status 500. */
const missingPermission = /does not have (?:the )?adequate permissions/i;
const MAX_DETAIL = 500;

/** The vendor's words in an error answer, or none. */
function errorTexts(error: HTTPError): string[] {
  const parsed = v.safeParse(ErrorsSchema, error.data);
  return parsed.success ? parsed.output.errors : [];
}

/** What an error answer of the vendor means. The status alone never decides: `errors` is read first. */
export function autotaskFailure(error: HTTPError, kind: 'read' | 'write'): PortalError {
  const { status } = error.response;
  const texts = errorTexts(error);
  const detail = texts.length === 0 ? undefined : texts.join(' ').slice(0, MAX_DETAIL);
  const limit = limitOf(error.response, kind, texts, detail);
  if (limit !== undefined) return limit;
  if (texts.some((text) => missingPermission.test(text)))
    return new PortalError({ code: 'forbidden', ...words(detail) });
  if (isBusinessError(status, texts)) return refusal(kind, texts, detail);
  return failureOfStatus(error.response, detail);
}

/**
 * Which limit it was, so that whoever comes next keeps to it too. A 429 without any words is taken for the smaller one, the
 * threads': whether it is the hour, its measurement tells.
 */
function limitOf(
  { status, headers }: Response,
  kind: 'read' | 'write',
  texts: readonly string[],
  detail: string | undefined,
): LimitReached | undefined {
  const isSaid = retryAfterMs(headers, Date.now()) !== undefined;
  if (texts.some((text) => hourlyThreshold.test(text)))
    return new LimitReached('hour', retryAt(headers), detail);
  if (texts.some((text) => threadRejection.test(text)) || (status === 429 && !isSaid))
    return new LimitReached('endpoint', retryAt(headers, THREAD_WAIT_MS), detail);
  // A write that meets a 503 may have been done; a read that has to wait is just that.
  const isUnavailable = status === 503 && kind === 'read';
  if (isSaid && (status === 429 || isUnavailable))
    return new LimitReached('connection', retryAt(headers), detail);
  return undefined;
}

function isBusinessError(status: number, texts: readonly string[]): boolean {
  return texts.length > 0 && [400, 409, 422, 500].includes(status);
}

/** A query that is refused is our mistake, a write that is refused the admin's to correct. */
function refusal(kind: 'read' | 'write', texts: readonly string[], detail: string | undefined): PortalError {
  if (kind === 'read') return new PortalError({ code: 'unknown', ...words(detail) });
  return new PortalError({ code: 'validation', problems: texts.map(fieldProblem), ...words(detail) });
}

function words(detail: string | undefined): { detail?: string } {
  return detail === undefined ? {} : { detail };
}
