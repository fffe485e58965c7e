import {
  PortalError,
  toPortalError,
  type Job,
  type JobDraft,
  type JobStepPage,
  type PortalAdmin,
  type PortalErrorData,
  type PortalJobs,
} from '../../contract/index.js';
import { Listeners } from '../listeners.js';
import { doStep, inverseSteps, waitAfter } from './job-steps.js';
import { MemoryJob } from './memory-job.js';
import { pageOf } from './pages.js';
import { UnreliableLine, type Failure } from './unreliable-line.js';

export interface MemoryJobsOptions {
  /** Steps under way at the same time. Default 3, as many as the vendor's REST API admits for one kind of record. */
  readonly atOnce?: number;
  /** The PSA that the jobs are of; only shown. Default empty. */
  readonly psaOrigin?: string;
  /** ms until the next try where there was no answer. Default 30,000. */
  readonly retryAfterMs?: number;
  /** Steps per page. Default 500. */
  readonly pageSize?: number;
  readonly now?: () => Date;
  /** How long each question to the jobs takes; the steps take what their administration takes. Default 0. */
  readonly latencyMs?: number;
  /** Questions that end with an error; for stories and tests. */
  readonly failures?: readonly Failure<keyof PortalJobs>[];
}

/**
 * Bulk operations in a page without a worker: for embedding apps, demos and tests. They run on the given administration
 * for as long as the page lives and are gone with it: nothing is written to disk, and a step that was under way when the
 * page was closed may or may not be done.
 */
export function createMemoryJobs(admin: PortalAdmin, options: MemoryJobsOptions = {}): PortalJobs {
  return new InMemoryJobs(admin, options);
}

class InMemoryJobs implements PortalJobs {
  readonly #jobs = new Map<string, MemoryJob>();
  readonly #listeners = new Listeners<Job>();
  readonly #now: () => Date;
  readonly #line: UnreliableLine<keyof PortalJobs>;

  constructor(
    private readonly admin: PortalAdmin,
    private readonly options: MemoryJobsOptions,
  ) {
    this.#now = options.now ?? (() => new Date());
    this.#line = new UnreliableLine(options.latencyMs ?? 0);
    for (const failure of options.failures ?? []) this.#line.order(failure);
  }

  start(draft: JobDraft): Promise<Job> {
    return this.#ask('start', () => this.#start(draft, null));
  }

  list(): Promise<Job[]> {
    return this.#ask('list', () => [...this.#jobs.values()].reverse().map((job) => job.snapshot()));
  }

