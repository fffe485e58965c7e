import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Lanes } from '../../../src/clients/autotask/lanes.js';

describe('lanes', () => {
  it('never run more than three at once and run all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 4 }), { maxLength: 20 }), async (times) => {
        const lanes = new Lanes();
        const { signal } = new AbortController();
        let running = 0;
        let most = 0;
        const done = await Promise.all(
          times.map((ms, index) =>
            lanes.run(signal, async () => {
              running += 1;
              most = Math.max(most, running);
              await sleep(ms);
              running -= 1;
              return index;
            }),
          ),
        );
        expect(done).toEqual(times.map((_, index) => index));
        expect(most).toBeLessThanOrEqual(3);
      }),
      { numRuns: 25 },
    );
  });

  it('free the lane of work that fails, and pass by who gave up waiting', async () => {
    const lanes = new Lanes();
    const forever = new AbortController().signal;
    const fail = (): Promise<never> => sleep(5).then(() => Promise.reject(new Error('broken')));
    const failing = [1, 2, 3].map(() => lanes.run(forever, fail));
    const controller = new AbortController();
    const reason = new Error('gave up');
    const waiting = lanes.run(controller.signal, () => Promise.resolve('never'));
    const next = lanes.run(forever, () => Promise.resolve('next'));
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await Promise.all(failing.map((one) => expect(one).rejects.toThrow('broken')));
    await expect(next).resolves.toBe('next');
  });
});
