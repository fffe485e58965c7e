import type { PortalErrorData } from '../../contract/index.js';
import type { JobRecord } from '../database/index.js';
import { isOpen } from './job-record.js';

type Waiting = NonNullable<JobRecord['waiting']>;

/** ms: the first pause after an error and the longest one. Each is twice the one before. */
interface Pauses {
  readonly first: number;
  readonly longest: number;
}
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const pauses: Pauses = { first: SECOND / 2, longest: 5 * MINUTE };
/** With credentials that are wrong, trying often would only lock the API user out. */
const cautious: Pauses = { first: MINUTE, longest: 60 * MINUTE };

/**
 * Why nothing moves, and until when. What only a person can change (the vault, a permission) has no end: whoever changes
 * it wakes the job. `setbacks` is how often in a row there was no getting on.
 */
export function waitingAfter(error: PortalErrorData, setbacks: number, now: Date): Waiting {
  switch (error.code) {
    case 'locked':
    case 'permission-missing':
      return { error, until: null };
    case 'rate-limited':
      return { error, until: error.retryAt };
    case 'auth':
    case 'storage-full':
      return { error, until: after(cautious, setbacks, now) };
    default:
      return { error, until: after(pauses, setbacks, now) };
  }
}

function after({ first, longest }: Pauses, setbacks: number, now: Date): string {
  const pause = Math.min(longest, first * 2 ** Math.min(setbacks, 30));
  return new Date(now.getTime() + pause).toISOString();
}

/** When the job wants to go on (ms since 1970): 0 = now, undefined = not by itself. */
export function dueAt(job: JobRecord): number | undefined {
  if (!isOpen(job) || job.state === 'paused') return undefined;
  if (job.waiting === null) return 0;
  return job.waiting.until === null ? undefined : Date.parse(job.waiting.until);
}
