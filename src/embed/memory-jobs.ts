import { createMemoryJobs } from '../clients/index.js';
import type { PortalAdmin, PortalJobs } from '../contract/index.js';

/**
 * Changes of many contacts, run in the page on this administration: `portalService(…)`, `memoryPortal()` or one of your own. They
 * live as long as the page: a job that was not done when it was closed is gone, and a step that was under way may or may not be
 * done. For jobs that survive, fulfil `PortalJobs` on a server of yours.
 */
export function memoryJobs(admin: PortalAdmin): PortalJobs {
  return createMemoryJobs(admin);
}
