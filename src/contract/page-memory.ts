import * as v from 'valibot';
import { InstantSchema } from '../model/index.js';
import { JournalEntrySchema } from './journal.js';

const { entries: entry } = JournalEntrySchema;

/** A change as the company's page tells it: of the journal's entry only what somebody who looks at the company may see. */
export const NewsEntrySchema = v.object({
  id: entry.id,
  at: entry.at,
  connectionUser: entry.connectionUser,
  pageUser: entry.pageUser,
  contactId: entry.contactId,
  contactName: entry.contactName,
  jobId: entry.jobId,
  field: entry.field,
  before: entry.before,
  after: entry.after,
  outcome: entry.outcome,
  error: entry.error,
});
export type NewsEntry = v.InferOutput<typeof NewsEntrySchema>;

/** What was changed at a company since somebody was there last. */
export const CompanyNewsSchema = v.object({
  /** The last time when they had seen everything; null at the first visit. */
  since: v.nullable(InstantSchema),
  /** The newest first. */
  entries: v.array(NewsEntrySchema),
  /** There are more than these. */
  isMore: v.boolean(),
});
export type CompanyNews = v.InferOutput<typeof CompanyNewsSchema>;

/** How somebody wants the company's page to be. */
export const PageChoicesSchema = v.strictObject({
  /** Single keys are shortcuts (WCAG 2.1.4 wants a way to turn them off). */
  hasShortcuts: v.boolean(),
});
export type PageChoices = v.InferOutput<typeof PageChoicesSchema>;

export const defaultPageChoices: PageChoices = { hasShortcuts: true };

/**
 * What the company's page remembers of its user: in the extension the worker, in an embedding application its own. A page works
 * without; what fails here is not told.
 */
export interface PageMemory {
  /**
   * What others have changed at the company, and jobs, since everything was seen; not what the user changed in the page. Where
   * there is nothing, this visit is the new last one.
   */
  news(companyId: number): Promise<CompanyNews>;
  /** Everything up to this moment was seen. */
  markSeen(companyId: number, until: string): Promise<void>;
  choices(): Promise<PageChoices>;
  choose(choices: PageChoices): Promise<void>;
}
