import * as v from 'valibot';
import { zoneOfRegion } from './north-american-zones.js';

/** True for a zone name that this JavaScript engine knows, for example `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** An IANA time zone name. Offsets such as `+01:00` are refused: they know no daylight saving. */
export const TimeZoneSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z]/),
  v.check(isTimeZone, 'unknown time zone'),
);

/** A company's address as far as it decides the time zone. `country` is ISO 3166-1 alpha-2, `region` a state's or province's code. */
export interface ZoneAddress {
  readonly country: string | null;
  readonly region: string | null;
}

export interface DefaultTimeZone {
  readonly zone: string;
  readonly origin: 'company-address' | 'headquarters';
}

/**
 * S8: in North America the default follows from the company's address, elsewhere from the provider's headquarters
 * (vendor help, client settings). An address that names no known region falls back to the headquarters.
 */
export function defaultTimeZone(address: ZoneAddress, headquartersZone: string): DefaultTimeZone {
  const zone = zoneOfRegion(address.country, address.region);
  return zone === undefined
    ? { zone: headquartersZone, origin: 'headquarters' }
    : { zone, origin: 'company-address' };
}
