import * as v from 'valibot';
import { IdSchema, InstantSchema } from '../model/index.js';
import { CursorSchema } from './shapes.js';

/** A value as it is shown: texts, numbers and switches as they are, structures as JSON. Never a password. */
const ShownValueSchema = v.nullable(v.union([v.string(), v.number(), v.boolean()]));

/** One field that a write through us changed, or tried to. */
export const JournalEntrySchema = v.strictObject({
  id: v.number(),
  at: InstantSchema,
  psaOrigin: v.string(),
  connectionId: v.string(),
  /** The API user or sign-in that the backend saw. */
  connectionUser: v.string(),
  /** Who was signed in to the PSA's page, as the page shows it: self-declared, no proof. Null where it shows nobody. */
  pageUser: v.nullable(v.string()),
  companyId: IdSchema,
  /** As the page showed it then; null where it is not known. */
  companyName: v.nullable(v.string()),
  /** The portal user's contact; null for a setting of the company. */
  contactId: v.nullable(IdSchema),
  /** As the page, or the plan of the job, showed it then; null where it is not known. */
  contactName: v.nullable(v.string()),
  /** The job that wrote it, if one did. */
  jobId: v.nullable(v.string()),
  /** A setting's key or an account's field; `account` where one was created. */
  field: v.string(),
  before: ShownValueSchema,
  after: ShownValueSchema,
  /** `unknown`: the answer was lost and could not be looked up. */
  outcome: v.picklist(['done', 'failed', 'unknown']),
  /** The code of the error, where it failed. */
  error: v.nullable(v.string()),
});
export type JournalEntry = v.InferOutput<typeof JournalEntrySchema>;

/** Companies have their ids from their PSA, so that one alone says nothing. */
export const JournalFilterSchema = v.pipe(
  v.strictObject({ psaOrigin: v.nullable(v.string()), companyId: v.nullable(IdSchema) }),
  v.check(({ psaOrigin, companyId }) => companyId === null || psaOrigin !== null, 'a company without a PSA'),
);
export type JournalFilter = v.InferOutput<typeof JournalFilterSchema>;

/** The newest first. `limit` is how many entries are kept at all. */
export const JournalPageSchema = v.strictObject({
  entries: v.array(JournalEntrySchema),
  next: CursorSchema,
  total: v.number(),
  limit: v.number(),
});
export type JournalPage = v.InferOutput<typeof JournalPageSchema>;
