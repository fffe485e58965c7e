export { demoData } from './demo-data.js';
export { createMemoryClient, type MemoryClient, type MemoryClientOptions } from './memory-client.js';
export { createMemoryJobs, type MemoryJobsOptions } from './memory-jobs.js';
export { createMemoryPageMemory } from './page-memory.js';
export type { MemoryCompany, MemoryData } from './memory-data.js';
export type { Failure } from './unreliable-line.js';
export { manyContacts, type PeopleOptions } from './people.js';
export { manySignIns, type SignInOptions } from './sign-ins.js';
