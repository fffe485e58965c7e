import ky, { type KyInstance } from 'ky';

export type Fetch = typeof globalThis.fetch;

export interface HttpOptions {
  /** With a slash at the end: paths are resolved against it. */
  readonly baseUrl: string;
  /** Sent with every call; the secret is among them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch?: Fetch | undefined;
}

/** How long to wait for one answer. */
const ATTEMPT_MS = 10_000;

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
