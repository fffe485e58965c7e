import type { JobRecord } from '../database/index.js';
import { isOpen } from './job-record.js';

const MOST = 50;
/** ms: 90 days. */
const LONGEST = 90 * 24 * 60 * 60 * 1000;

/** The ended jobs that need not be kept any longer: older than 90 days, or after the newest 50. `jobs`: the newest first. */
export function excessJobs(jobs: readonly JobRecord[], now: Date): JobRecord[] {
  const ended = jobs.filter((job) => !isOpen(job));
  return ended.filter(
    ({ changedAt }, place) => place >= MOST || now.getTime() - Date.parse(changedAt) > LONGEST,
  );
}
