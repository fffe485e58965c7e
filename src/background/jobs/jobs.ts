import {
  PortalError,
  toPortalError,
  type InitialPassword,
  type Job,
  type JobDraft,
  type JobStepPage,
  type PortalAdmin,
} from '../../contract/index.js';
import type { JobRecord } from '../database/index.js';
import type { InitialPasswords } from './initial-passwords.js';
import type { JobClock } from './job-clock.js';
import { isOpen, newRecords, shownJob, shownStep, type JobOrigin } from './job-record.js';
import { JobRunner, type RunnerOptions } from './job-runner.js';
import type { JobStore } from './job-store.js';
import { steer, type Steering } from './steer.js';
import { excessJobs } from './excess-jobs.js';
import { inverseDraft } from './undo.js';
import { dueAt } from './waiting.js';

/** Steps per page. */
const PAGE = 500;
/** ms after which a job tries again that could not store anything. */
const STUCK = 60_000;

export interface JobsOptions extends Omit<RunnerOptions, 'onProgress'> {
  readonly store: JobStore;
  readonly passwords: InitialPasswords;
  readonly clientOf: (job: JobRecord, contactName?: string) => Promise<PortalAdmin>;
  readonly clock: Pick<JobClock, 'atWork' | 'waitUntil' | 'off'>;
  /** Runs the work when nobody else, in this worker or another, holds this name. */
  readonly alone: (name: string, work: () => Promise<void>) => Promise<void>;
  /** Told each state that a job goes through. */
  readonly onChange: (job: Job) => void;
}

/** The worker's bulk operations: what they are told to do, and that they are done. Every method rejects with a `PortalError`. */
export class Jobs {
  readonly #options: JobsOptions;
  /** One runner per job. */
  readonly #running = new Set<string>();
  /** Jobs that could not even store why they wait, by when they may try again (ms since 1970). */
  readonly #stuck = new Map<string, number>();

  constructor(options: JobsOptions) {
    this.#options = options;
  }

  /** Stores the plan, then runs it. The same id again gives the job that there is. */
  start(draft: JobDraft, origin: JobOrigin): Promise<Job> {
    return this.#start(draft, { ...origin, undoes: null });
  }

