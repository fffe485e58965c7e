import type { Job } from '../../contract/index.js';

/** ms between two events about the same job. */
const PAUSE = 250;

/** Where the news of jobs goes. */
export interface JobNews {
  /** To whoever shows it. */
  readonly publish: (job: Job) => void;
  readonly badge: { show(jobs: readonly Job[]): void };
}

/** Tells of jobs, each four times a second at most, and its last state always. */
export function createAnnouncer({ publish, badge }: JobNews) {
  const latest = new Map<string, Job>();
  const pending = new Map<string, ReturnType<typeof setTimeout>>();

  function tell(job: Job): void {
    publish(job);
    badge.show([...latest.values()]);
    if (job.state !== 'running') latest.delete(job.id);
  }

  return function announce(job: Job): void {
    latest.set(job.id, job);
    if (job.state !== 'running') {
      clearTimeout(pending.get(job.id));
      pending.delete(job.id);
      tell(job);
      return;
    }
    if (pending.has(job.id)) return;
    tell(job);
    const later = (): void => {
      pending.delete(job.id);
      const now = latest.get(job.id);
      if (now !== undefined && now !== job) announce(now);
    };
    pending.set(job.id, setTimeout(later, PAUSE));
  };
}
