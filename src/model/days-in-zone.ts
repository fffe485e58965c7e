const HOUR = 3_600_000;
/** No zone is farther from UTC than this (`Pacific/Kiritimati` is 14 hours ahead). */
const FARTHEST = 15 * HOUR;

/** Making a format costs some 50 µs, so each zone's is made once. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601', { ...parts, timeZone });
  formats.set(timeZone, format);
  return format;
}

/** The calendar day of a moment (ms since 1970) in a time zone, as `2026-11-24`. */
export function dayIn(instant: number, timeZone: string): string {
  const parts = formatOf(timeZone).formatToParts(instant);
  const part = (wanted: string): string => parts.find(({ type }) => type === wanted)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The day so many days after another one, by the calendar alone. */
export function daysAfter(day: string, count: number): string {
  const instant = new Date(`${day}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + count);
  return instant.toISOString().slice(0, 10);
}

/** The last millisecond of a day in a time zone. */
export function endOfDay(day: string, timeZone: string): number {
  return startOfDay(daysAfter(day, 1), timeZone) - 1;
}

/** Where the last day that was looked for began, in ms from UTC's midnight, by zone: mostly the next one does too. */
const lastOffsets = new Map<string, number>();

/**
 * The first moment of a day in a time zone, ms since 1970. Looked for rather than calculated: where clocks change at
 * midnight a day begins at one o'clock, and some zones have left days out.
 */
export function startOfDay(day: string, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const isBefore = (instant: number): boolean => dayIn(instant, timeZone) < day;
  const guess = midnight + (lastOffsets.get(timeZone) ?? 0);
  if (!isBefore(guess) && isBefore(guess - 1)) return guess;
  let before = midnight - FARTHEST;
  let after = midnight + FARTHEST;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (isBefore(middle)) before = middle;
    else after = middle;
  }
  lastOffsets.set(timeZone, after - midnight);
  return after;
}
