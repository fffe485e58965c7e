import { describe, expect, it } from 'vitest';
import {
  createMemoryClient,
  createMemoryJobs,
  type MemoryClient,
  type MemoryClientOptions,
} from '../../../src/clients/memory/index.js';
import type { Job, JobDraft, PortalJobs } from '../../../src/contract/index.js';
import { passwordProblem, sortName, type ContactRow, type PlannedStep } from '../../../src/model/index.js';

const DAIRY = 174;

interface Scene {
  readonly admin: MemoryClient;
  readonly jobs: PortalJobs;
  readonly draft: JobDraft;
  readonly rows: () => Promise<ContactRow[]>;
}

function plannedActivation({ contact, portalUser }: ContactRow): PlannedStep {
  const who = { contactId: contact.id, contactName: sortName(contact) };
  if (!contact.isActive || contact.email === null)
    return { action: 'refused', ...who, reason: 'email-missing' };
  if (portalUser !== null)
    return { action: 'change', ...who, before: portalUser, change: { isActive: true } };
  const formats = { dateFormat: 15, timeFormat: 3, numberFormat: 2 };
  const userName = `${contact.id}@oberdorf.example`;
  return {
    action: 'create',
    ...who,
    account: { userName, isActive: true, securityLevel: 1, contactId: contact.id, ...formats },
  };
}

/** Everybody at the dairy who cannot sign in yet. */
async function scene(options: MemoryClientOptions = {}, retryAfterMs = 20): Promise<Scene> {
  const admin = createMemoryClient(options);
  const rows = async () => (await admin.contacts(DAIRY, null)).rows;
  const steps = (await rows())
    .filter(({ portalUser }) => portalUser?.isActive !== true)
    .map(plannedActivation);
  const draft: JobDraft = {
    id: crypto.randomUUID(),
    companyId: DAIRY,
    companyName: 'Käserei',
    kind: 'activate',
    steps,
  };
  return { admin, rows, draft, jobs: createMemoryJobs(admin, { retryAfterMs, pageSize: 5 }) };
}

