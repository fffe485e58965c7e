export { memoryJobs } from './memory-jobs.js';
export { memoryPortal, type MemoryPortalOptions } from './memory-portal.js';
export type { PortalSeed } from './portal-seed.js';
export {
  portalService,
  type GetToken,
  type PortalServiceOptions,
  type TokenRequest,
} from './portal-service.js';
