import { portalLocale } from '../../locales/localization.js';

const DAY = 86_400_000;

/** A moment as people say it: the time only where it is today's, else with the date. */
export function momentWords(instant: string, now = new Date()): string {
  const moment = new Date(instant);
  const isToday = moment.toDateString() === now.toDateString();
  const isNear = Math.abs(moment.getTime() - now.getTime()) < 300 * DAY;
  const day = { day: 'numeric', month: 'short', ...(isNear ? {} : { year: 'numeric' }) } as const;
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  return formatOf(isToday ? time : { ...day, ...time }).format(moment);
}

/** Making one takes longer than a hundred uses, and a table asks for each of its cells. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = portalLocale();
  const key = [locale, ...Object.keys(options)].join();
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

/** A number with the thousands' separator of the language. */
export function numberWords(number: number): string {
  const locale = portalLocale();
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale);
  numberFormats.set(locale, format);
  return format.format(number);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** A moment with its date, also where it is today's. */
export function fullMomentWords(instant: string): string {
  return formatOf({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

/** A day such as `2026-10-31` or the day of a moment: "31 Oct 2026". Counted as UTC, so that no zone moves it. */
export function dayWords(day: string): string {
  return formatOf({ dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}

/** Today's date in UTC, as contracts have it: `2026-11-24`. */
export function today(now = new Date()): string {
  return now.toISOString().slice(0, 10);
}
