import * as v from 'valibot';
import { defaultPageChoices, PageChoicesSchema, type PageChoices } from '../../contract/index.js';
import { tellWhenFull, type LocalArea } from '../local-area.js';

const KEY = 'page-choices';

/** How this browser's users want the company's page to be, on disk. */
export function createPageChoices(area: LocalArea) {
  const local = tellWhenFull(area);
  return {
    load: async (): Promise<PageChoices> => {
      const stored = v.safeParse(PageChoicesSchema, (await local.get(KEY))[KEY]);
      return stored.success ? stored.output : defaultPageChoices;
    },
    save: (choices: PageChoices): Promise<void> => local.set({ [KEY]: choices }),
    forget: (): Promise<void> => local.remove(KEY),
  };
}
export type PageChoicesStore = ReturnType<typeof createPageChoices>;
