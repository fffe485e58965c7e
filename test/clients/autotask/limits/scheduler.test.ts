import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LimitReached } from '../../../../src/clients/autotask/limits/limit-reached.js';
import {
  Scheduler,
  type CallTerms,
  type LimitsState,
  type LimitsStore,
} from '../../../../src/clients/autotask/limits/scheduler.js';
import type { Priority } from '../../../../src/contract/index.js';
import { portalErrorOf } from '../../support/portal-error-of.js';

const START = Date.parse('2026-11-24T14:00:00Z');
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const terms = (priority: Priority = 'interactive', signal = new AbortController().signal): CallTerms => ({
  priority,
  signal,
});

/** A tenant whose hour is used to this share. */
const measured = (share: number) => (): Promise<unknown> =>
  Promise.resolve({
    externalRequestThreshold: 10_000,
    requestThresholdTimeframe: 60,
    currentTimeframeRequestCount: share * 10_000,
  });
const schedulerAt = (share: number): Scheduler => new Scheduler({ measure: measured(share) });

describe('the scheduler', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: START });
  });
  afterEach(() => {
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('never runs more than three calls of an endpoint at once, runs all, and has no gaps', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ endpoint: fc.constantFrom('Contacts', 'Companies'), ms: fc.nat({ max: 40 }) }), {
          maxLength: 30,
        }),
        async (calls) => {
          const scheduler = schedulerAt(0.1);
          const running: Record<string, number> = {};
          let most = 0;
          const begun = Date.now();
          const all = Promise.all(
            calls.map(({ endpoint, ms }, index) =>
              scheduler.run(endpoint, terms(), async () => {
                running[endpoint] = (running[endpoint] ?? 0) + 1;
                most = Math.max(most, running[endpoint]);
                await sleep(ms);
                running[endpoint] -= 1;
                return index;
              }),
            ),
          );
          await vi.runAllTimersAsync();
          expect(await all).toEqual(calls.map((_, index) => index));
          expect(most).toBeLessThanOrEqual(3);
          const work = (endpoint: string): number =>
            calls.filter((call) => call.endpoint === endpoint).reduce((sum, { ms }) => sum + ms, 0);
          // No list of jobs takes longer than a third of the work and one more job.
          const bound = Math.max(work('Contacts'), work('Companies')) / 3 + 40;
          expect(Date.now() - begun).toBeLessThanOrEqual(bound);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('does 300 calls of 100 ms in exactly a third of their time', async () => {
    const scheduler = schedulerAt(0);
    const calls = Array.from({ length: 300 }, () =>
      scheduler.run('ClientPortalUsers', terms('background'), () => sleep(100)),
    );
    const begun = Date.now();
    await vi.runAllTimersAsync();
    await Promise.all(calls);
    expect(Date.now() - begun).toBe(10_000);
  });

  it('lets people pass background work, and those of one kind keep their order', async () => {
    const scheduler = schedulerAt(0.1);
    await scheduler.run('Contacts', terms(), () => Promise.resolve());
    const order: string[] = [];
    const call = (name: string, priority: Priority): Promise<void> =>
      scheduler.run('Contacts', terms(priority), async () => {
        order.push(name);
        await sleep(10);
      });
    const all = [
      ...['a', 'b', 'c', 'd', 'e'].map((name) => call(name, 'background')),
      ...['X', 'Y'].map((name) => call(name, 'interactive')),
    ];
    await vi.runAllTimersAsync();
    await Promise.all(all);
    expect(order.join('')).toBe('abcXYde');
  });

  it('frees the lane of a call that fails, and passes by who gave up waiting', async () => {
    const scheduler = schedulerAt(0.1);
    const failing = [1, 2, 3].map(() =>
      scheduler.run('Contacts', terms(), async () => {
        await sleep(5);
        throw new Error('broken');
      }),
    );
    const controller = new AbortController();
    const reason = new Error('gave up');
    const waiting = scheduler.run('Contacts', terms('interactive', controller.signal), () =>
      Promise.resolve('never'),
    );
    const next = scheduler.run('Contacts', terms(), () => Promise.resolve('next'));
    const ended = Promise.all([
      expect(waiting).rejects.toBe(reason),
      ...failing.map((one) => expect(one).rejects.toThrow('broken')),
    ]);
    controller.abort(reason);
    await vi.runAllTimersAsync();
    await ended;
    await expect(next).resolves.toBe('next');
    await expect(
      scheduler.run('Contacts', terms('interactive', AbortSignal.abort(reason)), () => Promise.resolve()),
    ).rejects.toBe(reason);
  });

  it('says that nothing was done when the deadline ends the wait for a turn', async () => {
    const scheduler = schedulerAt(0.1);
    const long = [1, 2, 3].map(() => scheduler.run('Contacts', terms(), () => sleep(60_000)));
    const controller = new AbortController();
    const late = portalErrorOf(
      scheduler.run('Contacts', terms('interactive', controller.signal), () => Promise.resolve()),
    );
    await vi.advanceTimersByTimeAsync(19_000);
    controller.abort(new DOMException('late', 'TimeoutError'));
    expect(await late).toMatchObject({ code: 'rate-limited' });
    await vi.runAllTimersAsync();
    await Promise.all(long);
  });

  it('waits with an endpoint that was too busy, and is narrower there for a while', async () => {
    const scheduler = schedulerAt(0.1);
    const rejection = (): Promise<never> =>
      Promise.reject(new LimitReached('endpoint', new Date(Date.now() + 2_000).toISOString(), undefined));
    expect((await portalErrorOf(scheduler.run('Contacts', terms(), rejection))).code).toBe('rate-limited');
    let running = 0;
    let most = 0;
    const begun = Date.now();
    const starts: number[] = [];
    const calls = [1, 2, 3, 4].map(() =>
      scheduler.run('Contacts', terms(), async () => {
        starts.push(Date.now() - begun);
        running += 1;
        most = Math.max(most, running);
        await sleep(100);
        running -= 1;
      }),
    );
    const elsewhere = scheduler.run('Companies', terms(), () => Promise.resolve(Date.now() - begun));
    await vi.runAllTimersAsync();
    await Promise.all(calls);
    expect(await elsewhere).toBe(0);
    expect(starts).toEqual([2_000, 2_000, 2_100, 2_100]);
    expect(most).toBe(2);
    await vi.advanceTimersByTimeAsync(30_000);
    const later = Promise.all([1, 2, 3].map(() => scheduler.run('Contacts', terms(), () => sleep(100))));
    const before = Date.now();
    await vi.runAllTimersAsync();
    await later;
    expect(Date.now() - before).toBe(100);
  });

  it('keeps a wait that was asked for with every call, and keeps nobody waiting for long', async () => {
    const scheduler = schedulerAt(0.1);
    const asksToWait = (seconds: number) => (): Promise<never> =>
      Promise.reject(
        new LimitReached('connection', new Date(Date.now() + seconds * 1000).toISOString(), undefined),
      );
    await portalErrorOf(scheduler.run('Contacts', terms(), asksToWait(2)));
    const begun = Date.now();
    const short = scheduler.run('Companies', terms(), () => Promise.resolve(Date.now() - begun));
    await vi.runAllTimersAsync();
    expect(await short).toBe(2_000);
    await portalErrorOf(scheduler.run('Contacts', terms(), asksToWait(120)));
    const work = vi.fn(() => Promise.resolve());
    const refused = await portalErrorOf(scheduler.run('Companies', terms(), work));
    expect(refused).toEqual({ code: 'rate-limited', retryAt: new Date(Date.now() + 120_000).toISOString() });
    expect(work).not.toHaveBeenCalled();
  });

  it('goes on in the next worker with what the last one knew', async () => {
    let stored: LimitsState | undefined;
    const store = {
      load: () => Promise.resolve(structuredClone(stored)),
      save: (state: LimitsState) => {
        stored = structuredClone(state);
        return Promise.resolve();
      },
    };
    const measure = vi.fn(measured(0.3));
    const first = new Scheduler({ measure, store });
    for (let call = 0; call < 20; call += 1)
      await first.run('Contacts', terms('background'), () => Promise.resolve());
    const retryAt = new Date(Date.now() + 60_000).toISOString();
    await portalErrorOf(
      first.run('Contacts', terms(), () =>
        Promise.reject(new LimitReached('connection', retryAt, undefined)),
      ),
    );
    expect(measure).toHaveBeenCalledTimes(1);
    const next = new Scheduler({ measure, store });
    const refused = await portalErrorOf(next.run('Contacts', terms(), () => Promise.resolve()));
    expect(refused).toEqual({ code: 'rate-limited', retryAt });
    expect(await next.threshold(terms().signal)).toEqual({ used: 3_021, limit: 10_000 });
    expect(measure).toHaveBeenCalledTimes(1);
  });

  it('keeps what many calls did in few writes, soon', async () => {
    const save = vi.fn<LimitsStore['save']>(() => Promise.resolve());
    const store = { load: () => Promise.resolve(undefined), save };
    const scheduler = new Scheduler({ measure: measured(0.1), store });
    await scheduler.threshold(terms().signal);
    save.mockClear();
    const calls = Array.from({ length: 20 }, () => scheduler.run('Contacts', terms(), () => sleep(10)));
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all(calls);
    await vi.advanceTimersByTimeAsync(250);
    expect(save.mock.calls.length).toBeLessThanOrEqual(2);
    const kept = save.mock.lastCall?.[0].hour.minutes.map(([, count]) => count);
    expect(kept).toEqual([21]);
  });

  it('lets the next call begin once the one before it is answered, and counts its lane once', async () => {
    const scheduler = schedulerAt(0.1);
    const read: (() => void)[] = [];
    const begun: number[] = [];
    const calls = [0, 1, 2, 3, 4].map((call) =>
      scheduler.run('Contacts', terms(), async (answered) => {
        begun.push(call);
        if (call > 0) return sleep(100);
        answered();
        answered();
        await new Promise<void>((resolve) => read.push(resolve));
      }),
    );
    await vi.advanceTimersByTimeAsync(50);
    expect(begun).toEqual([0, 1, 2, 3]);
    read[0]?.();
    await vi.advanceTimersByTimeAsync(10);
    expect(begun).toEqual([0, 1, 2, 3]);
    await vi.runAllTimersAsync();
    await Promise.all(calls);
    expect(begun).toHaveLength(5);
  });

  it.each([
    ['nothing', () => Promise.resolve(undefined)],
    ['something else', () => Promise.resolve({ hour: { limit: -1 }, blockedUntil: 'never' })],
    ['an error', () => Promise.reject(new Error('closed'))],
  ])('works where what was kept is %s', async (_what, load) => {
    const store = { load, save: () => Promise.reject(new Error('full')) };
    const scheduler = new Scheduler({ measure: measured(0.2), store });
    await expect(scheduler.run('Contacts', terms(), () => Promise.resolve('ran'))).resolves.toBe('ran');
    expect((await scheduler.threshold(terms().signal)).used).toBeGreaterThan(1_999);
    await vi.runAllTimersAsync();
  });

  it('works where the threshold cannot be measured', async () => {
    const measure = vi.fn(() => Promise.reject(new Error('forbidden')));
    const scheduler = new Scheduler({ measure });
    for (const priority of ['background', 'interactive'] as const)
      await expect(scheduler.run('Contacts', terms(priority), () => Promise.resolve(1))).resolves.toBe(1);
    expect(measure).toHaveBeenCalledTimes(1);
  });
});