  /** The newest first. */
  async list(): Promise<Job[]> {
    return Promise.all((await this.#options.store.list()).map((job) => this.#shown(job)));
  }

  /** Rejects with `not-found` where there is no such job. */
  async find(jobId: string): Promise<Job> {
    return this.#shown(await this.#record(jobId));
  }

  /** In the plan's order; the cursor is the index of the first. */
  async steps(jobId: string, cursor: string | null): Promise<JobStepPage> {
    const from = cursor === null ? 0 : Number.parseInt(cursor, 10);
    if (!Number.isSafeInteger(from)) throw new PortalError({ code: 'unknown', detail: 'malformed cursor' });
    const found = await this.#options.store.steps(jobId, from, PAGE + 1);
    const next = found.length > PAGE ? String(from + PAGE) : null;
    return { steps: found.slice(0, PAGE).map(shownStep), next };
  }

  /** What doesn't fit the job's state changes nothing. */
  async steer(jobId: string, action: Steering): Promise<Job> {
    const { job } = await this.#options.store.advance(jobId, steer(await this.#record(jobId), action));
    await this.#goOn(job);
    return this.#told(job);
  }

  /** Takes back what a job has done, by a new job with this id. One that was taken back already gives the job that did. */
  async undo(jobId: string, undoJobId: string, pageUser: string | null): Promise<Job> {
    const { store, clientOf } = this.#options;
    const known = (await store.list()).find(({ undoes, id }) => undoes === jobId || id === undoJobId);
    if (known !== undefined) return this.#shown(known);
    const job = await this.#record(jobId);
    if (isOpen(job)) throw refused('The job has not ended yet.');
    const draft = await inverseDraft(await clientOf(job), job, await store.stepsIn(jobId, 'done'), undoJobId);
    if (draft === undefined) throw refused('The job has done nothing that could be taken back.');
    const { psaOrigin, connectionId } = job;
    return this.#start(draft, { psaOrigin, connectionId, pageUser, undoes: jobId });
  }

  /** Removes a job that has ended. */
  async forget(jobId: string): Promise<void> {
    const job = await this.#options.store.find(jobId);
    if (job === undefined || isOpen(job)) return;
    await this.#options.passwords.dropAll(jobId);
    await this.#options.store.remove(jobId);
  }

  /**
   * The initial passwords of the accounts that the job has made, once. Rejects with `locked` while the vault is: whoever
   * may not use the connection may not have them either.
   */
  async takePasswords(jobId: string): Promise<InitialPassword[]> {
    const { store, passwords, clientOf } = this.#options;
    const job = await this.#record(jobId);
    await clientOf(job).catch((thrown: unknown) => {
      if (toPortalError(thrown).data.code === 'locked') throw thrown;
    });
    const steps = new Map((await store.stepsIn(jobId, 'done')).map((step) => [step.index, step]));
    const taken = await passwords.take(jobId);
    await this.#told(job);
    return [...taken].flatMap(([index, password]) => {
      const step = steps.get(index);
      if (step?.after == null) return [];
      const { contactId, contactName } = step.planned;
      return [{ contactId, contactName, userName: step.after.userName, password }];
    });
  }

  /**
   * Goes on with whatever is due: when the worker starts, at an alarm, and when somebody has changed what jobs waited for
   * (`isChanged`; then those with a later time don't wait for it).
   */
  async wake({ isChanged = false }: { isChanged?: boolean } = {}): Promise<void> {
    const now = this.#options.now().getTime();
    if (isChanged) this.#stuck.clear();
    for (const job of await this.#options.store.list()) {
      if (!isOpen(job) || job.state === 'paused') continue;
      // What has no time waits for a person; whether they have done it shows without asking anybody.
      if (isChanged || (this.#dueAt(job) ?? 0) <= now) this.#run(job.id);
    }
    await this.#setClock();
  }

  async #start(draft: JobDraft, origin: JobOrigin & { undoes: string | null }): Promise<Job> {
    const { store, clock, now } = this.#options;
    // Before anything is stored: a worker that ends right after that is started again.
    await clock.atWork();
    const { job, steps } = newRecords(draft, origin, now().toISOString());
    try {
      const stored = await store.add(job, steps);
      await this.#goOn(stored);
      await this.#dropExcess();
      return await this.#told(stored);
    } catch (thrown) {
      await this.#setClock();
      throw thrown;
    }
  }

  async #goOn(job: JobRecord): Promise<void> {
    if ((this.#dueAt(job) ?? Infinity) <= this.#options.now().getTime()) this.#run(job.id);
    await this.#setClock();
  }

  #dueAt(job: JobRecord): number | undefined {
    const due = dueAt(job);
    return due && Math.max(due, this.#stuck.get(job.id) ?? 0);
  }

  #run(jobId: string): void {
    if (this.#running.has(jobId)) return;
    this.#running.add(jobId);
    void this.#runAlone(jobId);
  }

  async #runAlone(jobId: string): Promise<void> {
    const { alone, now, store } = this.#options;
    const onProgress = (job: JobRecord): void => {
      this.#told(job).catch((thrown: unknown) => reportError(thrown));
    };
    const runner = new JobRunner(jobId, { ...this.#options, onProgress });
    try {
      await alone(`job ${jobId}`, () => runner.run());
      this.#stuck.delete(jobId);
    } catch {
      this.#stuck.set(jobId, now().getTime() + STUCK);
    }
    this.#running.delete(jobId);
    try {
      // Somebody may have resumed it while it was coming to rest.
      const job = await store.find(jobId);
      await (job === undefined ? this.#setClock() : this.#goOn(job));
    } catch (thrown) {
      // The alarm that was set for the run is still there and will try again.
      reportError(thrown);
    }
  }

  async #setClock(): Promise<void> {
    const { store, clock } = this.#options;
    if (this.#running.size > 0) return clock.atWork();
    const due = (await store.list()).flatMap((job) => this.#dueAt(job) ?? []);
    return due.length === 0 ? clock.off() : clock.waitUntil(Math.min(...due));
  }

  async #dropExcess(): Promise<void> {
    const { store, now } = this.#options;
    for (const { id } of excessJobs(await store.list(), now())) await this.forget(id);
  }

  async #record(jobId: string): Promise<JobRecord> {
    const job = await this.#options.store.find(jobId);
    if (job === undefined) throw new PortalError({ code: 'not-found' });
    return job;
  }

  async #shown(job: JobRecord): Promise<Job> {
    return shownJob(job, await this.#options.passwords.has(job.id));
  }

  async #told(record: JobRecord): Promise<Job> {
    const job = await this.#shown(record);
    this.#options.onChange(job);
    return job;
  }
}

function refused(detail: string): PortalError {
  return new PortalError({ code: 'forbidden', detail });
}
