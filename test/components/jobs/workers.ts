import { createJobStore } from '../../../src/background/jobs/indexed-job-store.js';
import { createInitialPasswords } from '../../../src/background/jobs/initial-passwords.js';
import { Jobs, type JobsOptions } from '../../../src/background/jobs/jobs.js';
import type { JobStore } from '../../../src/background/jobs/job-store.js';
import { openDatabase, type Database, type StepRecord } from '../../../src/background/database/index.js';
import type { SessionArea } from '../../../src/background/session-area.js';
import type { Job } from '../../../src/contract/index.js';
import type { Backend } from './backend.js';
import { Life, mortal } from './mortal.js';

export const origin = { psaOrigin: 'https://ww5.autotask.net', connectionId: 'one', pageUser: 'M. Adler' };

/** `storage.session` for a page: outlives every worker of a test. */
export function sessionArea(): SessionArea & { readonly stored: Map<string, unknown> } {
  const stored = new Map<string, unknown>();
  return {
    stored,
    get: () => Promise.resolve(Object.fromEntries(stored)),
    set: (items) => {
      for (const [key, value] of Object.entries(items)) stored.set(key, value);
      return Promise.resolve();
    },
    remove: (keys) => {
      for (const key of [keys].flat()) stored.delete(key);
      return Promise.resolve();
    },
  };
}

/** A browser in which workers come and go; its time passes only when somebody waits. */
export class BrowserUnderTest {
  readonly session = sessionArea();
  readonly store: JobStore;
  /** What lost steps turned out to have done. */
  readonly lookedUp: StepRecord[] = [];
  /** Each state that a job went through, as it was told. */
  readonly told: Job[] = [];
  /** When the alarm goes off (ms since 1970); undefined without one. */
  alarm: number | undefined;
  #time = Date.parse('2026-11-24T10:00:00Z');

  constructor(
    readonly backend: Backend,
    database: Database = openDatabase(`jobs-${crypto.randomUUID()}`),
  ) {
    this.store = createJobStore(database, () => this.now());
  }

  now(): Date {
    return new Date(this.#time);
  }

  pass(ms: number): void {
    this.#time += ms;
  }

  /** Starts a worker. `life`: after which moments it dies. */
  worker(life = new Life(), more: Partial<JobsOptions> = {}): Jobs {
    const store = mortal(this.store, life);
    const passwords = createInitialPasswords(mortal(this.session, life), async (jobId, indexes) => {
      const done = new Set((await store.stepsIn(jobId, 'done')).map(({ index }) => index));
      return indexes.filter((index) => done.has(index));
    });
    const client = mortal(this.backend.client, life);
    const jobs: Jobs = new Jobs({
      ...{ store, passwords, clock: this.#clock(life, () => void jobs.wake()) },
      clientOf: () => Promise.resolve(client),
      onLookedUp: (step) => {
        this.lookedUp.push(step);
        return Promise.resolve();
      },
      onChange: (job) => {
        if (!life.isOver) this.told.push(job);
      },
      alone: (_name, work) => work(),
      now: () => this.now(),
      wait: async (ms) => {
        await life.moment();
        this.pass(ms);
        await soon();
      },
      ...more,
    });
    return jobs;
  }

  #clock(life: Life, wake: () => void): JobsOptions['clock'] {
    const set = (at: number | undefined): Promise<void> => {
      if (!life.isOver) this.alarm = at;
      return Promise.resolve();
    };
    return {
      atWork: () => set(this.#time),
      waitUntil: async (at) => {
        await set(at);
        await soon();
        if (life.isOver || this.alarm !== at) return;
        this.#time = Math.max(this.#time, at);
        wake();
      },
      off: () => set(undefined),
    };
  }

  /** The job if it was told to have come to rest. */
  hasEnded(jobId: string): Job | undefined {
    const job = this.told.findLast(({ id }) => id === jobId);
    return job !== undefined && job.state !== 'running' && job.counts.running === 0 ? job : undefined;
  }

  /** Resolves to the job once nothing moves any more, and no alarm is set for it. */
  async ended(jobId: string): Promise<Job> {
    for (;;) {
      await soon();
      const job = this.hasEnded(jobId);
      if (job !== undefined && this.alarm === undefined) return job;
    }
  }
}

const { port1, port2 } = new MessageChannel();
const turns: (() => void)[] = [];
port1.onmessage = () => turns.shift()?.();

/** Lets everything else that is ready go first. Messages, since browsers make nested timers wait. */
export function soon(): Promise<void> {
  return new Promise((resolve) => {
    turns.push(resolve);
    port2.postMessage(null);
  });
}
