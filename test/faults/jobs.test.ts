import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom } from '../../sandbox/faults/faults.js';
import { buildSandboxExtension } from '../e2e/support/sandbox-extension.js';
import {
  awaitPlanned,
  expectJournal,
  expectPlanned,
  runWithKills,
  underWay,
  WEATHER,
  type Passage,
} from './support/campaign.js';
import { openFaultBrowser, type FaultBrowser } from './support/fault-browser.js';
import { startFaultPsa, type FaultPsa } from './support/fault-psa.js';
import { changing, creation, type Plan } from './support/plans.js';

const isLong = process.env.TEST_LONG !== undefined;
/** Contacts of a job. */
const SIZE = 200;
/** A seed names a campaign: the moments of the worker's end, the faults, the levels. */
const SEED = Number(process.env.FAULT_SEED ?? 20_260_302);
/** Each cohort is activated, changed and deactivated again, and so on. */
const COHORTS = isLong ? 5 : 1;
const JOBS = [
  'activate',
  'change',
  'deactivate',
  ...(isLong ? (['change', 'activate'] as const) : []),
] as const;
const KILLS = isLong ? 200 : 8;

/** The worker dies, the network fails and the PSA refuses, while work over 200 contacts goes on. */
describe('durable jobs', () => {
  let psa: FaultPsa;
  let extension: Awaited<ReturnType<typeof buildSandboxExtension>>;
  let browser: FaultBrowser;
  const random = randomFrom(SEED);

  beforeAll(async () => {
    psa = await startFaultPsa(COHORTS * SIZE + SIZE / 4);
    extension = await buildSandboxExtension('chromium', psa.url);
    browser = await openFaultBrowser(extension.folder, psa.url);
  });
  afterAll(async () => {
    await browser.close();
    await extension.remove();
    await psa.close();
  });

  const cohort = (number: number) => psa.people.slice(number * SIZE, (number + 1) * SIZE);
  const passages: Passage[] = [];

  async function planFor(number: number, place: number): Promise<Plan> {
    const people = cohort(number);
    if (place === 0) return creation(people, random);
    return changing(JOBS[place] ?? 'change', people, await psa.accounts(), random);
  }

  /** The kills are dealt out evenly; what a job that ended early left over falls to the next one. */
  function killsFor(job: number): number {
    const done = passages.reduce((sum, { kills }) => sum + kills, 0);
    return Math.ceil((KILLS - done) / (COHORTS * JOBS.length - job));
  }

  it(
    `have every contact in its planned state after ${KILLS} ends of the worker`,
    { timeout: isLong ? 3_600_000 : 400_000 },
    async () => {
      for (let job = 0; job < COHORTS * JOBS.length; job += 1) {
        await psa.clearFaults();
        const plan = await planFor(Math.floor(job / JOBS.length), job % JOBS.length);
        await psa.setFaults({ ...WEATHER, seed: SEED + job });
        passages.push(await runWithKills(browser, plan, killsFor(job), random));
        await psa.clearFaults();
        await expectPlanned(psa, plan);
        expectJournal(await browser.journal(psa.url), plan);
      }
      const sum = (of: (passage: Passage) => number) => passages.reduce((total, one) => total + of(one), 0);
      process.stdout.write(
        `faults, seed ${SEED}: ${passages.length} jobs, ${sum(({ counts }) => counts.done)} steps done, ` +
          `worker ended ${sum(({ kills }) => kills)} times, ${sum(({ retries }) => retries)} retries asked for; ` +
          `the sandbox's answers: ${JSON.stringify(await psa.answers())}\n`,
      );
      expect(sum(({ kills }) => kills)).toBeGreaterThanOrEqual(KILLS);
    },
  );

  it('are brought back by the alarm alone, with no page open', { timeout: 300_000 }, async () => {
    const plan = creation(psa.people.slice(COHORTS * SIZE), random);
    await psa.setFaults({ latencyMs: 400 });
    await browser.ask('start-job', plan.draft);
    await underWay(browser, plan);
    await browser.leaveCompany();
    await browser.killWorker();
    await expect(expectPlanned(psa, plan)).rejects.toThrow();
    await psa.clearFaults();
    await awaitPlanned(psa, plan);
    await browser.openCompany();
    expectJournal(await browser.journal(psa.url), plan);
  });
});
