import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { openDB, type IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../src/background/database/migrations.js';
import { openDatabase } from '../../src/background/database/index.js';
import { createJobStore } from '../../src/background/jobs/indexed-job-store.js';
import { createJournal } from '../../src/background/journal/journal.js';
import { JobStepSchema, JournalEntrySchema } from '../../src/contract/index.js';
import { StoredProfileSchema } from '../e2e/support/stored-profile.js';

type Rows = readonly Record<string, unknown>[];
interface Content {
  readonly jobs: Rows;
  readonly steps: Rows;
  readonly journal: Rows;
}

/** What a user of 0.1.0 had, with the database of its second version. */
const file = new URL('../fixtures/stored-0.1.0/profile.json', import.meta.url);
const stored = v.parse(StoredProfileSchema, JSON.parse(readFileSync(file, 'utf8')));
const [database] = stored.databases;
const rowsOf = (name: string): Rows => database?.stores.find((store) => store.name === name)?.records ?? [];
const content: Content = { jobs: rowsOf('jobs'), steps: rowsOf('steps'), journal: rowsOf('journal') };

/** As on disk there are more states and more fields than are shown. */
const StoredStepSchema = v.looseObject({ ...JobStepSchema.entries, state: v.string() });

/** The stores of the first version, as it was published: written once more here, so that no change to it goes unseen. */
function firstStores(database: IDBPDatabase): void {
  database.createObjectStore('jobs', { keyPath: 'id' }).createIndex('by-age', 'createdAt');
  const steps = database.createObjectStore('steps', { keyPath: ['jobId', 'index'] });
  steps.createIndex('by-state', ['jobId', 'state', 'index']);
  const journal = database.createObjectStore('journal', { keyPath: 'id', autoIncrement: true });
  journal.createIndex('by-psa', 'psaOrigin');
  journal.createIndex('by-company', ['psaOrigin', 'companyId']);
  journal.createIndex('by-step', ['jobId', 'contactId']);
}

/** Every version that there has been: how its stores were made, and the content as that version wrote it. */
const versions = [
  {
    stores: firstStores,
    content: {
      ...content,
      // The names came with the second version.
      journal: content.journal.map((entry) =>
        Object.fromEntries(Object.entries(entry).filter(([key]) => !/^(company|contact)Name$/.test(key))),
      ),
    },
  },
  { stores: firstStores, content },
] satisfies { stores: (database: IDBPDatabase) => void; content: Content }[];

describe('the database', () => {
  it('is tried in every version that there has been', () => {
    expect(versions).toHaveLength(migrations.length);
  });

  it.each(versions.map((version, index) => ({ ...version, number: index + 1 })))(
    'of version $number is brought up to date, with nothing lost',
    async ({ number, stores, content: before }) => {
      const name = crypto.randomUUID();
      const old = await openDB(name, number, { upgrade: stores });
      for (const store of ['jobs', 'steps', 'journal'] as const)
        for (const row of before[store]) await old.add(store, row);
      old.close();
      const opened = openDatabase(name);

      const jobs = createJobStore(opened);
      const list = await jobs.list();
      expect(list.map(({ id }) => id).sort()).toEqual(content.jobs.map(({ id }) => id).sort());
      const steps = await Promise.all(list.map(({ id }) => jobs.steps(id, 0, 1000)));
      expect(steps.flat()).toHaveLength(content.steps.length);
      for (const step of steps.flat()) expect(v.is(StoredStepSchema, step)).toBe(true);

      const { entries } = await createJournal(opened).page({ psaOrigin: null, companyId: null }, null);
      expect(entries.map(({ id }) => id)).toEqual(content.journal.map(({ id }) => id).reverse());
      for (const entry of entries) expect(v.is(JournalEntrySchema, entry)).toBe(true);
    },
  );
});
