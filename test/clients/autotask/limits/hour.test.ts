import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Hour } from '../../../../src/clients/autotask/limits/hour.js';
import type { Priority } from '../../../../src/contract/index.js';

const START = Date.parse('2026-11-24T14:00:00Z');
const MINUTE = 60_000;

describe('the hour', () => {
  let hour: Hour;
  beforeEach(() => {
    hour = new Hour();
  });

  const measure = (used: number, now = START, limit = 10_000): void =>
    hour.measured(
      {
        externalRequestThreshold: limit,
        requestThresholdTimeframe: 60,
        currentTimeframeRequestCount: used,
      },
      now,
    );
  const waitOf = (priority: Priority, now = START): number => {
    const admission = hour.admission(priority, now);
    return ('at' in admission ? admission.at : admission.stoppedUntil) - now;
  };
  const isStopped = (priority: Priority, now = START): boolean =>
    'stoppedUntil' in hour.admission(priority, now);

  it('counts own calls on top of what others used, and lets them expire', () => {
    measure(4_000);
    for (let call = 0; call < 50; call += 1) hour.count('background', START + call);
    expect(hour.threshold(START + MINUTE)).toEqual({ used: 4_050, limit: 10_000 });
    // What was measured is as old by then, and nobody measured again.
    expect(hour.threshold(START + 61 * MINUTE)).toEqual({ used: 0, limit: 10_000 });
  });

  it('does not count own calls twice when it is measured', () => {
    for (let call = 0; call < 300; call += 1) hour.count('background', START);
    measure(1_300);
    expect(hour.threshold(START).used).toBe(1_300);
    expect(hour.threshold(START + 61 * MINUTE).used).toBe(0);
  });

  it('hurries below half, then slows down more and more, background work more than people', () => {
    const waitAt = (used: number, priority: Priority): number => {
      hour = new Hour();
      measure(used);
      for (let call = 0; call < 40; call += 1) hour.count(priority, START);
      return waitOf(priority);
    };
    expect(waitAt(4_900, 'background')).toBe(0);
    const shares = [5_100, 6_000, 7_000, 8_000, 8_800];
    for (const priority of ['background', 'interactive'] as const) {
      const waits = shares.map((used) => waitAt(used, priority));
      expect(waits).toEqual([...waits].sort((one, other) => one - other));
      expect(waits[0]).toBeGreaterThan(0);
    }
    for (const used of shares) expect(waitAt(used, 'interactive')).toBeLessThan(waitAt(used, 'background'));
  });

  it('lets a person open a page at once, also when the hour is tight', () => {
    measure(8_900);
    for (let call = 0; call < 20; call += 1) {
      expect(waitOf('interactive')).toBe(0);
      hour.count('interactive', START);
    }
    hour.count('background', START);
    expect(waitOf('background')).toBeGreaterThan(1_000);
  });

  it('stops background work first, then people, and both before the tenant is blocked', () => {
    measure(9_100);
    expect([isStopped('background'), isStopped('interactive')]).toEqual([true, false]);
    measure(9_600);
    expect([isStopped('background'), isStopped('interactive')]).toEqual([true, true]);
  });

  it('says when it goes on: when own calls expire, or as others are taken to', () => {
    for (let call = 0; call < 9_500; call += 1) hour.count('interactive', START);
    measure(9_500);
    const later = START + 20 * MINUTE;
    expect(waitOf('interactive', later)).toBe(40 * MINUTE);
    hour = new Hour();
    measure(9_600);
    // Of 9,600 in 60 minutes 160 expire a minute; 101 are too many for people and 601 for jobs.
    expect(waitOf('interactive')).toBe(MINUTE);
    expect(waitOf('background')).toBe(4 * MINUTE);
  });

  it('is measured at the start, now and then, and never more often than each minute', () => {
    expect(hour.wantsMeasure(START)).toBe(true);
    hour.measuring(START);
    measure(100);
    expect(hour.wantsMeasure(START + 4 * MINUTE)).toBe(false);
    expect(hour.wantsMeasure(START + 5 * MINUTE)).toBe(true);
    measure(6_000);
    expect(hour.wantsMeasure(START + MINUTE - 1)).toBe(false);
    expect(hour.wantsMeasure(START + MINUTE)).toBe(true);
    measure(100);
    for (let call = 0; call < 201; call += 1) hour.count('background', START);
    expect(hour.wantsMeasure(START + MINUTE)).toBe(true);
    hour.measuring(START + MINUTE);
    hour.doubt();
    expect(hour.wantsMeasure(START + MINUTE)).toBe(true);
  });

  it('spreads what is left over the hour: a job of any size ends neither it nor the tenant', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_000 }),
        fc.integer({ min: 500, max: 20_000 }),
        (others, limit) => {
          hour = new Hour();
          measure(Math.min(others, limit), START, limit);
          let now = START;
          // Three lanes at 100 ms: faster than this nobody can call.
          for (let call = 0; call < 4_000 && now < START + 59 * MINUTE; call += 1) {
            const admission = hour.admission('background', now);
            if ('stoppedUntil' in admission) break;
            now = Math.max(now + 33, admission.at);
            hour.count('background', now);
          }
          expect(hour.threshold(now).used).toBeLessThanOrEqual(Math.max(others, 0.9 * limit + 1));
        },
      ),
      { numRuns: 40 },
    );
  });
});
