import * as v from 'valibot';
import { PortalError } from '../../contract/index.js';
import { createHttp, httpFailure, parseAnswer, repeated, withinDeadline, type Fetch } from '../http/index.js';
import { autotaskFailure } from './failure.js';

/** Where the vendor says in which of its zones a tenant lives. */
export const VENDOR_ENTRY_URL = 'https://webservices.autotask.net/ATServicesRest/';

const ZoneSchema = v.object({
  zoneName: v.nullish(v.string(), null),
  url: v.pipe(v.string(), v.url()),
  webUrl: v.nullish(v.string(), null),
});

/** A tenant's zone: `url` ends with `/ATServicesRest/`, `webUrl` is where its people work. */
export type Zone = v.InferOutput<typeof ZoneSchema>;

/** Asks for the zone of an API user; needs no secret. Rejects with a `PortalError`, or the signal's reason. */
export function lookUpZone(
  user: string,
  options: {
    entryUrl?: string | undefined;
    fetch?: Fetch | undefined;
    signal?: AbortSignal | undefined;
  } = {},
): Promise<Zone> {
  const { entryUrl = VENDOR_ENTRY_URL, fetch } = options;
  const http = createHttp({ baseUrl: entryUrl, headers: {}, fetch });
  return withinDeadline(options.signal, (signal) =>
    repeated(signal, async () => {
      try {
        const answer = await http.get('v1.0/zoneInformation', { searchParams: { user }, signal }).json();
        const zone = parseAnswer(ZoneSchema, answer);
        refuseStranger(new URL(zone.url), new URL(entryUrl));
        return zone;
      } catch (thrown) {
        signal.throwIfAborted();
        throw httpFailure(thrown, (error) => autotaskFailure(error, 'read'));
      }
    }),
  );
}

/** The secret goes to the address that is answered here, so it must be the vendor's or the one that was asked. */
function refuseStranger(zone: URL, entry: URL): void {
  const isVendors = zone.protocol === 'https:' && zone.hostname.endsWith('.autotask.net');
  if (!isVendors && zone.origin !== entry.origin)
    throw new PortalError({
      code: 'unknown',
      detail: `The zone look-up names a foreign server: ${zone.host}.`,
    });
}
