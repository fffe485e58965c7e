import type { Handlers } from '../../channel/index.js';
import type { Journal } from './journal.js';

/** What the extension's pages may do with the journal. */
export function journalHandlers(journal: Journal): Pick<Handlers, 'journal' | 'purge-journal'> {
  return {
    journal: ({ filter, cursor }) => journal.page(filter, cursor),
    'purge-journal': async () => {
      await journal.purge();
      return null;
    },
  };
}
