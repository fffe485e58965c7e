import type { Job } from '../../contract/index.js';
import type { PortalEvent } from '../shared/index.js';
import type { PlanAgain } from './plan-again.js';

declare global {
  interface HTMLElementEventMap {
    /** A job was steered here; this is how it stands now. For an undo, it is the new job. */
    'portal-job-moved': PortalEvent<{ readonly job: Job }>;
    /** The contacts that failed in a job are to be planned anew: give `again` to the contact grid of the company. */
    'portal-plan-again': PortalEvent<{ readonly companyId: number; readonly again: PlanAgain }>;
    /** A job was removed from the list here. */
    'portal-job-forgotten': PortalEvent<{ readonly jobId: string }>;
    /** The initial passwords of a job were taken out here, so they are nowhere else any more. How many; never which. */
    'portal-passwords-taken': PortalEvent<{
      readonly companyId: number;
      readonly jobId: string;
      readonly count: number;
    }>;
  }
}
