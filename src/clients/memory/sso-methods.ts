import { PortalError, type PortalAdmin } from '../../contract/index.js';
import { effectiveTimeZone, startOfSsoLog, type SsoEvent } from '../../model/index.js';
import type { MemoryDesk } from './memory-desk.js';

/** L: the log of sign-ins. */
export function ssoMethods(desk: MemoryDesk): Pick<PortalAdmin, 'ssoEvents'> {
  const { store } = desk;

  /** L1: the last 30 days in the company's time zone, the newest first. */
  function log(companyId: number): SsoEvent[] {
    const { settings, company, signIns } = store.company(companyId);
    const zone = effectiveTimeZone(settings.timeZone, company, store.data.provider).value;
    const start = startOfSsoLog(store.now().getTime(), zone);
    return signIns.filter(({ at }) => Date.parse(at) >= start).sort(isNewer);
  }

  return {
    async ssoEvents(companyId, cursor, options) {
      await desk.read('ssoEvents', 'ssoLog', options);
      const events = log(companyId);
      const first = cursor === null ? 0 : placeBehind(cursor, events);
      const page = events.slice(first, first + desk.pageSize);
      const last = page.at(-1);
      const isEnd = last === undefined || first + page.length >= events.length;
      return structuredClone({
        events: page,
        next: isEnd ? null : `${last.at}_${last.id}`,
        total: events.length,
      });
    },
  };
}

function isNewer(one: Pick<SsoEvent, 'at' | 'id'>, other: Pick<SsoEvent, 'at' | 'id'>): number {
  return other.at.localeCompare(one.at) || other.id - one.id;
}

/** The cursor names the last event seen, so that events which come meanwhile shift nothing. */
function placeBehind(cursor: string, events: readonly SsoEvent[]): number {
  const [at, id] = cursor.split('_');
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at)))
    throw new PortalError({ code: 'not-found', detail: 'Unknown page.' });
  const seen = { at, id: Number(id) };
  const place = events.findIndex((event) => isNewer(seen, event) < 0);
  return place < 0 ? events.length : place;
}
