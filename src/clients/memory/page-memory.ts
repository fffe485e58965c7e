import { defaultPageChoices, type CompanyNews, type PageMemory } from '../../contract/index.js';

/** What the company's page remembers, as long as this object lives; with news to begin with, by company. */
export function createMemoryPageMemory(news: Readonly<Record<number, CompanyNews>> = {}): PageMemory {
  const seenUntil = new Map<number, string>();
  let choices = defaultPageChoices;
  return {
    news: (companyId) => {
      const { since, entries, isMore } = news[companyId] ?? { since: null, entries: [], isMore: false };
      const seen = seenUntil.get(companyId);
      const isNew = ({ at }: CompanyNews['entries'][number]) =>
        seen === undefined || Date.parse(at) > Date.parse(seen);
      return Promise.resolve({ since: seen ?? since, entries: entries.filter(isNew), isMore });
    },
    markSeen: (companyId, until) => {
      seenUntil.set(companyId, until);
      return Promise.resolve();
    },
    choices: () => Promise.resolve(choices),
    choose: (chosen) => {
      choices = chosen;
      return Promise.resolve();
    },
  };
}
