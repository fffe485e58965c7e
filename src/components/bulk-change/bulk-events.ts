import type { Job } from '../../contract/index.js';
import type { PortalEvent } from '../shared/index.js';

declare global {
  interface HTMLElementEventMap {
    /** A bulk operation was started here. */
    'portal-bulk-started': PortalEvent<{ readonly job: Job }>;
    /** The dialog was closed, whether something was started or not. */
    'portal-bulk-closed': PortalEvent<{ readonly isStarted: boolean }>;
  }
}
