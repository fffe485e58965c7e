import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createThresholdMeter } from '../../sandbox/autotask/limits/threshold.js';
import { errorsOf, useSandbox } from './support/sandbox.js';

const UsageSchema = v.object({ currentTimeframeRequestCount: v.number() });

describe('threads', () => {
  const sandbox = useSandbox();
  const slow = () => sandbox.call('PUT', '/_sandbox/faults', { body: { latencyMs: 300 } });
  const statuses = async (targets: readonly string[]) => {
    const answers = await Promise.all(targets.map((target) => sandbox.rest('GET', target)));
    return { answers, statuses: answers.map(({ status }) => status).toSorted() };
  };

  it('are three per endpoint; the fourth request is refused, the next after them is not', async () => {
    await slow();
    const { answers, statuses: found } = await statuses(Array.from({ length: 4 }, () => '/Companies/174'));
    expect(found).toEqual([200, 200, 200, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused && errorsOf(refused)[0]).toContain('thread threshold');
    expect((await sandbox.rest('GET', '/Companies/174')).status).toBe(200);
  });

  it('are counted on the child, not on its parent', async () => {
    await slow();
    const child = '/Companies/174/Contacts/201';
    const { statuses: apart } = await statuses([child, child, child, '/Companies/174', '/Companies/175']);
    expect(apart).toEqual([200, 200, 200, 200, 200]);
    const { statuses: together } = await statuses([child, child, '/Contacts/201', '/Contacts/202']);
    expect(together).toEqual([200, 200, 200, 429]);
  });

  it('do not limit zone and version information', async () => {
    await slow();
    const { statuses: found } = await statuses(Array.from({ length: 6 }, () => '/versionInformation'));
    expect(found).toEqual([200, 200, 200, 200, 200, 200]);
  });
});

describe('the hourly threshold', () => {
  const sandbox = useSandbox();

  it('slows requests down from half of it and refuses them at all of it', async () => {
    await sandbox.call('PUT', '/_sandbox/faults', { body: { threshold: 4 } });
    const durations: number[] = [];
    for (let count = 0; count < 4; count += 1) {
      const start = performance.now();
      expect((await sandbox.rest('GET', '/Companies/174')).status).toBe(200);
      durations.push(performance.now() - start);
    }
    // Timers may fire a millisecond early.
    expect(durations[2]).toBeGreaterThan(495);
    expect(durations[3]).toBeGreaterThan(995);
    const refused = await sandbox.rest('GET', '/Companies/174');
    expect(refused.status).toBe(429);
    expect(errorsOf(refused)[0]).toContain('threshold');

    await sandbox.call('DELETE', '/_sandbox/faults');
    const { json } = await sandbox.rest('GET', '/ThresholdInformation');
    expect(json).toEqual({
      externalRequestThreshold: 10_000,
      requestThresholdTimeframe: 60,
      currentTimeframeRequestCount: 5,
    });
  });

  it('counts every call with credentials, its own question too', async () => {
    const usage = async () =>
      v.parse(UsageSchema, (await sandbox.rest('GET', '/ThresholdInformation')).json)
        .currentTimeframeRequestCount;
    const before = await usage();
    await sandbox.rest('GET', '/Contacts/201');
    await sandbox.call('GET', '/ATServicesRest/v1.0/Contacts/201');
    expect(await usage()).toBe(before + 2);
  });

  it('forgets requests after 60 minutes', () => {
    let now = 0;
    const meter = createThresholdMeter(() => now);
    meter.setLimit(2);
    expect([meter.take(), meter.take(), meter.take()]).toEqual([0, 500, null]);
    now = 60 * 60_000;
    expect(meter.take()).toBeNull();
    now += 1;
    expect(meter.take()).toBe(0);
    expect(meter.information().currentTimeframeRequestCount).toBe(1);
  });
});
