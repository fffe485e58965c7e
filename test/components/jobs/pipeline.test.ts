import { describe, expect, it } from 'vitest';
import { Backend, COMPANY } from './backend.js';
import { Life } from './mortal.js';
import { planFor } from './plan.js';
import { BrowserUnderTest, origin } from './workers.js';

/** As the scheduler has them per endpoint. */
class ThreeLanes {
  #free = 3;
  readonly #waiting: (() => void)[] = [];

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#free -= 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

describe('the pipeline', () => {
  it('keeps as many calls in flight as the scheduler can use', async () => {
    const backend = new Backend(120, { latencyMs: 30 });
    const browser = new BrowserUnderTest(backend);
    await browser.worker().start(planFor(await backend.rows()), origin);
    await browser.ended((await browser.store.list())[0]?.id ?? '');
    expect(backend.mostInFlight).toBe(9);
  });

  it('is not held up by the disk: no slower than three loops that record nothing', async () => {
    const backend = new Backend(120, { latencyMs: 40 });
    const browser = new BrowserUnderTest(backend);
    const plan = planFor(await backend.rows());
    const lanes = new ThreeLanes();
    const { client } = backend;
    const limited: typeof client = {
      ...client,
      createPortalUser: (...args) => lanes.run(() => client.createPortalUser(...args)),
      changePortalUser: (...args) => lanes.run(() => client.changePortalUser(...args)),
    };
    const worker = browser.worker(new Life(), { clientOf: () => Promise.resolve(limited) });
    const job = await timeOf(async () => {
      await worker.start(plan, origin);
      await browser.ended(plan.id);
    });
    const left = Array.from({ length: backend.calls }, () => COMPANY);
    const loop = async () => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) await client.portalUsers(next, []);
    };
    const loops = await timeOf(() => Promise.all([loop(), loop(), loop()]));
    // Measured on an idle machine: 0.99 to 1.05. The rest is room for a busy one.
    expect(job / loops).toBeLessThan(1.4);
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
    // And one look at all of them before.
    expect(backend.calls).toBe(possible + 1);
  });
});
