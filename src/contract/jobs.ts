import * as v from 'valibot';
import { IdSchema, InstantSchema, PlannedStepSchema, PortalUserSchema } from '../model/index.js';
import { PortalErrorDataSchema } from './errors.js';
import { CursorSchema } from './shapes.js';

/** More contacts than any company has; a plan must fit in one message (browsers take 64 MB). */
export const LARGEST_JOB = 100_000;

export const JobIdSchema = v.pipe(v.string(), v.uuid());

type AnyStep = v.InferOutput<typeof PlannedStepSchema>;

/** Each contact has one step, and each step names one contact throughout: what was shown is what is written. */
function areEachAboutOneContact(steps: AnyStep[]): boolean {
  const contactIds = new Set(steps.map(({ contactId }) => contactId));
  return contactIds.size === steps.length && steps.every(isAboutItsContact);
}

function isAboutItsContact(step: AnyStep): boolean {
  if (step.action === 'refused') return true;
  return step.contactId === (step.action === 'create' ? step.account : step.before).contactId;
}

/** What the admin agreed to. The company is the one that their page shows. */
export const JobDraftSchema = v.strictObject({
  /** Chosen by whoever asks, so that asking twice starts one job. */
  id: JobIdSchema,
  companyId: IdSchema,
  companyName: v.string(),
  kind: v.picklist(['activate', 'deactivate', 'change']),
  steps: v.pipe(
    v.array(PlannedStepSchema),
    v.minLength(1),
    v.maxLength(LARGEST_JOB),
    v.check(areEachAboutOneContact, 'a step about another contact, or two about one'),
  ),
});
export type JobDraft = v.InferOutput<typeof JobDraftSchema>;

/**
 * `running`: at work, or waiting for `waiting.until`. `paused`, `cancelled`: by a person; `cancelled` can't go on.
 * `finished`: each step has an outcome.
 */
export const JobStateSchema = v.picklist(['running', 'paused', 'cancelled', 'finished']);
export type JobState = v.InferOutput<typeof JobStateSchema>;

/** How many steps are in each state; they add up to the number of contacts in the plan. */
export const JobCountsSchema = v.strictObject({
  planned: v.number(),
  running: v.number(),
  done: v.number(),
  failed: v.number(),
  refused: v.number(),
  cancelled: v.number(),
});
export type JobCounts = v.InferOutput<typeof JobCountsSchema>;

/** A bulk operation as it stands. All of it is on disk, except initial passwords, which are in memory only. */
export const JobSchema = v.strictObject({
  id: JobIdSchema,
  /** The job that this one takes back. */
  undoes: v.nullable(JobIdSchema),
  psaOrigin: v.string(),
  connectionId: v.string(),
  companyId: IdSchema,
  companyName: v.string(),
  kind: JobDraftSchema.entries.kind,
  state: JobStateSchema,
  counts: JobCountsSchema,
  /** Why nothing moves at the moment, and until when (null: until somebody does something, such as unlock). */
  waiting: v.nullable(v.strictObject({ error: PortalErrorDataSchema, until: v.nullable(InstantSchema) })),
  createdAt: InstantSchema,
  changedAt: InstantSchema,
  /** Whether `takePasswords` has something to give. */
  hasPasswords: v.boolean(),
});
export type Job = v.InferOutput<typeof JobSchema>;

/** One contact's step and what has come of it. */
export const JobStepSchema = v.strictObject({
  index: v.number(),
  planned: PlannedStepSchema,
  state: v.picklist(['planned', 'running', 'done', 'failed', 'refused', 'cancelled']),
  /** Why it failed. */
  error: v.nullable(PortalErrorDataSchema),
  /** The account as it is after the step; null before that. */
  after: v.nullable(PortalUserSchema),
  at: v.nullable(InstantSchema),
});
export type JobStep = v.InferOutput<typeof JobStepSchema>;

export const JobStepPageSchema = v.strictObject({ steps: v.array(JobStepSchema), next: CursorSchema });
export type JobStepPage = v.InferOutput<typeof JobStepPageSchema>;

/** An initial password, handed out once. */
export const InitialPasswordSchema = v.strictObject({
  contactId: IdSchema,
  contactName: v.string(),
  userName: v.string(),
  password: v.string(),
});
export type InitialPassword = v.InferOutput<typeof InitialPasswordSchema>;

/**
 * Bulk operations that survive anything: a closed tab, a stopped worker, a restarted browser. A second interface beside
 * `PortalAdmin`, because a host without a place to keep jobs has none. Rejects with a `PortalError` and nothing else.
 */
export interface PortalJobs {
  /** Stores the plan, then runs it. The same id again gives the job that there is. */
  start(draft: JobDraft): Promise<Job>;
  /** The newest first. */
  list(): Promise<Job[]>;
  /** The steps in the plan's order, a page at a time. */
  steps(jobId: string, cursor: string | null): Promise<JobStepPage>;
  /** Steps that are under way are ended properly. */
  pause(jobId: string): Promise<Job>;
  resume(jobId: string): Promise<Job>;
  /** Ends it; what is done stays done, see `undo`. */
  cancel(jobId: string): Promise<Job>;
  /** The failed steps once more. */
  retry(jobId: string): Promise<Job>;
  /** Starts the inverse of what this job did; accounts that others changed since are refused with the reason. */
  undo(jobId: string): Promise<Job>;
  /** Removes a job that has ended from the list. */
  forget(jobId: string): Promise<void>;
  /** The initial passwords of the accounts that this job created: once, then they are gone. */
  takePasswords(jobId: string): Promise<InitialPassword[]>;
  /** Calls back whenever a job has moved. Returns how to stop. */
  subscribe(listener: (job: Job) => void): () => void;
}
