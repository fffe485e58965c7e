import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { JobSchema, type Job, type JobDraft } from '../../../src/contract/index.js';
import { createMemoryClient } from '../../../src/clients/index.js';
import { draft as connection, ExtensionUnderTest, frame, optionsPage, PSA } from '../workers.js';

const DAIRY = 174;
const OTHER = 175;

// Node has no Web Locks; each test has one worker at a time.
vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => Promise<void>) => work() } });

async function planOf(count: number): Promise<JobDraft> {
  const { rows } = await createMemoryClient().contacts(DAIRY, null);
  const free = rows
    .filter(({ contact, portalUser }) => contact.isActive && portalUser === null)
    .slice(0, count);
  const values = { isActive: true, securityLevel: 1, dateFormat: 15, timeFormat: 3, numberFormat: 2 };
  return {
    id: crypto.randomUUID(),
    companyId: DAIRY,
    companyName: 'Oberdorf Dairy',
    kind: 'activate',
    steps: free.map(({ contact: { id, lastName } }) => ({
      action: 'create',
      contactId: id,
      contactName: lastName,
      account: { contactId: id, userName: `user-${String(id)}`, ...values },
    })),
  };
}

async function stage(page: Parameters<ExtensionUnderTest['showPage']>[1] = {}) {
  const extension = new ExtensionUnderTest();
  await extension.send('save-connection', connection, optionsPage);
  await extension.showPage(frame(), { companyId: DAIRY, pageUser: 'M. Adler', ...page });
  return extension;
}

async function jobsOf(extension: ExtensionUnderTest, sender: unknown): Promise<Job[]> {
  const answer = await extension.send('jobs', {}, sender);
  return v.parse(v.array(JobSchema), answer.ok ? answer.value : undefined);
}

async function ended(extension: ExtensionUnderTest): Promise<Job> {
  return vi.waitFor(async () => {
    const [job] = await jobsOf(extension, optionsPage);
    if (job?.state !== 'finished') throw new Error('not yet');
    return job;
  });
}

describe('a job', () => {
  let plan: JobDraft;
  beforeEach(async () => {
    plan = await planOf(5);
  });

  it('is started by a frame whose page shows the company, and written down as its user’s', async () => {
    const extension = await stage();
    expect(await extension.send('start-job', plan, frame())).toMatchObject({
      ok: true,
      value: { id: plan.id },
    });
    const job = await ended(extension);
    expect(job.counts).toMatchObject({ done: plan.steps.length, failed: 0 });
    const journal = await extension.journal();
    expect(journal.length).toBeGreaterThan(0);
    for (const entry of journal)
      expect(entry).toMatchObject({
        ...{ jobId: plan.id, pageUser: 'M. Adler', outcome: 'done', companyName: plan.companyName },
        contactName: plan.steps.find(({ contactId }) => contactId === entry.contactId)?.contactName,
      });
  });

  it.each([
    ['another company', { companyId: OTHER }],
    ['a page that its user may only read', { isEditable: false }],
  ])('is not started from %s', async (_what, page) => {
    const extension = await stage(page);
    const refused = { ok: false, error: { code: 'forbidden' } };
    expect(await extension.send('start-job', plan, frame())).toMatchObject(refused);
    expect(await jobsOf(extension, optionsPage)).toEqual([]);
  });

  it('is not started by a page of the extension, where nobody looks at the company', async () => {
    const extension = await stage();
    expect(await extension.send('start-job', plan, optionsPage)).toMatchObject({ ok: false });
    expect(await jobsOf(extension, optionsPage)).toEqual([]);
  });

  it('is refused at the border with a step about another contact than the one that was shown', async () => {
    const extension = await stage();
    const [first, second] = plan.steps;
    if (first?.action !== 'create' || second === undefined) throw new Error('There are too few contacts.');
    const wrong = { ...first, contactId: second.contactId };
    expect(await extension.send('start-job', { ...plan, steps: [wrong] }, frame())).toMatchObject({
      ok: false,
    });
    expect(await extension.send('start-job', { ...plan, steps: [first, first] }, frame())).toMatchObject({
      ok: false,
    });
    expect(await jobsOf(extension, optionsPage)).toEqual([]);
  });

  it.each([
    ['another company', PSA, OTHER],
    ['another PSA', 'https://ww6.autotask.net', DAIRY],
  ])('does not exist for a frame of %s', async (_what, psaOrigin, companyId) => {
    const extension = await stage();
    await extension.send('start-job', plan, frame());
    await ended(extension);
    const other = frame(3, psaOrigin, 2);
    await extension.showPage(other, { companyId });
    expect(await jobsOf(extension, other)).toEqual([]);
    const ofJob = { jobId: plan.id };
    const gone = { ok: false, error: { code: 'not-found' } };
    expect(await extension.send('job-steps', { ...ofJob, cursor: null }, other)).toMatchObject(gone);
    expect(await extension.send('steer-job', { ...ofJob, action: 'cancel' }, other)).toMatchObject(gone);
    expect(await extension.send('take-passwords', ofJob, other)).toMatchObject(gone);
    expect(await extension.send('forget-job', ofJob, other)).toMatchObject(gone);
    const undoJobId = crypto.randomUUID();
    expect(await extension.send('undo-job', { ...ofJob, undoJobId }, other)).toMatchObject(gone);
  });

  it('can be looked at, and not steered, where the page’s user may only read', async () => {
    const extension = await stage();
    await extension.send('start-job', plan, frame());
    await ended(extension);
    await extension.showPage(frame(), { companyId: DAIRY, isEditable: false });
    expect(await jobsOf(extension, frame())).toHaveLength(1);
    const refused = { ok: false, error: { code: 'forbidden' } };
    const ofJob = { jobId: plan.id };
    expect(await extension.send('take-passwords', ofJob, frame())).toMatchObject(refused);
    expect(await extension.send('steer-job', { ...ofJob, action: 'retry' }, frame())).toMatchObject(refused);
  });

  it('is told to the frames of its company and to the extension’s pages, without a password', async () => {
    const extension = await stage();
    const other = frame(0, PSA, 2);
    await extension.showPage(other, { companyId: OTHER });
    await extension.send('start-job', plan, frame());
    await ended(extension);
    const events = extension.browser.pushed.filter(({ message }) =>
      JSON.stringify(message).includes('"job"'),
    );
    expect(new Set(events.map(({ tabId }) => tabId))).toEqual(new Set([1, -1]));
    const taken = await extension.send('take-passwords', { jobId: plan.id }, optionsPage);
    const passwords = taken.ok && Array.isArray(taken.value) ? taken.value : [];
    expect(passwords).toHaveLength(plan.steps.length);
    for (const { password } of passwords as { password: string }[])
      expect(JSON.stringify(extension.browser.pushed)).not.toContain(password);
  });
});
