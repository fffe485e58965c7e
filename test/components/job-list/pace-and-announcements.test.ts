import { describe, expect, it } from 'vitest';
import { JobAnnouncements } from '../../../src/components/job-list/job-announcements.js';
import { JobPace } from '../../../src/components/job-list/job-pace.js';
import type { Job } from '../../../src/contract/index.js';

const origin = Date.parse('2026-11-24T14:00:00Z');

function job(done: number, change: Partial<Job> = {}): Job {
  return {
    id: '3f0f4a86-1b9e-4c53-9d43-0a4a2d3d8f10',
    undoes: null,
    psaOrigin: 'https://ww5.autotask.net',
    connectionId: '',
    companyId: 174,
    companyName: 'Käserei',
    kind: 'activate',
    state: 'running',
    counts: { planned: 200 - done, running: 0, done, failed: 0, refused: 0, cancelled: 0 },
    waiting: null,
    createdAt: new Date(origin).toISOString(),
    changedAt: new Date(origin).toISOString(),
    hasPasswords: false,
    ...change,
  };
}

/** A wait of so many seconds from when the job changed. */
const waits = (seconds: number): Partial<Job> => ({
  waiting: { error: { code: 'offline' }, until: new Date(origin + seconds * 1000).toISOString() },
});

describe('the remaining time', () => {
  it('is told once enough was seen, and grows while nothing moves', () => {
    let now = 0;
    const pace = new JobPace(() => now);
    for (let done = 0; done <= 50; done += 1) {
      pace.see(job(done));
      if (now < 4000) expect(pace.remaining()).toBeUndefined();
      now += 100;
    }
    const estimate = pace.remaining() ?? 0;
    expect(estimate).toBeGreaterThan(14_000);
    expect(estimate).toBeLessThan(16_000);
    now += 5000;
    expect(pace.remaining()).toBeGreaterThan(estimate * 1.8);
  });

  it('is forgotten with a pause or a wait', () => {
    let now = 0;
    const pace = new JobPace(() => now);
    for (let done = 0; done <= 60; done += 1) {
      pace.see(job(done));
      now += 100;
    }
    expect(pace.remaining()).toBeDefined();
    pace.see(job(60, waits(60)));
    expect(pace.remaining()).toBeUndefined();
  });
});

describe('what is spoken of a job', () => {
  function listen() {
    const spoken: string[] = [];
    const clock = { now: 0 };
    const announcements = new JobAnnouncements(
      (sentence) => spoken.push(sentence),
      () => clock.now,
    );
    return { spoken, clock, announcements };
  }

  it('is a change of state at once, and mere progress twice a minute', () => {
    const { spoken, clock, announcements } = listen();
    for (let done = 0; done < 200; done += 1) {
      announcements.see(job(done));
      clock.now += 500;
    }
    expect(spoken).toEqual([
      'Activate 200 contacts: 60 of 200 done.',
      'Activate 200 contacts: 120 of 200 done.',
      'Activate 200 contacts: 180 of 200 done.',
    ]);
    announcements.see(job(200, { state: 'finished' }));
    expect(spoken.at(-1)).toBe('Activate 200 contacts, Käserei: Finished. 200 done.');
  });

  it('is a long wait, and no short pause between two tries', () => {
    const { spoken, announcements } = listen();
    announcements.see(job(1));
    announcements.see(job(1, waits(2)));
    announcements.see(job(2));
    expect(spoken).toEqual([]);
    announcements.see(job(2, waits(600)));
    expect(spoken.join()).toMatch(/There is no connection to the PSA\. It goes on at .+ by itself/);
  });
});
