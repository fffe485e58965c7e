import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnnouncer } from '../../../src/background/jobs/announce.js';
import { createBadge } from '../../../src/background/jobs/badge.js';
import { createJobClock, JOBS_ALARM } from '../../../src/background/jobs/job-clock.js';
import type { Job, JobCounts } from '../../../src/contract/index.js';

const none: JobCounts = { planned: 0, running: 0, done: 0, failed: 0, refused: 0, cancelled: 0 };

function job(counts: Partial<JobCounts>, state: Job['state'] = 'running', id = 'one'): Job {
  return {
    ...{ id, undoes: null, psaOrigin: 'https://ww5.autotask.net', connectionId: 'c', companyId: 174 },
    ...{ companyName: 'Oberdorf Dairy', kind: 'activate', state, counts: { ...none, ...counts } },
    ...{ waiting: null, createdAt: '2026-11-24T10:00:00Z', changedAt: '2026-11-24T10:00:00Z' },
    hasPasswords: false,
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the news of a job', () => {
  it('comes four times a second at most, and its last state always', () => {
    const published: number[] = [];
    const publish = ({ counts }: Job) => published.push(counts.done);
    const announce = createAnnouncer({ publish, badge: { show: () => undefined } });
    for (let done = 0; done < 100; done += 1) {
      announce(job({ done, planned: 100 - done }));
      vi.advanceTimersByTime(10);
    }
    expect(published.length).toBeLessThanOrEqual(5);
    announce(job({ done: 100 }, 'finished'));
    vi.runAllTimers();
    expect(published.at(-1)).toBe(100);
    expect(published).toEqual([...published].sort((one, other) => one - other));
  });

  it('does not hold back the last state of a job that pauses for a while', () => {
    const published: number[] = [];
    const publish = ({ counts }: Job) => published.push(counts.done);
    const announce = createAnnouncer({ publish, badge: { show: () => undefined } });
    announce(job({ done: 1, planned: 9 }));
    announce(job({ done: 2, planned: 8 }));
    announce(job({ done: 3, planned: 7 }));
    vi.runAllTimers();
    expect(published).toEqual([1, 3]);
  });
});

describe('the badge', () => {
  const shown: string[] = [];
  const colours: unknown[] = [];
  const badge = createBadge({
    setBadgeText: ({ text }) => Promise.resolve(void shown.push(text ?? '')),
    setBadgeBackgroundColor: ({ color }) => Promise.resolve(void colours.push(color)),
  });

  it('shows how much of all running jobs is done, and goes with the last of them', () => {
    badge.show([job({ done: 1, planned: 3 }), job({ done: 2, planned: 2 }, 'running', 'two')]);
    badge.show([job({ done: 4 }, 'finished')]);
    expect(shown.slice(-2)).toEqual(['37%', '']);
  });

  it('keeps the number of failures until somebody has seen them', () => {
    badge.show([job({ done: 4, failed: 3 }, 'finished')]);
    expect(shown.at(-1)).toBe('3');
    expect(colours.at(-1)).not.toBe(colours[0]);
    badge.clear();
    expect(shown.at(-1)).toBe('');
  });
});

describe('the clock of jobs', () => {
  function clock() {
    const calls: unknown[] = [];
    const alarms = {
      create: (...args: unknown[]) => Promise.resolve(void calls.push(args)),
      clear: (name?: string) => Promise.resolve(calls.push(['clear', name]) > 0),
      get: (name?: string) => {
        calls.push(['get', name]);
        return Promise.resolve(undefined);
      },
    };
    const onDue = vi.fn();
    return { calls, onDue, clock: createJobClock(alarms, onDue) };
  }

  it('has an alarm every half minute while a job is at work, and keeps the worker awake', async () => {
    const { calls, clock: jobs } = clock();
    await jobs.atWork();
    expect(calls).toEqual([[JOBS_ALARM, { delayInMinutes: 0.5, periodInMinutes: 0.5 }]]);
    vi.advanceTimersByTime(61_000);
    expect(calls.filter((call) => Array.isArray(call) && call[0] === 'get')).toHaveLength(3);
    await jobs.off();
    calls.length = 0;
    vi.advanceTimersByTime(61_000);
    expect(calls).toEqual([]);
  });

  it('wakes soon by itself and later by the alarm', async () => {
    const { calls, onDue, clock: jobs } = clock();
    await jobs.waitUntil(Date.now() + 2000);
    vi.advanceTimersByTime(2000);
    expect(onDue).toHaveBeenCalledTimes(1);
    await jobs.waitUntil(Date.now() + 90_000);
    expect(calls.at(-1)).toEqual([JOBS_ALARM, { when: Date.now() + 90_000 }]);
    vi.advanceTimersByTime(90_000);
    expect(onDue).toHaveBeenCalledTimes(1);
  });
});
