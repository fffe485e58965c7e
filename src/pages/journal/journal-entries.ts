import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { JournalReader } from '../../channel/index.js';
import {
  toPortalError,
  type JournalEntry,
  type JournalFilter,
  type JournalPage,
  type PortalError,
} from '../../contract/index.js';

/** The entries that fit a filter, read page by page until all are there, so that any text in them is found. */
export class JournalEntries implements ReactiveController {
  state: 'idle' | 'loading' | 'ready' | 'failed' = 'idle';
  error: PortalError | undefined;
  /** The newest first. */
  entries: readonly JournalEntry[] = [];
  /** How many fit, and how many the journal keeps at all; known once the first page is there. */
  total: number | undefined;
  limit: number | undefined;
  #read = 0;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#read += 1;
  }

  /** Resolves when all pages are there or one failed; it never rejects. A newer load takes over. */
  async load(journal: JournalReader, filter: JournalFilter): Promise<void> {
    this.#read += 1;
    const read = this.#read;
    this.#enter('loading');
    try {
      let cursor: string | null = null;
      const entries: JournalEntry[] = [];
      do {
        const page: JournalPage = await journal.page(filter, cursor);
        if (read !== this.#read) return;
        entries.push(...page.entries);
        this.entries = [...entries];
        this.total = page.total;
        this.limit = page.limit;
        cursor = page.next;
        this.#enter(cursor === null ? 'ready' : 'loading');
      } while (cursor !== null);
    } catch (thrown) {
      if (read === this.#read) this.#enter('failed', toPortalError(thrown));
    }
  }

  #enter(state: JournalEntries['state'], error?: PortalError): void {
    this.state = state;
    this.error = error;
    this.host.requestUpdate();
  }
}
