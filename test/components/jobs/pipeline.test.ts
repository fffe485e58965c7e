import { describe, expect, it } from 'vitest';
import { Backend } from './backend.js';
import { Life } from './mortal.js';
import { planFor } from './plan.js';
import { BrowserUnderTest, origin } from './workers.js';

describe('the pipeline', () => {
  it('keeps as many calls in flight as the scheduler can use', async () => {
    const backend = new Backend(120, { latencyMs: 30 });
    const browser = new BrowserUnderTest(backend);
    await browser.worker().start(planFor(await backend.rows()), origin);
    await browser.ended((await browser.store.list())[0]?.id ?? '');
    expect(backend.mostInFlight).toBe(9);
  });

  it('has one runner, though two workers want the same job at the same moment', async () => {
    const backend = new Backend(40, { latencyMs: 2 });
    const browser = new BrowserUnderTest(backend);
    const plan = planFor(await backend.rows());
    const alone = (name: string, work: () => Promise<void>) => navigator.locks.request(name, work);
    const workers = [browser.worker(new Life(), { alone }), browser.worker(new Life(), { alone })];
    await Promise.all(workers.map((worker) => worker.start(plan, origin)));
    const { counts } = await browser.ended(plan.id);
    expect([counts.failed, backend.doubles, backend.mostInFlight <= 9]).toEqual([0, 0, true]);
    const possible = plan.steps.filter(({ action }) => action !== 'refused').length;
    expect(backend.calls).toBe(possible);
  });
});
