import type { ContentSender, Handlers } from '../../channel/index.js';
import type { PageGuard } from '../border/page-guard.js';
import type { Journal } from '../journal/journal.js';
import { companyNews } from './company-news.js';
import type { PageChoicesStore } from './page-choices.js';
import type { Visitor, Visits } from './visits.js';

export interface PageMemoryServices {
  readonly guard: Pick<PageGuard, 'mayRead'>;
  readonly journal: Journal;
  readonly visits: Visits;
  readonly choices: PageChoicesStore;
}

type PageMemoryKind =
  'company-news' | 'mark-company-seen' | 'page-choices' | 'set-page-choices' | 'forget-page-memory';

/** What the worker remembers for the company's page. A frame hears only of the company that its page shows. */
export function pageMemoryHandlers({
  guard,
  journal,
  visits,
  choices,
}: PageMemoryServices): Pick<Handlers, PageMemoryKind> {
  async function visitorOf(sender: ContentSender, companyId: number): Promise<Visitor> {
    const { pageUser } = await guard.mayRead(sender, companyId);
    return { psaOrigin: sender.origin, companyId, pageUser };
  }

  return {
    'company-news': async ({ companyId }, sender) => {
      const now = new Date().toISOString();
      return companyNews({ journal, visits }, await visitorOf(sender, companyId), now);
    },
    'mark-company-seen': async ({ companyId, until }, sender) => {
      await visits.see(await visitorOf(sender, companyId), until);
      return null;
    },
    'page-choices': () => choices.load(),
    'set-page-choices': async (chosen) => {
      await choices.save(chosen);
      return null;
    },
    'forget-page-memory': async () => {
      await Promise.all([visits.forget(), choices.forget()]);
      return null;
    },
  };
}
