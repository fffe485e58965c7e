import { isHTTPError, isNetworkError, isTimeoutError, type HTTPError } from 'ky';
import * as v from 'valibot';
import { PortalError } from '../../contract/index.js';
import { retryAt } from './retry-after.js';

/** What one HTTP call ended with, as a `PortalError`; `fromAnswer` knows the API's own error answers. */
export function httpFailure(thrown: unknown, fromAnswer: (error: HTTPError) => PortalError): PortalError {
  if (thrown instanceof PortalError) return thrown;
  if (isHTTPError(thrown)) return fromAnswer(thrown);
  const cause = { cause: thrown };
  if (isTimeoutError(thrown))
    return new PortalError({ code: 'offline', detail: 'No answer in time.' }, cause);
  if (thrown instanceof SyntaxError) return malformed('no JSON', cause);
  // A TypeError is how fetch reports a connection that broke while the answer was being read.
  if (isNetworkError(thrown) || thrown instanceof TypeError)
    return new PortalError({ code: 'offline', detail: 'The server cannot be reached.' }, cause);
  return new PortalError({ code: 'unknown', detail: String(thrown) }, cause);
}

/** An answer in the shape that was promised, or `unknown` with the place of the first fault: never its value, which may be personal. */
export function parseAnswer<S extends v.GenericSchema>(schema: S, answer: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, answer);
  if (parsed.success) return parsed.output;
  throw malformed(v.getDotPath(parsed.issues[0]) ?? 'top');
}

function malformed(where: string, options?: ErrorOptions): PortalError {
  return new PortalError({ code: 'unknown', detail: `Malformed answer: ${where}.` }, options);
}

/** The status codes that mean the same in every API. */
export function failureOfStatus({ status, headers }: Response, detail: string | undefined): PortalError {
  const words = detail === undefined ? {} : { detail };
  if (status === 401) return new PortalError({ code: 'auth', ...words });
  if (status === 403) return new PortalError({ code: 'forbidden', ...words });
  if (status === 404) return new PortalError({ code: 'not-found', ...words });
  if (status === 429) return new PortalError({ code: 'rate-limited', retryAt: retryAt(headers), ...words });
  const fallback = detail ?? `The server answered with HTTP status ${status}.`;
  // A broken server may or may not have done what was asked, just like one that is silent.
  return new PortalError({ code: status >= 500 || status === 408 ? 'offline' : 'unknown', detail: fallback });
}
