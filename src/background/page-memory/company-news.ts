import * as v from 'valibot';
import { NewsEntrySchema, type CompanyNews, type JournalEntry } from '../../contract/index.js';
import type { Journal } from '../journal/journal.js';
import type { Visitor, Visits } from './visits.js';

export interface NewsSources {
  readonly journal: Pick<Journal, 'page'>;
  readonly visits: Pick<Visits, 'seenUntil' | 'see'>;
}

/**
 * What is new to a visitor of a company: the journal's entries since they had seen everything, without what they wrote
 * themselves in a page. Jobs are told: they go on after their page is closed. Of the journal one page is looked at, the
 * newest, since nobody reads through more than that.
 *
 * @param now when they came: where nothing is new, everything was seen at this moment.
 */
export async function companyNews(
  { journal, visits }: NewsSources,
  visitor: Visitor,
  now: string,
): Promise<CompanyNews> {
  const { psaOrigin, companyId } = visitor;
  const since = await visits.seenUntil(visitor);
  if (since === undefined) {
    await visits.see(visitor, now);
    return { since: null, entries: [], isMore: false };
  }
  const page = await journal.page({ psaOrigin, companyId }, null);
  const newer = page.entries.filter(({ at }) => Date.parse(at) > Date.parse(since));
  const entries = newer.filter((entry) => !isOwn(entry, visitor));
  if (entries.length === 0) await visits.see(visitor, now);
  const isMore = entries.length > 0 && newer.length === page.entries.length && page.next !== null;
  return { since, entries: entries.map((entry) => v.parse(NewsEntrySchema, entry)), isMore };
}

function isOwn({ jobId, pageUser }: JournalEntry, visitor: Visitor): boolean {
  return jobId === null && pageUser === visitor.pageUser;
}
