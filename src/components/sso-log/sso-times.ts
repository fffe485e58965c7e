import { portalLocale } from '../../locales/localization.js';

const inDigits: Intl.DateTimeFormatOptions = {
  ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
};

/** How moments and days of a log are written: in the company's time zone and the reader's language. */
export class SsoTimes {
  readonly #full: Intl.DateTimeFormat;
  readonly #short: Intl.DateTimeFormat;
  readonly #brief: Intl.DateTimeFormat;

  constructor(
    /** IANA name. */
    readonly zone: string,
    readonly locale = portalLocale(),
  ) {
    this.#full = new Intl.DateTimeFormat(locale, { ...inDigits, timeZone: zone });
    const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
    const time = { hour: 'numeric', minute: '2-digit' } as const;
    const date = { day: 'numeric', month: 'numeric' } as const;
    this.#brief = new Intl.DateTimeFormat(locale, { ...date, ...time, timeZone: zone });
    this.#short = new Intl.DateTimeFormat(locale, { ...day, ...time, timeZone: zone });
  }

  /** For example "24.11.2026, 14:07:33". */
  full(instant: number): string {
    return this.#full.format(instant);
  }

  /** For example "Tue 24 Nov, 14:07". */
  short(instant: number): string {
    return this.#short.format(instant);
  }

  /** For example "24.11., 14:07": the log goes back 30 days, so the year is clear. */
  brief(instant: number): string {
    return this.#brief.format(instant);
  }

  /** The zone as people call it, for example "Central European Standard Time"; the name itself where there is no other. */
  get zoneWords(): string {
    const format = new Intl.DateTimeFormat(this.locale, { timeZone: this.zone, timeZoneName: 'longGeneric' });
    return format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? this.zone;
  }
}

const dayFormats = {
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  medium: { weekday: 'short', day: 'numeric', month: 'short' },
  short: { day: 'numeric', month: 'short' },
} as const;

/** A calendar day such as `2026-11-24` in words: "Tuesday 24 November", "Tue 24 Nov" or "24 Nov". */
export function dayWords(day: string, length: keyof typeof dayFormats): string {
  const format = new Intl.DateTimeFormat(portalLocale(), { ...dayFormats[length], timeZone: 'UTC' });
  return format.format(new Date(`${day}T12:00:00Z`));
}
