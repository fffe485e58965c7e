/** When a server says nothing about it (one tenant saw no header at all). */
const UNSAID_WAIT_MS = 60_000;

/** Milliseconds that the server asks to wait, from `Retry-After` as seconds or HTTP date; undefined where it says nothing. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The moment from which on it can be tried again. */
export function retryAt(headers: Headers, unsaidMs = UNSAID_WAIT_MS): string {
  const now = Date.now();
  return new Date(now + (retryAfterMs(headers, now) ?? unsaidMs)).toISOString();
}
