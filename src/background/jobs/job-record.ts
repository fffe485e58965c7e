import * as v from 'valibot';
import type { Job, JobCounts, JobDraft, JobStep } from '../../contract/index.js';
import { PlannedStepSchema, type PlannedStep } from '../../model/index.js';
import type { JobRecord, StepRecord, StepState } from '../database/index.js';

/** On whose behalf a job runs, told by the frame that asked for it. */
export interface JobOrigin {
  readonly psaOrigin: string;
  readonly connectionId: string;
  readonly pageUser: string | null;
}

type CountedState = keyof JobCounts;

/** To a person a step whose outcome isn't known is one that is still at work. */
function shownState(state: StepState): CountedState {
  return state === 'uncertain' ? 'running' : state;
}

/** The counts after a step has gone from one state to another. */
export function recounted(counts: JobCounts, from: StepState, to: StepState): JobCounts {
  const after = { ...counts };
  after[shownState(from)] -= 1;
  after[shownState(to)] += 1;
  return after;
}

/** Whether steps are left whose outcome is open. */
export function isOpen({ counts }: Pick<JobRecord, 'counts'>): boolean {
  return counts.planned + counts.running > 0;
}

/** A job with nothing left to do has finished, unless a person has ended it. */
export function settledJob(job: JobRecord): JobRecord {
  if (isOpen(job) || job.state === 'cancelled') return job;
  return { ...job, state: 'finished', waiting: null };
}

/** A job and its steps as they are stored before anything runs. */
export function newRecords(
  draft: JobDraft,
  origin: JobOrigin & { readonly undoes: string | null },
  at: string,
): { job: JobRecord; steps: StepRecord[] } {
  const steps = draft.steps.map((planned, index) => newStep(draft.id, withoutGaps(planned), index));
  const refused = steps.filter(({ state }) => state === 'refused').length;
  const none = { running: 0, done: 0, failed: 0, cancelled: 0 };
  const { id, companyId, companyName, kind } = draft;
  const job: JobRecord = {
    ...{ id, companyId, companyName, kind },
    ...origin,
    state: 'running',
    counts: { ...none, planned: steps.length - refused, refused },
    waiting: null,
    createdAt: at,
    changedAt: at,
    setbacks: 0,
  };
  return { job: settledJob(job), steps };
}

/** In a change an absent field is one that stays; one with `undefined`, which Firefox's messages can carry, means the same. */
function withoutGaps(planned: PlannedStep): PlannedStep {
  return planned.action === 'change'
    ? v.parse(PlannedStepSchema, JSON.parse(JSON.stringify(planned)))
    : planned;
}

function newStep(jobId: string, planned: PlannedStep, index: number): StepRecord {
  const state = planned.action === 'refused' ? 'refused' : 'planned';
  return { jobId, index, planned, state, error: null, after: null, at: null, lost: 0 };
}

/** What may leave the worker of a job. */
export function shownJob(record: JobRecord, hasPasswords: boolean): Job {
  const { id, undoes, psaOrigin, connectionId, companyId, companyName, kind } = record;
  const { state, counts, waiting, createdAt, changedAt } = record;
  return {
    ...{ id, undoes, psaOrigin, connectionId, companyId, companyName, kind },
    ...{ state, counts, waiting, createdAt, changedAt, hasPasswords },
  };
}

/** What may leave the worker of a step. */
export function shownStep({ index, planned, state, error, after, at }: StepRecord): JobStep {
  return { index, planned, state: shownState(state), error, after, at };
}
