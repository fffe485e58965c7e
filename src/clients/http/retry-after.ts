/** When a server says nothing about it (one tenant saw no header at all). */
const UNSAID_WAIT_MS = 60_000;

/** No server is believed to want more: the longest that any limit here is about is an hour. */
const LONGEST_WAIT_MS = 60 * 60_000;

/** Milliseconds that the server asks to wait, at most an hour, from `Retry-After` as seconds or HTTP date; undefined where it says nothing. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, wait), LONGEST_WAIT_MS);
}

/** The moment from which on it can be tried again. */
export function retryAt(headers: Headers, unsaidMs = UNSAID_WAIT_MS): string {
  const now = Date.now();
  return new Date(now + (retryAfterMs(headers, now) ?? unsaidMs)).toISOString();
}
