import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import type { Job } from '../../../src/contract/index.js';
import type { PlannedStep } from '../../../src/model/index.js';
import { Backend, type Fault } from './backend.js';
import { Life } from './mortal.js';
import { planFor } from './plan.js';
import { BrowserUnderTest, origin, soon } from './workers.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether the campaigns run at their full length. */
    readonly isLong: boolean;
  }
}

const SCHEDULES = inject('isLong') ? 5000 : 60;
const AT_ONCE = 5;
const PEOPLE = 12;

const faultKinds: readonly (Fault | undefined)[] = [
  { when: 'before', error: { code: 'offline' } },
  { when: 'after', error: { code: 'offline' } },
  { when: 'after', error: { code: 'unknown', detail: 'malformed' } },
  { when: 'before', error: { code: 'rate-limited', retryAt: '2026-11-24T10:00:05Z' } },
];

/** What befalls the workers: how long each lives, and which calls meet which fault. Nothing lasts for ever. */
const fate = fc.record({
  lives: fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 8 }),
  faults: fc.array(fc.constantFrom(undefined, undefined, undefined, ...faultKinds), { maxLength: 60 }),
});

async function liveThrough({ lives, faults }: { lives: number[]; faults: (Fault | undefined)[] }) {
  const backend = new Backend(PEOPLE);
  const browser = new BrowserUnderTest(backend);
  const plan = planFor(await backend.rows());
  const left = [...faults];
  backend.fault = () => left.shift();
  for (const moments of lives) {
    const life = new Life(moments);
    const worker = browser.worker(life);
    void worker.start(plan, origin);
    while (!life.isOver && browser.hasEnded(plan.id) === undefined) await soon();
  }
  const worker = browser.worker();
  await worker.wake();
  await worker.start(plan, origin);
  return { backend, browser, plan, worker, job: await browser.ended(plan.id) };
}

function sumOf({ counts }: Job): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

async function checkOutcome(one: Parameters<typeof liveThrough>[0]): Promise<void> {
  const { backend, browser, plan, worker, job } = await liveThrough(one);
  const possible = plan.steps.filter(({ action }) => action !== 'refused');
  expect(job).toMatchObject({ state: 'finished', counts: { done: possible.length, failed: 0 } });
  expect(sumOf(job)).toBe(PEOPLE);
  expect(backend.doubles).toBe(0);
  const accounts = await backend.accounts();
  for (const step of possible) expect(accounts.get(step.contactId)).toMatchObject(wantedOf(step));
  const passwords = await worker.takePasswords(plan.id);
  const byContact = new Map(passwords.map(({ contactId, password }) => [contactId, password]));
  expect(byContact).toEqual(backend.created);
  expect(browser.session.stored.size).toBe(0);
}

describe('a job whose worker dies at any moment', () => {
  it(`ends with every contact as planned, ${String(SCHEDULES)} times`, async () => {
    // Side by side, each in a browser of its own: a database waits for the disk most of the time.
    const numRuns = SCHEDULES / AT_ONCE;
    const campaign = () => fc.assert(fc.asyncProperty(fate, checkOutcome), { numRuns });
    await Promise.all(Array.from({ length: AT_ONCE }, campaign));
  }, 2_400_000);
});

function wantedOf(step: PlannedStep): object {
  if (step.action === 'create') return step.account;
  return step.action === 'change' ? step.change : {};
}
