import type { JournalEntry, JournalFilter, JournalPage } from '../contract/index.js';
import { createAsk } from './ask.js';
import type { LivenessOptions } from './liveness.js';
import type { Transport } from './transport.js';

/** The journal of what was written through the extension, for its own pages. Every method rejects with a `PortalError`. */
export interface JournalReader {
  /** The newest first. `cursor` is the `next` of the page before, or null at the start. */
  page(filter: JournalFilter, cursor: string | null): Promise<JournalPage>;
  /** Everything that fits the filter, the newest first, for an export. */
  all(filter: JournalFilter): Promise<JournalEntry[]>;
  /** Removes everything. */
  purge(): Promise<void>;
}

export function createJournalReader(transport: Transport, options: LivenessOptions = {}): JournalReader {
  const ask = createAsk(transport, options);
  const page: JournalReader['page'] = (filter, cursor) => ask('journal', { filter, cursor });
  return {
    page,
    all: async (filter) => {
      const entries: JournalEntry[] = [];
      let cursor: string | null = null;
      do {
        const read: JournalPage = await page(filter, cursor);
        entries.push(...read.entries);
        cursor = read.next;
      } while (cursor !== null);
      return entries;
    },
    purge: async () => {
      await ask('purge-journal', {});
    },
  };
}
