import type { JobRecord, StepRecord, StepState } from '../database/index.js';

/** What becomes of a job in one transaction: all of it or nothing. */
export interface Advance {
  readonly job?: (job: JobRecord) => JobRecord;
  /** Steps as they are now. */
  readonly steps?: readonly StepRecord[];
  /** Each step in a state becomes what this makes of it. */
  readonly each?: { readonly in: StepState; readonly become: (step: StepRecord) => StepRecord };
  /** So many of the planned ones are recorded as running, if the job is. */
  readonly claim?: number;
}

/** The job after an advance, and the steps that were claimed by it. */
export interface Advanced {
  readonly job: JobRecord;
  readonly claimed: readonly StepRecord[];
}

/**
 * Where jobs are kept. The counts of a job always agree with its steps, and a job whose last step has ended is finished
 * in the same transaction. Every method rejects with a `PortalError`: `storage-full` where nothing more fits, then nothing
 * has changed.
 */
export interface JobStore {
  /** Stores a job with all its steps, or gives the one that has this id already. */
  add(job: JobRecord, steps: readonly StepRecord[]): Promise<JobRecord>;
  find(jobId: string): Promise<JobRecord | undefined>;
  /** The newest first. */
  list(): Promise<JobRecord[]>;
  /** In the plan's order. */
  steps(jobId: string, from: number, count: number): Promise<StepRecord[]>;
  /** In the plan's order. */
  stepsIn(jobId: string, state: StepState): Promise<StepRecord[]>;
  /** Rejects with `not-found` where there is no such job (any more). */
  advance(jobId: string, change: Advance): Promise<Advanced>;
  remove(jobId: string): Promise<void>;
}
