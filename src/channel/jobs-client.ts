import * as v from 'valibot';
import type { Job, PortalJobs } from '../contract/index.js';
import { createAsk } from './ask.js';
import type { LivenessOptions } from './liveness.js';
import { EventSchema, type ChannelEvent, type RequestOf } from './messages.js';
import type { Transport } from './transport.js';

/** The event that a job has moved. */
export function jobEvent(job: Job): ChannelEvent {
  return { event: 'job', job };
}

/**
 * The worker's jobs, for content scripts and the extension's pages. Every message may arrive twice: a job is started and
 * undone under an id that is chosen here, and the rest says what is wanted, not what is to be toggled. Only of initial
 * passwords a second asking gives nothing more.
 */
export function createRemoteJobs(transport: Transport, options: LivenessOptions = {}): PortalJobs {
  const ask = createAsk(transport, options);
  const steer = (jobId: string, action: RequestOf<'steer-job'>['action']): Promise<Job> =>
    ask('steer-job', { jobId, action });
  return {
    start: (draft) => ask('start-job', draft),
    list: () => ask('jobs', {}),
    steps: (jobId, cursor) => ask('job-steps', { jobId, cursor }),
    pause: (jobId) => steer(jobId, 'pause'),
    resume: (jobId) => steer(jobId, 'resume'),
    cancel: (jobId) => steer(jobId, 'cancel'),
    retry: (jobId) => steer(jobId, 'retry'),
    undo: (jobId) => ask('undo-job', { jobId, undoJobId: crypto.randomUUID() }),
    forget: async (jobId) => {
      await ask('forget-job', { jobId });
    },
    takePasswords: (jobId) => ask('take-passwords', { jobId }),
    subscribe: (listener) =>
      transport.listen((raw) => {
        const event = v.safeParse(EventSchema, raw);
        if (event.success && event.output.event === 'job') listener(event.output.job);
      }),
  };
}
