import { fixture, html } from '@open-wc/testing';
import { openDatabase } from '../../../src/background/database/index.js';
import { createJournal, type BegunEntry, type Journal } from '../../../src/background/journal/journal.js';
import { journalHandlers } from '../../../src/background/journal/journal-handlers.js';
import { createJournalReader, type Transport } from '../../../src/channel/index.js';
import type { PortalError } from '../../../src/contract/index.js';
import '../../../src/pages/journal/portal-journal.js';
import type { PortalJournal } from '../../../src/pages/journal/portal-journal.js';

const sender = { kind: 'page' } as const;

/** The worker's own journal in this browser's IndexedDB, behind messages that are cloned as on the real line. */
export class JournalStage {
  /** What the next questions end with. */
  failure: PortalError | undefined;
  element: PortalJournal | undefined;

  private constructor(readonly journal: Journal) {}

  /** With these entries, the oldest first, all of them saved. */
  static async open(entries: readonly BegunEntry[]): Promise<JournalStage> {
    const journal = createJournal(openDatabase(`journal-${crypto.randomUUID()}`));
    const begun = entries.length === 0 ? { entries: [] } : await journal.begin(entries);
    await journal.complete(begun.entries.map((entry) => ({ ...entry, outcome: 'done' })));
    return new JournalStage(journal);
  }

  async show(): Promise<PortalJournal> {
    const reader = createJournalReader(this.#transport());
    this.element = await fixture<PortalJournal>(html`<portal-journal .journal=${reader}></portal-journal>`);
    return this.element;
  }

  get root(): ShadowRoot {
    const root = this.element?.shadowRoot;
    if (!root) throw new Error('Not shown.');
    return root;
  }

  /** The rows as text, the newest first. */
  get rows(): string[] {
    return [...this.root.querySelectorAll('tbody tr')].map((row) => textOf(row));
  }

  text(selector: string): string {
    const found = this.root.querySelector(selector);
    return found === null ? '' : textOf(found);
  }

  get(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`No ${selector}.`);
    return found;
  }

  get purge(): ShadowRoot {
    const root = this.get('portal-journal-purge').shadowRoot;
    if (root === null) throw new Error('The root is closed.');
    return root;
  }

  async until(condition: () => boolean): Promise<void> {
    for (let tries = 0; tries < 500; tries += 1) {
      if (condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Waited in vain. The page says: ${this.root.textContent}`);
  }

  #transport(): Transport {
    const handlers = journalHandlers(this.journal);
    return {
      send: async ({ kind, payload }) => {
        if (this.failure !== undefined) return { ok: false, error: this.failure.data };
        if (kind === 'purge-journal') return { ok: true, value: await handlers[kind]({}, sender) };
        if (kind !== 'journal' || !('filter' in payload)) throw new Error(`unexpected ${kind}`);
        return structuredClone({ ok: true, value: await handlers[kind](payload, sender) });
      },
      listen: () => () => undefined,
    };
  }
}

function textOf(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

/** An entry in which nothing is special. */
export function entry(change: Partial<BegunEntry> = {}): BegunEntry {
  return {
    at: '2026-11-24T14:07:00.000Z',
    psaOrigin: 'https://ww5.autotask.net',
    connectionId: '3f0f4a86-1b9e-4c53-9d43-0a4a2d3d8f10',
    connectionUser: 'api@provider.example',
    pageUser: 'Sørensen, Henrike',
    companyId: 174,
    companyName: null,
    contactId: null,
    contactName: null,
    jobId: null,
    field: 'portalEnabled',
    before: false,
    after: true,
    ...change,
  };
}
