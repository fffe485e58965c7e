import type { ContentSender, Handlers, PageSender } from '../../channel/index.js';
import { PortalError, type Job } from '../../contract/index.js';
import type { PageGuard } from '../border/page-guard.js';
import type { ConnectionStore } from '../connections/connections.js';
import type { Frames } from '../frames/frames.js';
import type { Badge } from './badge.js';
import type { Jobs } from './jobs.js';

export interface JobServices {
  readonly jobs: Jobs;
  readonly connections: Pick<ConnectionStore, 'active'>;
  readonly frames: Pick<Frames, 'pageOf'>;
  readonly guard: PageGuard;
  readonly badge: Pick<Badge, 'clear'>;
}

type JobKind =
  'start-job' | 'jobs' | 'job-steps' | 'steer-job' | 'undo-job' | 'forget-job' | 'take-passwords';

/**
 * The messages about jobs. A frame sees the jobs of its PSA and of the company that its page shows; it starts and steers them
 * only where that page lets its own user change something (S15). To a frame the others don't exist.
 */
export function jobHandlers({
  jobs,
  connections,
  frames,
  guard,
  badge,
}: JobServices): Pick<Handlers, JobKind> {
  async function visible(sender: ContentSender | PageSender): Promise<(job: Job) => boolean> {
    if (sender.kind === 'page') return () => true;
    const page = await frames.pageOf(sender);
    return (job) => job.psaOrigin === sender.origin && job.companyId === page?.companyId;
  }

  /** The job, if the sender may see it. Rejects with `not-found`. */
  async function seen(jobId: string, sender: ContentSender | PageSender): Promise<Job> {
    const job = await jobs.find(jobId);
    if (!(await visible(sender))(job)) throw new PortalError({ code: 'not-found' });
    return job;
  }

  /** Resolves to who is signed in to the page, if the sender may steer the job. Rejects with `not-found` or `forbidden`. */
  async function steerable(jobId: string, sender: ContentSender | PageSender): Promise<string | null> {
    const { companyId } = await seen(jobId, sender);
    return sender.kind === 'page' ? null : (await guard.mayWrite(sender, companyId)).pageUser;
  }

  return {
    'start-job': async (draft, sender) => {
      const { pageUser } = await guard.mayWrite(sender, draft.companyId);
      const psaOrigin = sender.origin;
      const connection = await connections.active(psaOrigin);
      if (connection === undefined) throw new PortalError({ code: 'auth' });
      const job = await jobs.start(draft, { psaOrigin, connectionId: connection.id, pageUser });
      return seen(job.id, sender);
    },
    jobs: async (_nothing, sender) => (await jobs.list()).filter(await visible(sender)),
    'job-steps': async ({ jobId, cursor }, sender) => {
      const { state } = await seen(jobId, sender);
      if (state !== 'running') badge.clear();
      return jobs.steps(jobId, cursor);
    },
    'steer-job': async ({ jobId, action }, sender) => {
      await steerable(jobId, sender);
      return jobs.steer(jobId, action);
    },
    'undo-job': async ({ jobId, undoJobId }, sender) => {
      const { id } = await jobs.undo(jobId, undoJobId, await steerable(jobId, sender));
      return seen(id, sender);
    },
    'forget-job': async ({ jobId }, sender) => {
      await steerable(jobId, sender);
      await jobs.forget(jobId);
      return null;
    },
    'take-passwords': async ({ jobId }, sender) => {
      await steerable(jobId, sender);
      return jobs.takePasswords(jobId);
    },
  };
}
