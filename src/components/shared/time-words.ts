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
  return new Intl.NumberFormat(portalLocale()).format(number);
}
