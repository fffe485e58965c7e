import * as v from 'valibot';
import { defaultPageChoices, PageChoicesSchema, type PageMemory } from '../../contract/index.js';

const KEY = 'portal-page-choices';

/** Remembers in this page's origin; where the browser keeps nothing, nothing is remembered and nobody is bothered. */
export const localPageMemory: PageMemory = {
  news: () => Promise.resolve({ since: null, entries: [], isMore: false }),
  markSeen: () => Promise.resolve(),
  choices: () => Promise.resolve(storedChoices() ?? defaultPageChoices),
  choose: (choices) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(choices));
    } catch {
      // Blocked or full: it holds as long as the page.
    }
    return Promise.resolve();
  },
};

function storedChoices() {
  try {
    const stored = v.safeParse(
      v.pipe(v.string(), v.parseJson(), PageChoicesSchema),
      localStorage.getItem(KEY),
    );
    return stored.success ? stored.output : undefined;
  } catch {
    return undefined;
  }
}
