import type { DBSchema } from 'idb';
import type { Job, JobStep, JournalEntry } from '../../contract/index.js';

/** A job as it is on disk: what may be shown of it, and what only the worker needs. */
export interface JobRecord extends Omit<Job, 'hasPasswords'> {
  /** Who was signed in to the PSA's page that started it, as the page shows it; for the journal. */
  readonly pageUser: string | null;
  /** How often in a row nothing could be done: the pauses grow with it. */
  readonly setbacks: number;
}

/** `uncertain`: begun, but what came of it isn't known. It is looked up before anything else is done about it. */
export type StepState = JobStep['state'] | 'uncertain';

/** A step as it is on disk. */
export interface StepRecord extends Omit<JobStep, 'state'> {
  readonly jobId: string;
  readonly state: StepState;
  /** How often its outcome got lost since a person last asked for it: it may have been done by any of these tries. */
  readonly lost: number;
}

/** All that is kept on disk, one database of the extension's origin. Never a secret, so nothing here is encrypted. */
export interface PortalSchema extends DBSchema {
  jobs: { key: string; value: JobRecord; indexes: { 'by-age': string } };
  steps: {
    key: [jobId: string, index: number];
    value: StepRecord;
    /** In the plan's order within a state. */
    indexes: { 'by-state': [jobId: string, state: StepState, index: number] };
  };
  /** Ids grow, so their order is the order in time. */
  journal: {
    key: number;
    value: Omit<JournalEntry, 'id'> & { id?: number };
    indexes: {
      'by-psa': string;
      'by-company': [psaOrigin: string, companyId: number];
      'by-step': [jobId: string, contactId: number];
    };
  };
}