  steps(jobId: string, cursor: string | null): Promise<JobStepPage> {
    return this.#ask('steps', () => {
      const { steps } = this.#job(jobId);
      const { items, next } = pageOf(steps, ({ index }) => index, cursor, this.options.pageSize ?? 500);
      return { steps: structuredClone(items), next };
    });
  }

  pause(jobId: string): Promise<Job> {
    return this.#steer('pause', jobId, (job) => {
      if (job.state === 'running') job.enter('paused');
    });
  }

  resume(jobId: string): Promise<Job> {
    return this.#steer('resume', jobId, (job) => {
      if (!job.hasEnded) job.enter('running');
    });
  }

  cancel(jobId: string): Promise<Job> {
    return this.#steer('cancel', jobId, (job) => {
      if (job.hasEnded) return;
      job.turn('planned', 'cancelled');
      job.enter('cancelled');
    });
  }

  retry(jobId: string): Promise<Job> {
    return this.#steer('retry', jobId, (job) => {
      if (job.state === 'cancelled' || job.counts.failed === 0) return;
      job.turn('failed', 'planned');
      if (job.state === 'finished') job.enter('running');
    });
  }

  undo(jobId: string): Promise<Job> {
    return this.#ask('undo', async () => {
      const undone = [...this.#jobs.values()].find((job) => job.snapshot().undoes === jobId);
      if (undone !== undefined) return undone.snapshot();
      const job = this.#job(jobId);
      const { companyId, companyName, kind } = job.draft;
      const steps = await inverseSteps(this.admin, job);
      const inverse = { activate: 'deactivate', deactivate: 'activate', change: 'change' } as const;
      const id = crypto.randomUUID();
      return this.#start({ id, companyId, companyName, kind: inverse[kind], steps }, jobId);
    });
  }

  forget(jobId: string): Promise<void> {
    return this.#ask('forget', () => {
      if (this.#jobs.get(jobId)?.hasEnded === true) this.#jobs.delete(jobId);
    });
  }

  takePasswords(jobId: string): ReturnType<PortalJobs['takePasswords']> {
    return this.#ask('takePasswords', () => {
      const job = this.#job(jobId);
      const passwords = job.takePasswords();
      this.#tell(job);
      return passwords;
    });
  }

  subscribe(listener: (job: Job) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Answers in a later turn, and with a `PortalError` if it cannot. */
  async #ask<T>(method: keyof PortalJobs, answer: () => T | Promise<T>): Promise<T> {
    try {
      await this.#line.cross(method, undefined);
      return await answer();
    } catch (thrown) {
      throw toPortalError(thrown);
    }
  }

  #job(jobId: string): MemoryJob {
    const job = this.#jobs.get(jobId);
    if (job === undefined) throw new PortalError({ code: 'not-found' });
    return job;
  }

  #start(draft: JobDraft, undoes: string | null): Job {
    const known = this.#jobs.get(draft.id);
    if (known !== undefined) return known.snapshot();
    const { psaOrigin = '' } = this.options;
    const job = new MemoryJob(structuredClone(draft), { psaOrigin, undoes, now: this.#now });
    this.#jobs.set(draft.id, job);
    this.#tell(job);
    void this.#run(job);
    return job.snapshot();
  }

  #steer(method: keyof PortalJobs, jobId: string, action: (job: MemoryJob) => void): Promise<Job> {
    return this.#ask(method, () => {
      const job = this.#job(jobId);
      action(job);
      this.#tell(job);
      void this.#run(job);
      return job.snapshot();
    });
  }

  #tell(job: MemoryJob): void {
    this.#listeners.tell(job.snapshot());
  }

  /** Works for as long as there is something to do and nobody says stop. It never rejects. */
  async #run(job: MemoryJob): Promise<void> {
    if (job.isAtWork) return;
    job.isAtWork = true;
    while (job.canGoOn) await this.#pass(job);
    job.isAtWork = false;
    if (job.state === 'running' && job.waiting === null) job.enter('finished');
    this.#tell(job);
    this.#goOnLater(job);
  }

  async #pass(job: MemoryJob): Promise<void> {
    const { atOnce = 3 } = this.options;
    await Promise.all(Array.from({ length: atOnce }, () => this.#work(job)));
  }

  async #work(job: MemoryJob): Promise<void> {
    while (job.canGoOn) {
      const step = job.next();
      if (step === undefined) return;
      const { index } = step;
      job.put(index, { state: 'running' });
      try {
        job.done(index, await doStep(this.admin, job, index));
      } catch (thrown) {
        this.#fail(job, index, toPortalError(thrown).data);
      }
      this.#tell(job);
    }
  }

  #fail(job: MemoryJob, index: number, error: PortalErrorData): void {
    const until = waitAfter(error, this.#now(), this.options.retryAfterMs ?? 30_000);
    if (until === undefined) {
      job.put(index, { state: 'failed', error, at: this.#now().toISOString() });
      return;
    }
    // A job that was cancelled meanwhile has no second try.
    job.put(index, { state: job.state === 'cancelled' ? 'cancelled' : 'planned' });
    if (job.state === 'running') job.waiting = { error, until };
  }

  #goOnLater(job: MemoryJob): void {
    const until = job.waiting?.until ?? null;
    if (until === null) return;
    setTimeout(
      () => {
        // Somebody may have resumed, paused or cancelled it meanwhile; then this wait is not the one that was begun.
        if (job.waiting?.until !== until) return;
        job.waiting = null;
        void this.#run(job);
      },
      Math.max(0, Date.parse(until) - this.#now().getTime()),
    );
  }
}
