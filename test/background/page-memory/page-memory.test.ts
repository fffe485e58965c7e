import { beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { createJournal, type BegunEntry } from '../../../src/background/journal/journal.js';
import { CompanyNewsSchema, type CompanyNews } from '../../../src/contract/index.js';
import type { SomeSettings } from '../../../src/model/index.js';
import { draft, ExtensionUnderTest, frame, optionsPage, PSA } from '../workers.js';

const DAIRY = 174;
const ALVA = frame(0, PSA, 1);
const OLE = frame(0, PSA, 2);

describe('what changed since the last visit', () => {
  let extension: ExtensionUnderTest;

  beforeEach(async () => {
    extension = new ExtensionUnderTest();
    await extension.send('save-connection', draft, optionsPage);
    await extension.showPage(ALVA, { companyId: DAIRY, pageUser: 'Alva Nordwind' });
    await extension.showPage(OLE, { companyId: DAIRY, pageUser: 'Ole Brüggemann' });
  });

  async function news(sender = ALVA, companyId = DAIRY): Promise<CompanyNews> {
    const answer = await extension.send('company-news', { companyId }, sender);
    return v.parse(CompanyNewsSchema, answer.ok ? answer.value : answer.error);
  }

  async function save(sender: typeof ALVA, change: SomeSettings): Promise<void> {
    const read = await extension.call('settings', [DAIRY], sender);
    const { version } = v.parse(v.object({ version: v.string() }), read.ok ? read.value : read.error);
    expect(await extension.call('saveSettings', [DAIRY, change, version], sender)).toMatchObject({
      ok: true,
    });
    await moment();
  }

  /** Until the clock shows another millisecond. */
  const moment = () => new Promise((resolve) => setTimeout(resolve, 3));

  async function wrote(...entries: Partial<BegunEntry>[]): Promise<void> {
    const base = {
      ...{ at: new Date().toISOString(), psaOrigin: PSA, connectionId: draft.id, connectionUser: 'api' },
      ...{ pageUser: 'Alva Nordwind', companyId: DAIRY, companyName: null, contactId: 202 },
      ...{ contactName: 'Hübner, Jürgen', jobId: null, field: 'isActive', before: true, after: false },
    };
    await createJournal(extension.browser.database).begin(entries.map((entry) => ({ ...base, ...entry })));
    await moment();
  }

  it('is nothing at the first visit, and then what others wrote, with who and when', async () => {
    expect(await news()).toEqual({ since: null, entries: [], isMore: false });
    await moment();
    await save(OLE, { workedTime: 'billed' });
    extension.restartWorker();
    const { since, entries, isMore } = await news();
    expect(since).not.toBeNull();
    expect(isMore).toBe(false);
    expect(entries).toMatchObject([
      { field: 'workedTime', before: 'none', after: 'billed', pageUser: 'Ole Brüggemann', outcome: 'done' },
    ]);
    expect(Object.keys(entries[0] ?? {})).not.toContain('connectionId');
  });

  it('does not hold what the visitor wrote in the page, but what a job did for them', async () => {
    await news();
    await moment();
    await save(ALVA, { workedTime: 'billed' });
    expect((await news()).entries).toEqual([]);
    await moment();
    await wrote({ jobId: '6f9f0a52-4a35-4c6a-9b0e-3c3a0d1f5a11' });
    expect((await news()).entries).toMatchObject([{ field: 'isActive', contactName: 'Hübner, Jürgen' }]);
  });

  it('stays, whatever is reloaded, until it is marked as seen; what comes later is new', async () => {
    await news();
    await moment();
    await save(OLE, { workedTime: 'billed' });
    const until = new Date().toISOString();
    expect((await news()).entries).toHaveLength(1);
    expect((await news()).entries).toHaveLength(1);
    await moment();
    await save(OLE, { documents: false });
    await extension.send('mark-company-seen', { companyId: DAIRY, until }, ALVA);
    const later = await news();
    expect(later.since).toBe(until);
    expect(later.entries).toMatchObject([{ field: 'documents' }]);
    // A page that was open longer knows less, and takes nothing back.
    await extension.send('mark-company-seen', { companyId: DAIRY, until: '2020-01-01T00:00:00.000Z' }, ALVA);
    expect((await news()).since).toBe(until);
  });

  it('is each visitor’s own', async () => {
    await news(ALVA);
    await news(OLE);
    await moment();
    await save(OLE, { workedTime: 'billed' });
    expect((await news(OLE)).entries).toEqual([]);
    expect((await news(ALVA)).entries).toHaveLength(1);
  });

  it('says that there is more than the newest hundred', async () => {
    await news();
    await moment();
    await wrote(...Array.from({ length: 101 }, (_, index) => ({ contactId: index, pageUser: null })));
    const { entries, isMore } = await news();
    expect(entries).toHaveLength(100);
    expect(isMore).toBe(true);
  });

  it('is told of the company that the page shows and of no other, and to no page of ours', async () => {
    expect(await extension.send('company-news', { companyId: 175 }, ALVA)).toMatchObject({
      ok: false,
      error: { code: 'forbidden', reason: 'other-company' },
    });
    const seen = { companyId: 175, until: new Date().toISOString() };
    expect(await extension.send('mark-company-seen', seen, ALVA)).toMatchObject({ ok: false });
    expect(await extension.send('company-news', { companyId: DAIRY }, optionsPage)).toMatchObject({
      ok: false,
    });
  });

  it('remembers 500 visits, of which the oldest go, and survives what is broken', async () => {
    for (let companyId = 0; companyId < 502; companyId += 1) {
      await extension.showPage(ALVA, { companyId, pageUser: 'Alva Nordwind' });
      await news(ALVA, companyId);
    }
    expect(extension.browser.onDisk.get('visits')).toHaveLength(500);
    await extension.showPage(ALVA, { companyId: 1, pageUser: 'Alva Nordwind' });
    expect((await news(ALVA, 1)).since).toBeNull();
    await extension.showPage(ALVA, { companyId: 501, pageUser: 'Alva Nordwind' });
    expect((await news(ALVA, 501)).since).not.toBeNull();
    extension.browser.onDisk.set('visits', 'broken');
    expect((await news(ALVA, 501)).since).toBeNull();
  });
});

describe('the choices for the company’s page', () => {
  it('are kept beyond the end of the worker, and forgotten by one of our own pages only', async () => {
    const extension = new ExtensionUnderTest();
    const choices = async () => {
      const answer = await extension.send('page-choices', {}, frame());
      return answer.ok ? answer.value : answer.error;
    };
    expect(await choices()).toEqual({ hasShortcuts: true });
    await extension.send('set-page-choices', { hasShortcuts: false }, frame());
    extension.restartWorker();
    expect(await choices()).toEqual({ hasShortcuts: false });
    expect(await extension.send('forget-page-memory', {}, frame())).toMatchObject({ ok: false });
    expect(await choices()).toEqual({ hasShortcuts: false });
    expect(await extension.send('forget-page-memory', {}, optionsPage)).toEqual({ ok: true, value: null });
    expect(await choices()).toEqual({ hasShortcuts: true });
    expect([...extension.browser.onDisk.keys()]).toEqual([]);
  });
});
