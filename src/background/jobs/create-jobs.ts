import type { PortalAdmin } from '../../contract/index.js';
import { PortalError } from '../../contract/index.js';
import type { Clients } from '../connections/clients.js';
import type { ConnectionEntry } from '../connections/connection-record.js';
import type { ConnectionStore } from '../connections/connections.js';
import type { Database, JobRecord, StepRecord } from '../database/index.js';
import type { Journal } from '../journal/journal.js';
import { withJournal } from '../journal/with-journal.js';
import type { SessionArea } from '../session-area.js';
import { createAnnouncer, type JobNews } from './announce.js';
import { createJobStore } from './indexed-job-store.js';
import { createInitialPasswords } from './initial-passwords.js';
import { createJobClock, type AlarmsApi } from './job-clock.js';
import { Jobs } from './jobs.js';

/** ms for which the open part of a connection is taken as read: whoever looks for it reads all of the session's memory. */
const ENTRY_KEPT = 500;

export interface JobServicesBelow extends JobNews {
  readonly database: Database;
  readonly session: SessionArea;
  readonly alarms: AlarmsApi;
  readonly connections: Pick<ConnectionStore, 'entry'>;
  readonly clients: Pick<Clients, 'ofConnection'>;
  readonly journal: Journal;
}

/** The worker's jobs, on its database, its connections and its journal. */
export function createJobs(services: JobServicesBelow): Jobs {
  const { database, session, alarms, connections, clients, journal } = services;
  const store = createJobStore(database);
  const passwords = createInitialPasswords(session, async (jobId, indexes) => {
    const done = new Set((await store.stepsIn(jobId, 'done')).map(({ index }) => index));
    return indexes.filter((index) => done.has(index));
  });

  let latest: { readonly entry: ConnectionEntry; readonly until: number } | undefined;

  async function entryOf(connectionId: string): Promise<ConnectionEntry | undefined> {
    if (latest?.entry.id === connectionId && performance.now() < latest.until) return latest.entry;
    const entry = await connections.entry(connectionId);
    latest = entry && { entry, until: performance.now() + ENTRY_KEPT };
    return entry;
  }

  /** Whether the vault is locked, or a permission gone, is asked each time. */
  async function clientOf(
    { id, connectionId, companyName, pageUser }: JobRecord,
    contactName: string | null = null,
  ): Promise<PortalAdmin> {
    const connection = await entryOf(connectionId);
    if (connection === undefined) throw new PortalError({ code: 'auth', detail: FORGOTTEN });
    const client = await clients.ofConnection(connection);
    const names = { company: companyName, contact: contactName };
    return withJournal(client, journal, { connection, names, pageUser, jobId: id });
  }

  /** A write that turned out to be done, or never will be, is no longer an unknown one in the journal. */
  async function onLookedUp({ jobId, state, planned: { contactId } }: StepRecord): Promise<void> {
    if (state === 'done' || state === 'failed') await journal.settleLost({ jobId, contactId }, state);
  }

  const clock = createJobClock(alarms, () => void jobs.wake());
  const jobs = new Jobs({
    ...{ store, passwords, clientOf, onLookedUp, clock },
    onChange: createAnnouncer(services),
    // Held by the context, so the browser lets go of it when a worker ends, and a new one waits until it has.
    alone: (name, work) => navigator.locks.request(name, work),
    now: () => new Date(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  return jobs;
}

const FORGOTTEN = 'The connection that this job was started with is gone.';
