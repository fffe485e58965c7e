import * as v from 'valibot';
import {
  effectiveTimeZone,
  SsoEventSchema,
  SsoEventTypeSchema,
  startOfSsoLog,
  type SsoEvent,
} from '../../src/model/index.js';
import type { CompanyStore } from './companies.js';
import type { Database } from './database.js';
import type { ProviderStore } from './provider.js';
import { insertRow } from './rows.js';
import type { SettingsStore } from './settings.js';

const EventRow = v.object({ ...SsoEventSchema.entries, type: SsoEventTypeSchema });
const CountRow = v.object({ count: v.number() });

const selectEvents = `SELECT id, at, contactID AS contactId, contactName, securityLevel, userName, identityProvider,
  eventType AS type, detail FROM sso_events WHERE companyID = ? AND at >= ?`;

/** Where a page ended: the next one goes on behind it. */
export type SsoPlace = Pick<SsoEvent, 'at' | 'id'>;

export interface SsoPageWanted {
  readonly companyId: number;
  /** Nothing older than this, as ISO text in UTC with milliseconds. */
  readonly since: string;
  /** null = from the newest on. */
  readonly after: SsoPlace | null;
  readonly limit: number;
}

export interface SsoEventStore {
  /** The newest first. */
  page(wanted: SsoPageWanted): Promise<SsoEvent[]>;
  count(companyId: number, since: string): Promise<number>;
  /** Somebody signs in, or tries to. `at` as ISO text in UTC with milliseconds, since it is compared as text. */
  add(companyId: number, event: Omit<SsoEvent, 'id'>): Promise<number>;
}

/** L: the log of sign-ins. It keeps whatever happened; how far back it is shown is up to whoever asks. */
export function ssoEventStore(db: Database): SsoEventStore {
  return {
    page: ({ companyId, since, after, limit }) =>
      after === null
        ? db.rows(EventRow, `${selectEvents} ORDER BY at DESC, id DESC LIMIT ?`, [companyId, since, limit])
        : db.rows(EventRow, `${selectEvents} AND (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?`, [
            ...[companyId, since, after.at, after.id, limit],
          ]),
    count: async (companyId, since) => {
      const sql = 'SELECT count(*) AS count FROM sso_events WHERE companyID = ? AND at >= ?';
      return (await db.row(CountRow, sql, [companyId, since]))?.count ?? 0;
    },
    add: (companyId, { contactId, type, ...rest }) =>
      insertRow(db, 'sso_events', { companyID: companyId, contactID: contactId, eventType: type, ...rest }),
  };
}

interface ZoneSources {
  readonly companies: CompanyStore;
  readonly settings: SettingsStore;
  readonly provider: ProviderStore;
}

/** The time zone in force for a company, which must exist. */
export async function zoneOf(sources: ZoneSources, companyId: number): Promise<string> {
  const company = (await sources.companies.get(companyId)) ?? { country: null, region: null };
  const { settings } = await sources.settings.get(companyId);
  return effectiveTimeZone(settings.timeZone, company, await sources.provider.defaults()).value;
}

/** L1: the first moment of the last 30 days in the company's time zone, as ISO text. The company must exist. */
export async function startOfLog(sources: ZoneSources, companyId: number, now: Date): Promise<string> {
  const zone = await zoneOf(sources, companyId);
  return new Date(startOfSsoLog(now.getTime(), zone)).toISOString();
}
