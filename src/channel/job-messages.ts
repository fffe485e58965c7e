import * as v from 'valibot';
import {
  CursorSchema,
  InitialPasswordSchema,
  JobDraftSchema,
  JobIdSchema,
  JobSchema,
  JobStepPageSchema,
} from '../contract/index.js';

const Nothing = v.strictObject({});
const OfJob = v.strictObject({ jobId: JobIdSchema });

/**
 * The messages about jobs. A page of the PSA sees and steers the jobs of the company that it shows and no others; the
 * extension's own pages see all. Only a page of the PSA can start one: there somebody looks at the company.
 */
export const jobMessages = {
  'start-job': { from: ['content'], request: JobDraftSchema, answer: JobSchema },
  jobs: { from: ['content', 'page'], request: Nothing, answer: v.array(JobSchema) },
  'job-steps': {
    from: ['content', 'page'],
    request: v.strictObject({ jobId: JobIdSchema, cursor: CursorSchema }),
    answer: JobStepPageSchema,
  },
  'steer-job': {
    from: ['content', 'page'],
    request: v.strictObject({
      jobId: JobIdSchema,
      action: v.picklist(['pause', 'resume', 'cancel', 'retry']),
    }),
    answer: JobSchema,
  },
  /** `undoJobId` is the new job's id, chosen by whoever asks, so that asking twice undoes once. */
  'undo-job': {
    from: ['content', 'page'],
    request: v.strictObject({ jobId: JobIdSchema, undoJobId: JobIdSchema }),
    answer: JobSchema,
  },
  'forget-job': { from: ['content', 'page'], request: OfJob, answer: v.null() },
  'take-passwords': { from: ['content', 'page'], request: OfJob, answer: v.array(InitialPasswordSchema) },
} as const;
