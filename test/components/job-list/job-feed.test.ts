import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryClient, createMemoryJobs } from '../../../src/clients/memory/index.js';
import { JobFeed } from '../../../src/components/job-list/job-feed.js';
import { ControllerHost } from '../contact-grid/controller-host.js';
import { activateAll, withContacts } from './plans.js';

const seed = withContacts(12);

/** A feed of one job that cannot end while the test lasts, and how often it asked. */
async function follow() {
  const jobs = createMemoryJobs(createMemoryClient({ seed, latencyMs: 3_600_000 }));
  const job = await jobs.start(activateAll(seed));
  const list = vi.spyOn(jobs, 'list');
  const host = new ControllerHost();
  const feed = new JobFeed(host);
  feed.follow(jobs);
  await vi.waitUntil(() => feed.state === 'ready');
  return { jobs, job, feed, host, asked: () => list.mock.calls.length };
}

describe('the jobs that are followed', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are asked for now and then while one is unfinished, which wakes a worker that has ended', async () => {
    const { asked, jobs, job, feed } = await follow();
    expect(asked()).toBe(1);
    vi.advanceTimersByTime(61_000);
    expect(asked()).toBe(4);
    feed.learn(await jobs.pause(job.id));
    vi.advanceTimersByTime(120_000);
    expect(asked()).toBe(4);
  });

  it('are left alone once nobody looks any more', async () => {
    const { asked, host } = await follow();
    host.disconnect();
    vi.advanceTimersByTime(120_000);
    expect(asked()).toBe(1);
  });

  it('never go back to an older state', async () => {
    const { jobs, job, feed } = await follow();
    await new Promise((resolve) => setTimeout(resolve, 5));
    const cancelled = await jobs.cancel(job.id);
    feed.learn(cancelled);
    feed.learn(job);
    expect(feed.jobs.map(({ state }) => state)).toEqual(['cancelled']);
  });
});
