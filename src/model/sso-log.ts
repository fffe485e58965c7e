import { dayIn, daysAfter, startOfDay } from './days-in-zone.js';
import { SSO_LOG_DAYS, type SsoEvent, type SsoEventType } from './sso-event.js';

/** A day of the log. Bounds in ms since 1970; `until` is the next day's first moment. */
export interface LogDay {
  /** As `2026-11-24`, in the company's time zone. */
  readonly day: string;
  readonly from: number;
  readonly until: number;
}

/** L1: the days that the log covers, the last one being today in the company's time zone. Oldest first. */
export function lastThirtyDays(now: number, timeZone: string): LogDay[] {
  const first = daysAfter(dayIn(now, timeZone), 1 - SSO_LOG_DAYS);
  const days = Array.from({ length: SSO_LOG_DAYS + 1 }, (_, count) => daysAfter(first, count));
  const starts = days.map((day) => startOfDay(day, timeZone));
  return days.slice(0, -1).map((day, index) => ({
    day,
    from: starts[index] ?? 0,
    until: starts[index + 1] ?? 0,
  }));
}

/** L1: the moment from which on events are shown, whatever else is stored or asked for; ms since 1970. */
export function startOfSsoLog(now: number, timeZone: string): number {
  return startOfDay(daysAfter(dayIn(now, timeZone), 1 - SSO_LOG_DAYS), timeZone);
}

/** L4: how the sign-ins of one day ended. */
export interface DayOfSignIns extends LogDay {
  readonly successes: number;
  readonly failures: number;
}

/** L2: everything but a success is a failure. */
export function isFailure({ type }: Pick<SsoEvent, 'type'>): boolean {
  return type !== 'success';
}

/** L4: successes and failures on each of the days. Events of other days count nowhere. */
export function signInsPerDay(
  events: Iterable<Pick<SsoEvent, 'at' | 'type'>>,
  days: readonly LogDay[],
): DayOfSignIns[] {
  const counted = days.map((day) => ({ ...day, successes: 0, failures: 0 }));
  for (const event of events) {
    const day = counted[placeOf(Date.parse(event.at), days)];
    if (day !== undefined) day[isFailure(event) ? 'failures' : 'successes'] += 1;
  }
  return counted;
}

/** By halving: a log can hold tens of thousands of events. */
function placeOf(instant: number, days: readonly LogDay[]): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle]?.until ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  const day = days[low];
  return day !== undefined && instant >= day.from ? low : -1;
}

/** One kind of failure among others. */
export interface FrequentFailure {
  readonly type: SsoEventType;
  readonly count: number;
  /** How many people it has happened to, as far as they can be told apart. */
  readonly people: number;
  /** How many of them have not signed in since. */
  readonly stillOut: number;
  /** When it happened last. */
  readonly lastAt: string;
}

/**
 * What failed since a moment (ms since 1970), the most frequent first.
 *
 * @param events newest first: whoever's first one is a success has found the way in.
 */
export function frequentFailures(events: Iterable<SsoEvent>, since: number): FrequentFailure[] {
  const found = new Map<SsoEventType, { count: number; lastAt: string; people: Map<string, boolean> }>();
  const isOut = new Map<string, boolean>();
  for (const event of events) {
    if (Date.parse(event.at) < since) break;
    const who = personOf(event);
    if (!isOut.has(who)) isOut.set(who, isFailure(event));
    if (!isFailure(event)) continue;
    const failure = found.get(event.type) ?? { count: 0, lastAt: event.at, people: new Map() };
    failure.count += 1;
    failure.people.set(who, isOut.get(who) === true);
    found.set(event.type, failure);
  }
  return [...found]
    .map(([type, { count, lastAt, people }]) => ({
      ...{ type, count, lastAt, people: people.size },
      stillOut: [...people.values()].filter(Boolean).length,
    }))
    .sort((one, other) => other.count - one.count || other.lastAt.localeCompare(one.lastAt));
}

/** Where the PSA knows nobody, its own words name whoever it was. */
function personOf({ contactId, userName, detail }: SsoEvent): string {
  if (contactId !== null) return `contact ${contactId.toString()}`;
  return userName ?? detail;
}
