/**
 * States, provinces and territories by the time zone in which most of their people live (IANA tzdata). A region that
 * spans two zones gets the more populous one: it is only the default, and the admin can change it.
 */
const regionsByZone: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: {
    'America/New_York': 'CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV',
    'America/Chicago': 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI',
    'America/Denver': 'CO ID MT NM UT WY',
    'America/Phoenix': 'AZ',
    'America/Los_Angeles': 'CA NV OR WA',
    'America/Anchorage': 'AK',
    'Pacific/Honolulu': 'HI',
    'America/Puerto_Rico': 'PR VI',
  },
  CA: {
    'America/St_Johns': 'NL',
    'America/Halifax': 'NB NS PE',
    'America/Toronto': 'ON QC NU',
    'America/Winnipeg': 'MB',
    'America/Regina': 'SK',
    'America/Edmonton': 'AB NT',
    'America/Vancouver': 'BC',
    'America/Whitehorse': 'YT',
  },
  MX: {
    'America/Cancun': 'QR ROO',
    'America/Hermosillo': 'SO SON',
    'America/Tijuana': 'BN BCN BC',
    'America/Mazatlan': 'BS BCS NA NAY SI SIN',
    'America/Mexico_City':
      'AG AGU CAM CHP CH CHH CMX CO COA COL DF DG DUR GR GRO GT GUA HG HID JA JAL ME MEX MI MIC MO MOR NL NLE OA OAX PU PUE QT QUE SL SLP TB TAB TL TLA TM TAM VE VER YU YUC ZA ZAC',
  },
};

const zones = new Map(
  Object.entries(regionsByZone).flatMap(([country, byZone]) =>
    Object.entries(byZone).flatMap(([zone, regions]) =>
      regions.split(' ').map((region): [string, string] => [`${country}-${region}`, zone]),
    ),
  ),
);

/** The regions whose zone follows from their name, for example `US-NY`. */
export const regionsWithZone: readonly string[] = [...zones.keys()];

/** The zone of a North American region, or undefined for every other place. Case does not matter. */
export function zoneOfRegion(country: string | null, region: string | null): string | undefined {
  return zones.get(`${country ?? ''}-${region ?? ''}`.toUpperCase());
}
