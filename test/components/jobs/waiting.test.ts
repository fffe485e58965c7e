import { describe, expect, it } from 'vitest';
import { openDatabase, storageError, type Database } from '../../../src/background/database/index.js';
import { PortalError, type PortalAdmin, type PortalErrorData } from '../../../src/contract/index.js';
import { Backend, type Fault } from './backend.js';
import { Life } from './mortal.js';
import { planFor } from './plan.js';
import { BrowserUnderTest, origin, soon } from './workers.js';

async function stage(people = 10, database?: Database) {
  const backend = new Backend(people);
  const browser = new BrowserUnderTest(backend, database);
  return { backend, browser, plan: planFor(await backend.rows()) };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await soon();
}

/** So many calls fail in a row, then none. */
function times(count: number, fault: Fault): () => Fault | undefined {
  let left = count;
  return () => {
    left -= 1;
    return left >= 0 ? fault : undefined;
  };
}

describe('a job that cannot go on', () => {
  it('waits with growing pauses while there is no answer, then ends by itself', async () => {
    const { backend, browser, plan } = await stage();
    const start = browser.now().getTime();
    backend.fault = times(30, { when: 'before', error: { code: 'offline' } });
    await browser.worker().start(plan, origin);
    const { state, counts } = await browser.ended(plan.id);
    expect([state, counts.failed]).toEqual(['finished', 0]);
    expect(browser.told.some(({ waiting }) => waiting?.error.code === 'offline')).toBe(true);
    // Of at most nine calls at once thirty fail only over several, ever longer pauses.
    expect(browser.now().getTime() - start).toBeGreaterThan(500 + 1000 + 2000);
    expect(backend.doubles).toBe(0);
  });

  it('waits exactly as long as the API asks', async () => {
    const { backend, browser, plan } = await stage();
    const retryAt = new Date(browser.now().getTime() + 90_000).toISOString();
    backend.fault = times(1, { when: 'before', error: { code: 'rate-limited', retryAt } });
    await browser.worker().start(plan, origin);
    await browser.ended(plan.id);
    expect(browser.told.find(({ waiting }) => waiting !== null)?.waiting?.until).toBe(retryAt);
    expect(browser.now().toISOString() >= retryAt).toBe(true);
  });

  it.each([
    { code: 'locked' },
    { code: 'permission-missing', origin: 'https://ww5.autotask.net' },
  ] satisfies PortalErrorData[])('waits for a person where it is $code, without an alarm', async (error) => {
    const { backend, browser, plan } = await stage();
    let isOpen = false;
    const clientOf = () =>
      isOpen ? Promise.resolve(backend.client) : Promise.reject(new PortalError(error));
    const worker = browser.worker(new Life(), { clientOf });
    await worker.start(plan, origin);
    await until(() => browser.told.at(-1)?.waiting !== null && browser.alarm === undefined);
    expect(browser.told.at(-1)).toMatchObject({ state: 'running', waiting: { error, until: null } });
    const told = browser.told.length;
    // Each start of a worker looks, and stays silent while nothing has changed.
    await worker.wake();
    await until(() => browser.alarm === undefined);
    expect(browser.told).toHaveLength(told);
    isOpen = true;
    await worker.wake({ isChanged: true });
    expect((await browser.ended(plan.id)).counts.planned).toBe(0);
  });

  it('fails a step that nobody understands, and goes on with the others', async () => {
    const { backend, browser, plan } = await stage();
    backend.fault = () =>
      backend.calls % 2 === 0 ? undefined : { when: 'before', error: { code: 'unknown' } };
    await browser.worker().start(plan, origin);
    const { state } = await browser.ended(plan.id);
    expect(state).toBe('finished');
  });

  it('gives up a step that ends the worker each time', async () => {
    const { backend, browser, plan } = await stage();
    const steps = plan.steps.filter(({ action }) => action === 'create').slice(0, 1);
    backend.fault = () => undefined;
    const client = { ...backend.client, createPortalUser: () => new Promise<never>(() => undefined) };
    for (let start = 0; start < 60 && browser.hasEnded(plan.id) === undefined; start += 1) {
      const worker = browser.worker(new Life(), { clientOf: () => Promise.resolve(client) });
      browser.pass(5000);
      await worker.wake();
      await worker.start({ ...plan, steps }, origin);
      for (let turn = 0; turn < 60; turn += 1) await soon();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await browser.ended(plan.id)).toMatchObject({ state: 'finished', counts: { failed: 1 } });
  });
});

