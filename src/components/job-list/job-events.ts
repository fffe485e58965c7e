import type { Job } from '../../contract/index.js';
import type { PortalEvent } from '../shared/index.js';

declare global {
  interface HTMLElementEventMap {
    /** A job was steered here; this is how it stands now. For an undo, it is the new job. */
    'portal-job-moved': PortalEvent<{ readonly job: Job }>;
    /** A job was removed from the list here. */
    'portal-job-forgotten': PortalEvent<{ readonly jobId: string }>;
  }
}
