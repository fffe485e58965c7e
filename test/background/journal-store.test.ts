import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/background/database/index.js';
import { createJournal, type BegunEntry, type Journal } from '../../src/background/journal/journal.js';
import { recordWrite } from '../../src/background/journal/record-write.js';
import { PortalError, type PortalErrorData } from '../../src/contract/index.js';

const about = {
  psaOrigin: 'https://ww5.autotask.net',
  connectionId: 'c',
  connectionUser: 'api@provider.example',
  pageUser: null,
  companyId: 174,
  companyName: null,
  contactId: null,
  contactName: null,
  jobId: null,
};
const entry = (more: Partial<BegunEntry> = {}): BegunEntry => ({
  ...{ ...about, at: '2026-11-24T14:07:00Z', field: 'notifications', before: true, after: false },
  ...more,
});
const everything = { psaOrigin: null, companyId: null };
const newJournal = (limit?: number): Journal => createJournal(openDatabase(crypto.randomUUID()), limit);

async function allOf(journal: Journal, filter: Parameters<Journal['page']>[0] = everything) {
  const found = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Journal['page']>> = await journal.page(filter, cursor);
    found.push(...page.entries);
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

describe('the journal’s store', () => {
  it('pages through everything, the newest first, nothing twice', async () => {
    const journal = newJournal();
    for (let write = 0; write < 25; write += 1)
      await journal.begin(
        Array.from({ length: 10 }, (_, field) => entry({ field: `f${write * 10 + field}` })),
      );
    const fields = (await allOf(journal)).map(({ field }) => field);
    expect(fields).toEqual(Array.from({ length: 250 }, (_, index) => `f${249 - index}`));
    expect(await journal.page(everything, null)).toMatchObject({ total: 250 });
  });

  it('tells PSAs and companies apart', async () => {
    const journal = newJournal();
    const [here, there] = ['https://ww5.autotask.net', 'https://ww6.autotask.net'];
    await journal.begin([entry(), entry({ companyId: 175 }), entry({ psaOrigin: there })]);
    expect(await journal.page({ psaOrigin: here, companyId: null }, null)).toMatchObject({ total: 2 });
    expect(await journal.page({ psaOrigin: here, companyId: 174 }, null)).toMatchObject({ total: 1 });
    expect(await journal.page({ psaOrigin: there, companyId: 174 }, null)).toMatchObject({ total: 1 });
  });

  it('never holds more than its limit, and drops the oldest', async () => {
    const journal = newJournal(1200);
    for (let write = 0; write < 70; write += 1) {
      await journal.begin(Array.from({ length: 30 }, () => entry({ field: `w${write}` })));
      expect((await journal.page(everything, null)).total).toBeLessThanOrEqual(1200);
    }
    const kept = await allOf(journal);
    expect(kept.length).toBeGreaterThanOrEqual(700);
    expect(kept[0]?.field).toBe('w69');
    expect(kept.map(({ id }) => id)).toEqual(kept.map((_, index) => 2100 - index));
  });

  it('is empty after it was purged, and goes on', async () => {
    const journal = newJournal();
    await journal.begin([entry(), entry()]);
    await journal.purge();
    expect(await allOf(journal)).toEqual([]);
    await journal.begin([entry()]);
    expect(await allOf(journal)).toHaveLength(1);
  });
});

describe('a write of a job’s step', () => {
  const jobId = crypto.randomUUID();
  const step = { jobId, contactId: 40201 };
  const planned = [{ field: 'isActive', before: true, after: false }];
  const write = (journal: Journal, outcome: () => Promise<string>, changes = planned) =>
    recordWrite(journal, {
      about: { ...about, ...step },
      planned,
      write: outcome,
      done: () => ({ changes }),
    });
  const refusals = {
    offline: { code: 'offline' },
    'not-found': { code: 'not-found' },
    'rate-limited': { code: 'rate-limited', retryAt: new Date().toISOString() },
    validation: { code: 'validation', problems: [] },
  } satisfies Record<string, PortalErrorData>;
  const fails = (code: keyof typeof refusals) => () => Promise.reject(new PortalError(refusals[code]));
  const works = () => Promise.resolve('done');
  const outcomes = async (journal: Journal) =>
    (await allOf(journal)).map(({ outcome, error, before, after }) => ({ outcome, error, before, after }));
  const isDone = { outcome: 'done', error: null, before: true, after: false };

  it('is unknown until something is known of it', async () => {
    const journal = newJournal();
    await write(journal, async () => {
      expect(await outcomes(journal)).toMatchObject([{ outcome: 'unknown' }]);
      return 'done';
    });
    expect(await outcomes(journal)).toEqual([isDone]);
  });

  it('stays unknown without an answer, and is failed with a refusal', async () => {
    const journal = newJournal();
    await expect(write(journal, fails('offline'))).rejects.toThrow('offline');
    expect(await outcomes(journal)).toMatchObject([{ outcome: 'unknown', error: 'offline' }]);
    const other = newJournal();
    await expect(write(other, fails('not-found'))).rejects.toThrow('not-found');
    expect(await outcomes(other)).toMatchObject([{ outcome: 'failed', error: 'not-found' }]);
  });

  it('is one entry, however often it is tried', async () => {
    const journal = newJournal();
    await expect(write(journal, fails('offline'))).rejects.toThrow();
    await expect(write(journal, fails('not-found'))).rejects.toThrow();
    expect(await outcomes(journal)).toMatchObject([{ outcome: 'unknown', error: 'not-found' }]);
    await write(journal, works);
    expect(await outcomes(journal)).toEqual([isDone]);
  });

  it('remembers what the first try found, when the second finds it done', async () => {
    const journal = newJournal();
    await expect(write(journal, fails('offline'))).rejects.toThrow();
    await write(journal, works, [{ field: 'isActive', before: false, after: false }]);
    expect(await outcomes(journal)).toEqual([isDone]);
  });

  it('is done where a request that the browser sent twice was refused the second time', async () => {
    for (const refused of ['rate-limited', 'validation'] as const) {
      const journal = newJournal();
      await expect(write(journal, fails(refused))).rejects.toThrow();
      expect(await outcomes(journal)).toMatchObject([{ outcome: 'failed', error: refused }]);
      await write(journal, works, [{ field: 'isActive', before: false, after: false }]);
      expect(await outcomes(journal)).toEqual([isDone]);
    }
  });

  it('is no entry when there was nothing to do from the start', async () => {
    const journal = newJournal();
    await write(journal, works, [{ field: 'isActive', before: false, after: false }]);
    expect(await outcomes(journal)).toEqual([]);
  });

  it('is settled by whoever looks up what came of it', async () => {
    const journal = newJournal();
    await expect(write(journal, fails('offline'))).rejects.toThrow();
    await journal.settleLost({ jobId, contactId: 1 }, 'done');
    expect(await outcomes(journal)).toMatchObject([{ outcome: 'unknown' }]);
    await journal.settleLost(step, 'done');
    expect(await outcomes(journal)).toEqual([isDone]);
  });
});
