import type { Runtime, Tabs } from 'webextension-polyfill';
import { createDispatch, jobEvent } from '../channel/index.js';
import { createAccess, type AccessBrowser, type AccessOptions } from './access.js';
import { createPageGuard } from './border/page-guard.js';
import { createRefusals } from './border/refusals.js';
import { createWriteLog } from './calls/write-log.js';
import type { Database } from './database/index.js';
import { describeError } from './describe-error.js';
import { createFrames } from './frames/frames.js';
import { createGridLayouts } from './grid-layouts/grid-layouts.js';
import { createBadge, type BadgeApi } from './jobs/badge.js';
import { createJobs } from './jobs/create-jobs.js';
import { JOBS_ALARM, type AlarmsApi } from './jobs/job-clock.js';
import { createJournal } from './journal/journal.js';
import { createPageChoices } from './page-memory/page-choices.js';
import { createVisits } from './page-memory/visits.js';
import { createHandlers } from './serve.js';

/** ms. Firefox ends a worker 30 s after the last event even with an answer due, and the channel waits 20 s. */
const ANSWER_WITHIN = 19_000;

/** The part of the browser's API that the worker uses. */
export interface WorkerBrowser extends AccessBrowser {
  readonly runtime: Pick<Runtime.Static, 'id' | 'getURL' | 'getManifest' | 'sendMessage'>;
  readonly tabs: Pick<Tabs.Static, 'query' | 'sendMessage'>;
  readonly database: Database;
  readonly alarms: AlarmsApi;
  readonly action: BadgeApi;
}

export interface WorkerOptions extends AccessOptions {
  /** Replaces the built-in deadline of an answer (ms); for tests. */
  readonly answerWithin?: number;
}

/**
 * Puts the worker together: `dispatch(message, sender)` answers every message, the rest is for the browser's own events.
 * All that must survive the worker's end is stored; what is here in memory (clients, writes under way) is made anew.
 */
export function createWorker(browser: WorkerBrowser, options: WorkerOptions) {
  const { runtime, session } = browser;
  const { answerWithin = ANSWER_WITHIN } = options;
  const refusals = createRefusals();
  const frames = createFrames(browser);
  const access = createAccess(browser, options, frames);
  const { connections, clients, signIn } = access;
  const guard = createPageGuard({ frames, tabs: browser.tabs, refusals });
  const journal = createJournal(browser.database);
  const badge = createBadge(browser.action);
  const jobs = createJobs({
    ...{ session, database: browser.database, alarms: browser.alarms, connections, clients, journal, badge },
    publish: (job) => {
      void frames.publishJob(job);
      void runtime.sendMessage(jobEvent(job)).catch(() => undefined);
    },
  });

  /** What keeps jobs from going on is told by the jobs; nothing else is to fail because of it. */
  async function goOnWithJobs(why: Parameters<typeof jobs.wake>[0] = {}): Promise<void> {
    await jobs.wake(why).catch(() => undefined);
  }
  access.onChanged(() => goOnWithJobs({ isChanged: true }));

  const handlers = createHandlers({
    workerId: crypto.randomUUID(),
    ...{ frames, refusals, journal, signIn, layouts: createGridLayouts(browser.local) },
    forCalls: {
      ...{ answerWithin, connections, clients, frames, guard, refusals, journal },
      writeOnce: createWriteLog(session),
    },
    forConnections: { ...access.forConnections, answerWithin },
    forVault: access.forVault,
    forPageMemory: {
      ...{ guard, journal, visits: createVisits(browser.local) },
      choices: createPageChoices(browser.local),
    },
    forJobs: { jobs, connections, frames, guard, badge },
  });
  const dispatch = createDispatch(handlers, {
    rules: async () => ({
      extensionId: runtime.id,
      extensionUrl: runtime.getURL(''),
      hostPermissions: await access.granted(),
    }),
    onRefused: refusals.count,
    describe: describeError,
  });
  const { idleChanged, permissionsChanged } = access;
  return {
    ...{ dispatch, idleChanged, permissionsChanged },
    /** At each start of the worker. */
    start: async (): Promise<void> => {
      await Promise.all([access.start(), goOnWithJobs()]);
    },
    /** For `alarms.onAlarm`. */
    alarmWentOff: async (name: string): Promise<void> => {
      if (name === JOBS_ALARM) await goOnWithJobs();
    },
  };
}
