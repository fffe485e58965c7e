import type { JobRecord, StepRecord } from '../database/index.js';
import { isOpen } from './job-record.js';
import type { Advance } from './job-store.js';

/** What a person can tell a job to do. */
export type Steering = 'pause' | 'resume' | 'cancel' | 'retry';

const enter =
  (state: JobRecord['state'], from: readonly JobRecord['state'][]) =>
  (job: JobRecord): JobRecord =>
    from.includes(job.state) ? { ...job, state, waiting: null, setbacks: 0 } : job;

/** What becomes of the job. Where the action doesn't fit its state, nothing. */
export function steer(job: JobRecord, action: Steering): Advance {
  switch (action) {
    case 'pause':
      return { job: enter('paused', ['running']) };
    case 'resume':
      return { job: enter('running', ['paused', 'running']) };
    case 'cancel':
      if (!isOpen(job)) return {};
      return { job: enter('cancelled', ['running', 'paused']), each: { in: 'planned', become: cancelled } };
    case 'retry':
      if (job.state === 'cancelled') return {};
      return { job: enter('running', ['finished', 'running']), each: { in: 'failed', become: again } };
  }
}

function cancelled(step: StepRecord): StepRecord {
  return { ...step, state: 'cancelled' };
}

/** A person asks for it anew. What failed may have been done all the same, so it is looked up first. */
function again(step: StepRecord): StepRecord {
  return { ...step, state: 'uncertain', error: null, at: null, lost: 0 };
}
