import type { Handlers } from '../channel/index.js';
import type { Refusals } from './border/refusals.js';
import { callHandlers, type CallServices } from './calls/answer-call.js';
import { connectionHandlers, type ConnectionServices } from './connections/connection-handlers.js';
import { frameHandlers } from './frames/frame-handlers.js';
import type { Frames } from './frames/frames.js';
import { jobHandlers, type JobServices } from './jobs/job-handlers.js';
import { gridLayoutHandlers } from './grid-layouts/grid-layout-handlers.js';
import type { GridLayouts } from './grid-layouts/grid-layouts.js';
import type { Journal } from './journal/journal.js';
import { journalHandlers } from './journal/journal-handlers.js';
import { pageMemoryHandlers, type PageMemoryServices } from './page-memory/page-memory-handlers.js';
import { signInHandlers, type SignIn } from './sign-in/index.js';
import { vaultHandlers, type VaultServices } from './vault/vault-handlers.js';

export interface Services {
  /** New with each start of the worker. */
  readonly workerId: string;
  readonly frames: Frames;
  readonly refusals: Refusals;
  readonly journal: Journal;
  readonly layouts: GridLayouts;
  readonly forCalls: CallServices;
  readonly forConnections: ConnectionServices;
  readonly forVault: VaultServices;
  readonly forJobs: JobServices;
  readonly forPageMemory: PageMemoryServices;
  readonly signIn: SignIn;
}

/** What the worker does for each message. */
export function createHandlers(services: Services): Handlers {
  const { workerId, refusals } = services;
  return {
    ping: () => Promise.resolve({ workerId, refused: refusals.total(), reasons: refusals.byReason() }),
    ...callHandlers(services.forCalls),
    ...frameHandlers(services.frames),
    ...journalHandlers(services.journal),
    ...gridLayoutHandlers(services.layouts),
    ...connectionHandlers(services.forConnections),
    ...vaultHandlers(services.forVault),
    ...jobHandlers(services.forJobs),
    ...pageMemoryHandlers(services.forPageMemory),
    ...signInHandlers(services.signIn),
  };
}