describe('a full disk', () => {
  it('lets nothing begin', async () => {
    const { backend, browser, plan } = await stage();
    const full = storageError(new DOMException('full', 'QuotaExceededError'));
    const store = { ...browser.store, add: () => Promise.reject(full) };
    const worker = browser.worker(new Life(), { store });
    await expect(worker.start(plan, origin)).rejects.toMatchObject({ data: { code: 'storage-full' } });
    await until(() => browser.alarm === undefined);
    expect([backend.calls, await worker.list()]).toEqual([0, []]);
  });

  it('in the middle of a job makes it wait, and costs nothing that was done', async () => {
    const { backend, browser, plan } = await stage();
    let writes = 0;
    const store: typeof browser.store = {
      ...browser.store,
      advance: (...args) => {
        writes += 1;
        const isFull = writes > 3 && writes < 6;
        return isFull
          ? Promise.reject(new PortalError({ code: 'storage-full' }))
          : browser.store.advance(...args);
      },
    };
    await browser.worker(new Life(), { store }).start(plan, origin);
    const { counts } = await browser.ended(plan.id);
    expect([counts.failed, counts.planned]).toEqual([0, 0]);
    expect(backend.doubles).toBe(0);
  });
});

describe('a database of a newer version', () => {
  it('is left as it is, and says so', async () => {
    const name = `newer-${crypto.randomUUID()}`;
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(name, 999);
      opening.onupgradeneeded = () => void opening.result.createObjectStore('theirs');
      opening.onerror = () => reject(new Error('not opened'));
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
    });
    const { browser, plan } = await stage(3, openDatabase(name));
    await expect(browser.worker().start(plan, origin)).rejects.toMatchObject({
      data: { code: 'unknown', detail: expect.stringContaining('newer version') as string },
    });
    const kept = (await indexedDB.databases()).find((one) => one.name === name);
    expect(kept?.version).toBe(999);
  });
});

describe('initial passwords', () => {
  it('outlive a create that was done although it was answered as one too many', async () => {
    const { backend, browser, plan } = await stage();
    const retryAt = new Date(browser.now().getTime() + 60_000).toISOString();
    let refusals = 3;
    const createPortalUser: PortalAdmin['createPortalUser'] = async (...args) => {
      const account = await backend.client.createPortalUser(...args);
      refusals -= 1;
      if (refusals < 0) return account;
      throw new PortalError({ code: 'rate-limited', retryAt });
    };
    const client = { ...backend.client, createPortalUser };
    const worker = browser.worker(new Life(), { clientOf: () => Promise.resolve(client) });
    await worker.start(plan, origin);
    const { counts } = await browser.ended(plan.id);
    expect([counts.failed, backend.doubles]).toEqual([0, 0]);
    const taken = await browser.worker().takePasswords(plan.id);
    expect(new Map(taken.map(({ contactId, password }) => [contactId, password]))).toEqual(backend.created);
  });

  it('are handed out once, by whichever worker, and not while the vault is locked', async () => {
    const { backend, browser, plan } = await stage();
    await browser.worker().start(plan, origin);
    const { hasPasswords } = await browser.ended(plan.id);
    expect(hasPasswords).toBe(true);
    const locked = browser.worker(new Life(), {
      clientOf: () => Promise.reject(new PortalError({ code: 'locked' })),
    });
    await expect(locked.takePasswords(plan.id)).rejects.toMatchObject({ data: { code: 'locked' } });
    const next = browser.worker();
    const taken = await next.takePasswords(plan.id);
    expect(new Map(taken.map(({ contactId, password }) => [contactId, password]))).toEqual(backend.created);
    expect(await next.takePasswords(plan.id)).toEqual([]);
    expect((await next.find(plan.id)).hasPasswords).toBe(false);
    expect(JSON.stringify(browser.told)).not.toContain(taken[0]?.password);
  });

  it('are gone with the browser, and the job says so', async () => {
    const { browser, plan } = await stage();
    await browser.worker().start(plan, origin);
    await browser.ended(plan.id);
    browser.session.stored.clear();
    const next = browser.worker();
    expect((await next.find(plan.id)).hasPasswords).toBe(false);
    expect(await next.takePasswords(plan.id)).toEqual([]);
  });
});
