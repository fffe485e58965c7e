import { describe, expect, it } from 'vitest';
import type { StepRecord } from '../../../src/background/database/index.js';
import { newRecords } from '../../../src/background/jobs/job-record.js';
import type { Advance, Advanced } from '../../../src/background/jobs/job-store.js';
import { Ledger } from '../../../src/background/jobs/ledger.js';

const origin = { psaOrigin: 'https://ww5.autotask.net', connectionId: 'c', pageUser: null, undoes: null };

/** A ledger over steps in memory, and what it recorded. Nothing that it waits for ends by itself. */
function ledgerOf(count: number) {
  const steps = Array.from({ length: count }, (_, contactId) => ({
    ...{
      action: 'refused' as const,
      contactId,
      contactName: 'Huber, Eva',
      reason: 'changed-meanwhile' as const,
    },
  }));
  const draft = { id: 'job', companyId: 174, companyName: 'Oberdorf Dairy', kind: 'change' as const, steps };
  const records = newRecords(draft, origin, '2026-11-24T10:00:00Z');
  const left = records.steps.map((step): StepRecord => ({ ...step, state: 'planned' }));
  const recorded: number[] = [];
  const release: (() => void)[] = [];
  const ledger = new Ledger({
    advance: ({ steps: ended = [], claim = 0 }: Advance): Promise<Advanced> => {
      recorded.push(ended.length);
      const claimed = left.splice(0, claim).map((step): StepRecord => ({ ...step, state: 'running' }));
      return Promise.resolve({ job: { ...records.job, state: 'running' }, claimed });
    },
    prepare: () => Promise.resolve(),
    wait: () => new Promise((resolve) => release.push(resolve)),
  });
  return { ledger, recorded, release, left };
}

async function takeAndEnd(ledger: Ledger, count: number): Promise<void> {
  for (let ended = 0; ended < count; ended += 1) {
    const step = await ledger.take();
    if (step !== undefined) ledger.report({ ...step, state: 'done' });
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the ledger', () => {
  it('records together what ends within a moment', async () => {
    const { ledger, recorded, release } = ledgerOf(100);
    await takeAndEnd(ledger, 6);
    expect(recorded).toEqual([0]);
    release.splice(0).forEach((resolve) => resolve());
    await settled();
    expect(recorded).toEqual([0, 6]);
  });

  it('does not wait where steps run short', async () => {
    const { ledger, recorded } = ledgerOf(200);
    await takeAndEnd(ledger, 90);
    expect(recorded.length).toBeGreaterThan(4);
  });

  it('records the last at once, and plans again what was not begun', async () => {
    const { ledger, recorded, left } = ledgerOf(10);
    await takeAndEnd(ledger, 3);
    expect(left).toEqual([]);
    await ledger.close();
    expect(recorded.reduce((sum, count) => sum + count)).toBe(10);
  });
});
