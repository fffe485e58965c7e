import { describe, expect, it } from 'vitest';
import type { JobDraft, PortalErrorData } from '../../../src/contract/index.js';
import { Backend, COMPANY } from './backend.js';
import { planFor } from './plan.js';
import { BrowserUnderTest, origin, soon } from './workers.js';

async function stage(people = 40) {
  const backend = new Backend(people, { latencyMs: 2 });
  const browser = new BrowserUnderTest(backend);
  const rows = await backend.rows();
  return { backend, browser, plan: planFor(rows), worker: browser.worker() };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await soon();
}

describe('a job', () => {
  it('started twice under the same id is one job', async () => {
    const { browser, backend, plan, worker } = await stage();
    const [one, other] = await Promise.all([worker.start(plan, origin), worker.start(plan, origin)]);
    expect(other.id).toBe(one.id);
    await browser.ended(plan.id);
    expect(await worker.list()).toHaveLength(1);
    expect(backend.doubles).toBe(0);
  });

  it('is told from its start to its end, and its counts always add up', async () => {
    const { browser, plan, worker } = await stage();
    await worker.start(plan, origin);
    const ended = await browser.ended(plan.id);
    expect(ended.counts.done + ended.counts.refused).toBe(plan.steps.length);
    for (const { counts } of browser.told)
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(plan.steps.length);
    const { steps, next } = await worker.steps(plan.id, null);
    expect([steps.length, next]).toEqual([plan.steps.length, null]);
    expect(steps.every(({ index, planned }) => plan.steps[index]?.contactId === planned.contactId)).toBe(
      true,
    );
  });

  it('that is paused ends what is under way and nothing else, and goes on when told to', async () => {
    const { backend, browser, plan, worker } = await stage();
    await worker.start(plan, origin);
    await until(() => backend.calls > 5);
    const paused = await worker.steer(plan.id, 'pause');
    expect(paused.state).toBe('paused');
    const rested = await browser.ended(plan.id);
    expect(rested.counts.planned).toBeGreaterThan(0);
    const calls = backend.calls;
    await worker.wake({ isChanged: true });
    await soon();
    expect(backend.calls).toBe(calls);
    expect((await worker.steer(plan.id, 'resume')).state).toBe('running');
    await until(() => browser.hasEnded(plan.id)?.state === 'finished');
    expect(backend.doubles).toBe(0);
  });

  it('that is cancelled keeps what is done and does nothing more', async () => {
    const { backend, browser, plan, worker } = await stage();
    await worker.start(plan, origin);
    await until(() => backend.calls > 5);
    await worker.steer(plan.id, 'cancel');
    const { state, counts } = await browser.ended(plan.id);
    expect([state, counts.planned, counts.running]).toEqual(['cancelled', 0, 0]);
    expect(counts.cancelled).toBeGreaterThan(0);
    expect((await worker.steer(plan.id, 'resume')).state).toBe('cancelled');
    expect((await worker.steer(plan.id, 'retry')).counts).toEqual(counts);
  });

  it('tries failed steps once more when told to', async () => {
    const { backend, browser, plan, worker } = await stage(10);
    const problems = [{ path: ['securityLevel'], code: 'refused' }];
    const error: PortalErrorData = { code: 'validation', problems };
    backend.fault = () => ({ when: 'before', error });
    await worker.start(plan, origin);
    const failed = await browser.ended(plan.id);
    expect([failed.state, failed.counts.done]).toEqual(['finished', 0]);
    expect((await worker.steps(plan.id, null)).steps[0]?.error).toEqual(error);
    backend.fault = () => undefined;
    await worker.steer(plan.id, 'retry');
    await until(() => browser.hasEnded(plan.id)?.counts.failed === 0);
    expect(browser.hasEnded(plan.id)?.state).toBe('finished');
  });

  it('leaves an account alone that somebody else changed meanwhile', async () => {
    const { backend, browser, plan, worker } = await stage(10);
    const step = plan.steps.find(({ action }) => action === 'change');
    if (step?.action !== 'change') throw new Error('Nobody has an account.');
    const before = { ...step.before, isActive: !step.before.isActive, userName: 'as-it-was' };
    const change = { userName: 'wanted' };
    const draft: JobDraft = { ...plan, steps: [{ ...step, before, change }] };
    await worker.start(draft, origin);
    const { counts } = await browser.ended(plan.id);
    expect(counts.failed).toBe(1);
    expect((await worker.steps(plan.id, null)).steps[0]?.error).toMatchObject({
      code: 'validation',
      problems: [{ path: ['userName'], code: 'changed-meanwhile' }],
    });
    expect((await backend.accounts()).get(step.contactId)).toEqual(step.before);
  });
});

describe('taking a job back', () => {
  it('switches off what was made, sets back what was changed, and refuses what others changed since', async () => {
    const { backend, browser, plan, worker } = await stage(20);
    const before = await backend.accounts();
    await worker.start(plan, origin);
    await browser.ended(plan.id);
    const touched = plan.steps.find(({ action }) => action === 'change');
    if (touched?.action !== 'change') throw new Error('Nobody has an account.');
    const theirs = { isActive: touched.before.isActive };
    await backend.admin.changePortalUser(COMPANY, touched.before.id, theirs, null);
    const undoId = crypto.randomUUID();
    const undo = await worker.undo(plan.id, undoId, null);
    expect([undo.id, undo.undoes]).toEqual([undoId, plan.id]);
    const ended = await browser.ended(undoId);
    expect([ended.counts.failed, ended.counts.refused]).toEqual([0, 1]);
    const after = await backend.accounts();
    for (const step of plan.steps) {
      if (step.action === 'change') expect(after.get(step.contactId)).toEqual(before.get(step.contactId));
      if (step.action === 'create') expect(after.get(step.contactId)?.isActive).toBe(false);
    }
    expect((await worker.undo(plan.id, crypto.randomUUID(), null)).id).toBe(undoId);
  });

  it('is refused while the job is at work', async () => {
    const { plan, worker } = await stage();
    await worker.start(plan, origin);
    await expect(worker.undo(plan.id, crypto.randomUUID(), null)).rejects.toMatchObject({
      data: { code: 'forbidden' },
    });
  });
});

describe('forgetting a job', () => {
  it('is for jobs that have ended, and takes their passwords along', async () => {
    const { browser, plan, worker } = await stage();
    await worker.start(plan, origin);
    await worker.forget(plan.id);
    expect(await worker.list()).toHaveLength(1);
    await browser.ended(plan.id);
    expect(browser.session.stored.size).toBeGreaterThan(0);
    await worker.forget(plan.id);
    expect(await worker.list()).toEqual([]);
    expect(browser.session.stored.size).toBe(0);
    await expect(worker.steps(plan.id, null)).resolves.toEqual({ steps: [], next: null });
  });
});
