import { expect } from 'vitest';
import type { Job, JobCounts, JournalEntry } from '../../../src/contract/index.js';
import { eventually } from '../../e2e/drivers/tab.js';
import type { FaultBrowser } from './fault-browser.js';
import type { FaultPsa } from './fault-psa.js';
import type { Plan } from './plans.js';

/** What goes wrong meanwhile. In a hundred requests some five to each kind of write, and fewer to all the others. */
export const WEATHER = {
  latencyMs: 40,
  // Several thousand calls: that jobs slow down before the tenant's hour is used up has tests of its own.
  threshold: 100_000,
  rules: [
    { match: 'POST /ClientPortalUsers', drop: 'after', chance: 0.05 },
    { match: 'PATCH /ClientPortalUsers', drop: 'after', chance: 0.05 },
    { match: '* /ClientPortalUsers*', drop: 'before', chance: 0.03 },
    { match: '* /ClientPortalUsers*', status: 429, retryAfter: 1, chance: 0.02 },
    { match: '* /ClientPortalUsers*', status: 500, chance: 0.03 },
  ],
};

/** Up to so many ms from one look at the job to the worker's end, and from that to the next look. */
const MOMENT_MS = 900;

/** What one job went through. */
export interface Passage {
  readonly kills: number;
  /** How often somebody had to ask for the failed ones once more. */
  readonly retries: number;
  readonly counts: JobCounts;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts the job and ends the worker at random moments until it was ended so often or the job is over. */
export async function runWithKills(
  browser: FaultBrowser,
  { draft }: Plan,
  atMost: number,
  random: () => number,
): Promise<Passage> {
  await browser.ask('start-job', draft);
  let kills = 0;
  let retries = 0;
  for (;;) {
    const job = await jobOf(browser, draft.id);
    if (job.state === 'finished') {
      if (job.counts.failed === 0) return { kills, retries, counts: job.counts };
      retries += 1;
      if (retries > 5) throw new Error(`it does not get better: ${JSON.stringify(job)}`);
      await browser.ask('steer-job', { jobId: draft.id, action: 'retry' });
    } else if (kills < atMost) {
      await sleep(random() * MOMENT_MS);
      const { workerId } = await browser.ask('ping', {});
      await browser.killWorker();
      kills += 1;
      expect((await browser.ask('ping', {})).workerId).not.toBe(workerId);
    }
    await sleep(random() * MOMENT_MS);
  }
}

async function jobOf(browser: FaultBrowser, id: string): Promise<Job> {
  const jobs = await browser.ask('jobs', {});
  const job = jobs.find((one) => one.id === id);
  if (job === undefined) throw new Error('the job is gone');
  return job;
}

/** Every contact has exactly the account that was planned, says the PSA itself. */
export async function expectPlanned(psa: FaultPsa, plan: Plan): Promise<void> {
  const accounts = (await psa.accounts()).filter(({ contactId }) => plan.expected.has(contactId));
  const held = accounts.map(({ contactId }) => contactId);
  expect(held.filter((id, index) => held.indexOf(id) !== index)).toEqual([]);
  const wrong = accounts.filter((account) => {
    const expected = plan.expected.get(account.contactId);
    return JSON.stringify({ ...account, ...expected }) !== JSON.stringify(account);
  });
  expect(wrong).toEqual([]);
  expect(accounts).toHaveLength(plan.expected.size);
}

/** Waits for what was planned without asking the extension anything: an alarm may take its half minute. */
export async function awaitPlanned(psa: FaultPsa, plan: Plan): Promise<void> {
  await expect
    .poll(() => expectPlanned(psa, plan).then(() => true), { timeout: 240_000, interval: 1000 })
    .toBe(true);
}

/** The journal has each step of the job once, as done, with the values that were planned. */
export function expectJournal(journal: readonly JournalEntry[], { draft }: Plan): void {
  const entries = journal.filter(({ jobId }) => jobId === draft.id);
  const told = entries.map(
    ({ contactId, field, after, outcome, error }) =>
      `${contactId} ${field} ${after} ${[outcome, error ?? []].flat().join(' ')}`,
  );
  const planned = draft.steps.flatMap((step) => {
    if (step.action === 'refused') return [];
    const { contactId } = step;
    if (step.action === 'create') {
      const account = Object.entries(step.account).filter(([field]) => field !== 'contactId');
      return [`${contactId} account ${JSON.stringify(Object.fromEntries(account))} done`];
    }
    return Object.entries(step.change).map(
      ([field, value]) => `${contactId} ${field} ${value.toString()} done`,
    );
  });
  // What differs, rather than two long lists.
  expect(told.filter((one) => !planned.includes(one))).toEqual([]);
  expect(told.sort()).toEqual(planned.sort());
}

/** Waits until the job has begun to write, so that what happens next happens in the middle of it. */
export function underWay(browser: FaultBrowser, { draft }: Plan): Promise<true> {
  return eventually('a first step', async () =>
    (await jobOf(browser, draft.id)).counts.done > 0 ? true : undefined,
  );
}