async function until(jobs: PortalJobs, jobId: string, isIt: (job: Job) => boolean): Promise<Job> {
  for (let tries = 0; tries < 500; tries += 1) {
    const job = (await jobs.list()).find(({ id }) => id === jobId);
    if (job !== undefined && isIt(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('waited in vain');
}

const hasEnded = ({ state }: Job) => state === 'finished';

async function allSteps(jobs: PortalJobs, jobId: string) {
  const first = await jobs.steps(jobId, null);
  const pages = [first.steps];
  for (let { next } = first; next !== null;) {
    const page = await jobs.steps(jobId, next);
    pages.push(page.steps);
    next = page.next;
  }
  return pages.flat();
}

describe('jobs in memory', () => {
  it('do what was planned, once, and say what was refused', async () => {
    const { jobs, draft, rows } = await scene();
    await jobs.start(draft);
    await jobs.start(draft);
    const { counts, hasPasswords } = await until(jobs, draft.id, hasEnded);
    const refused = draft.steps.filter(({ action }) => action === 'refused').length;
    expect(counts).toEqual({
      planned: 0,
      running: 0,
      done: draft.steps.length - refused,
      failed: 0,
      refused,
      cancelled: 0,
    });
    expect(hasPasswords).toBe(true);
    expect(await jobs.list()).toHaveLength(1);
    const active = (await rows()).filter(({ portalUser }) => portalUser?.isActive === true);
    const steps = await allSteps(jobs, draft.id);
    const done = steps.filter(({ state }) => state === 'done').map(({ planned }) => planned.contactId);
    expect(active.map(({ contact }) => contact.id)).toEqual(expect.arrayContaining(done));
    expect(steps.map(({ index }) => index)).toEqual(draft.steps.map((_step, index) => index));
  });

  it('give the initial passwords of new accounts once', async () => {
    const { jobs, draft } = await scene();
    await jobs.start(draft);
    await until(jobs, draft.id, hasEnded);
    const passwords = await jobs.takePasswords(draft.id);
    expect(passwords).toHaveLength(draft.steps.filter(({ action }) => action === 'create').length);
    expect(passwords.map(({ password }) => passwordProblem(password))).toEqual(
      passwords.map(() => undefined),
    );
    expect(await jobs.takePasswords(draft.id)).toEqual([]);
    expect(JSON.stringify([await jobs.list(), await allSteps(jobs, draft.id)])).not.toContain('password"');
  });

  it('pause after the steps under way, go on, and end for good', async () => {
    const { jobs, draft } = await scene({ latencyMs: 120 });
    await jobs.start(draft);
    await until(jobs, draft.id, ({ counts }) => counts.done > 0);
    await jobs.pause(draft.id);
    const paused = await until(jobs, draft.id, ({ counts }) => counts.running === 0);
    expect(paused.state).toBe('paused');
    expect(paused.counts.planned).toBeGreaterThan(0);
    await jobs.resume(draft.id);
    await until(jobs, draft.id, ({ counts }) => counts.done > paused.counts.done);
    const cancelled = await jobs.cancel(draft.id);
    expect(cancelled.counts.planned).toBe(0);
    expect((await jobs.resume(draft.id)).state).toBe('cancelled');
    await jobs.forget(draft.id);
    expect(await jobs.list()).toEqual([]);
  });

  it('wait for the hour, and for somebody to unlock', async () => {
    const { admin, jobs, draft } = await scene();
    const retryAt = new Date(Date.now() + 80).toISOString();
    admin.fail({ method: 'createPortalUser', error: { code: 'rate-limited', retryAt } });
    await jobs.start(draft);
    const waiting = await until(jobs, draft.id, (job) => job.waiting !== null);
    expect(waiting.waiting?.until).toBe(retryAt);
    admin.fail({ method: 'createPortalUser', error: { code: 'locked' } });
    const locked = await until(jobs, draft.id, (job) => job.waiting?.error.code === 'locked');
    expect(locked.waiting?.until).toBeNull();
    await jobs.resume(draft.id);
    expect((await until(jobs, draft.id, hasEnded)).counts.failed).toBe(0);
  });

  it('keep what failed with the reason, and try only that again', async () => {
    const { admin, jobs, draft } = await scene();
    admin.fail({ method: 'createPortalUser', error: { code: 'forbidden' }, times: 2 });
    await jobs.start(draft);
    const job = await until(jobs, draft.id, hasEnded);
    expect(job.counts.failed).toBe(2);
    const failed = (await allSteps(jobs, draft.id)).filter(({ state }) => state === 'failed');
    expect(failed.map(({ error }) => error?.code)).toEqual(['forbidden', 'forbidden']);
    await jobs.retry(draft.id);
    const again = await until(jobs, draft.id, (one) => hasEnded(one) && one.counts.failed === 0);
    expect(again.counts.done).toBe(job.counts.done + 2);
  });

  it('are taken back as they were, except what others changed since', async () => {
    const { admin, jobs, draft, rows } = await scene();
    const before = await rows();
    await jobs.start(draft);
    await until(jobs, draft.id, hasEnded);
    const [mine] = (await allSteps(jobs, draft.id)).filter(({ state }) => state === 'done');
    await admin.changePortalUser(DAIRY, mine?.after?.id ?? -1, { isActive: false }, null);
    const undo = await jobs.undo(draft.id);
    expect((await jobs.undo(draft.id)).id).toBe(undo.id);
    const { counts, undoes } = await until(jobs, undo.id, hasEnded);
    expect(undoes).toBe(draft.id);
    expect(counts.refused).toBe(1);
    const [refused] = (await allSteps(jobs, undo.id)).filter(({ state }) => state === 'refused');
    expect(refused?.planned).toMatchObject({
      contactId: mine?.planned.contactId,
      reason: 'changed-meanwhile',
    });
    const after = await rows();
    const isActive = ({ portalUser }: ContactRow) => portalUser?.isActive === true;
    expect(after.map(isActive)).toEqual(before.map(isActive));
  });
});
