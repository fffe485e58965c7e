import ky, { isHTTPError, type HTTPError, type KyInstance, type Options } from 'ky';
import { retryAfterMs } from './retry-after.js';

export type Fetch = typeof globalThis.fetch;

export interface HttpOptions {
  /** With a slash at the end: paths are resolved against it. */
  readonly baseUrl: string;
  /** Sent with every call; the secret is among them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch?: Fetch | undefined;
}

/** How long to wait for one answer, and for a server that asks to wait, before the caller hears about it. */
const ATTEMPT_MS = 10_000;
const PATIENCE_MS = 3_000;

/**
 * A ky that repeats nothing by itself, follows no redirect (the secret's headers would go along to another origin) and
 * neither sends cookies nor keeps answers.
 */
export function createHttp({ baseUrl, headers, fetch }: HttpOptions): KyInstance {
  return ky.create({
    baseUrl,
    headers,
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    timeout: ATTEMPT_MS,
    retry: { limit: 0 },
    ...(fetch === undefined ? {} : { fetch }),
  });
}

/**
 * The `retry` option of calls that only read, POST queries included. `verdict` may decide about an answer itself. A wait
 * longer than our patience is no matter for a retry: the caller gets `rate-limited` with the time.
 */
export function repeatable(verdict: (error: HTTPError) => boolean | undefined): Pick<Options, 'retry'> {
  return {
    retry: {
      limit: 2,
      methods: ['get', 'post'],
      statusCodes: [408, 429, 500, 502, 503, 504],
      afterStatusCodes: [429, 503],
      maxRetryAfter: PATIENCE_MS,
      backoffLimit: PATIENCE_MS,
      jitter: true,
      shouldRetry: ({ error }) => {
        if (!isHTTPError(error)) return undefined;
        const wait = retryAfterMs(error.response.headers, Date.now());
        return wait !== undefined && wait > PATIENCE_MS ? false : verdict(error);
      },
    },
  };
}
