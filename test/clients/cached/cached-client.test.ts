import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createCachedClient,
  createMemoryClient,
  demoData,
  manyContacts,
  type MemoryClient,
} from '../../../src/clients/index.js';
import { PortalError, type PortalAdmin, type PortalChange } from '../../../src/contract/index.js';
import { describePortalAdmin } from '../contract-suite.js';
import { lateArrival } from '../support/late-arrival.js';
import { portalErrorOf } from '../support/portal-error-of.js';

const COMPANY = 174;

describePortalAdmin('memory behind a cache', () => {
  const memory = createMemoryClient();
  return Promise.resolve({
    admin: createCachedClient(memory),
    viewer: createCachedClient(createMemoryClient({ permission: 'viewer' })),
    plain: 174,
    taskfire: 175,
    withSignIns: 174,
    withoutSignIns: 175,
    someoneSignsIn: (companyId) => {
      memory.signInHappened(companyId, lateArrival);
      return Promise.resolve();
    },
    savedByAnother: (companyId, change) => {
      memory.savedByAnother(companyId, change);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  });
});

describe('the cached client', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  /** A client on a backend of which the calls are counted, and whose clock can be moved. */
  const setUp = (memory: MemoryClient = createMemoryClient({ latencyMs: 5 })) => {
    vi.useFakeTimers({ now: Date.parse('2026-11-24T14:00:00Z') });
    const contacts = vi.spyOn(memory, 'contacts');
    const admin = createCachedClient(memory);
    const heard: PortalChange[] = [];
    admin.subscribe((change) => heard.push(change));
    return { memory, admin, contacts, heard };
  };
  const settle = async <T>(call: Promise<T>): Promise<T> => {
    call.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(20);
    return call;
  };
  const minutes = (count: number): void => {
    vi.setSystemTime(Date.now() + count * 60_000);
  };
  /** Somebody else changes an account, past the cache. */
  const changedByAnother = async (memory: MemoryClient): Promise<void> => {
    const { rows } = await settle(memory.contacts(COMPANY, null));
    const user = rows.find(({ portalUser }) => portalUser !== null)?.portalUser;
    const change = { isActive: user?.isActive !== true };
    await settle(memory.changePortalUser(COMPANY, user?.id ?? -1, change, null));
  };
  /** The same backend, but what others change is not told. */
  const deaf = (memory: MemoryClient): MemoryClient =>
    Object.assign(memory, { subscribe: () => () => undefined });

  it('asks once for what many ask at the same time', async () => {
    const { memory, admin, contacts } = setUp();
    const company = vi.spyOn(memory, 'company');
    const [one, other] = await settle(
      Promise.all([admin.contacts(COMPANY, null), admin.contacts(COMPANY, null)]),
    );
    expect(one).toEqual(other);
    expect(one).not.toBe(other);
    expect(contacts).toHaveBeenCalledTimes(1);
    await settle(Promise.all([admin.company(COMPANY), admin.company(COMPANY), admin.company(175)]));
    expect(company).toHaveBeenCalledTimes(2);
    await settle(admin.company(COMPANY));
    expect(company).toHaveBeenCalledTimes(3);
  });

  it('ends a call for who gives up, and only for the last one in the backend', async () => {
    const { admin, contacts } = setUp();
    const reason = new Error('the page was closed');
    const stopped = new AbortController();
    const first = admin.contacts(COMPANY, null, { signal: stopped.signal });
    const second = admin.contacts(COMPANY, null);
    const ended = expect(first).rejects.toBe(reason);
    stopped.abort(reason);
    await ended;
    await expect(settle(second)).resolves.toMatchObject({ next: null });
    const alone = new AbortController();
    const last = admin.company(COMPANY, { signal: alone.signal });
    const over = expect(last).rejects.toBe(reason);
    alone.abort(reason);
    await over;
    await expect(admin.contacts(COMPANY, null, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(contacts).toHaveBeenCalledTimes(1);
  });

  it('gives young lists from memory, and nobody can change what the next one gets', async () => {
    const { admin, contacts } = setUp();
    const first = await settle(admin.contacts(COMPANY, null));
    const count = first.rows.length;
    first.rows.length = 0;
    expect((await admin.contacts(COMPANY, null)).rows).toHaveLength(count);
    expect(contacts).toHaveBeenCalledTimes(1);
  });

  it('gives an older list at once, reads it again, and tells only if it differs', async () => {
    const { memory, admin, contacts, heard } = setUp(deaf(createMemoryClient({ latencyMs: 5 })));
    const before = await settle(admin.contacts(COMPANY, null));
    minutes(1);
    expect(await admin.contacts(COMPANY, null)).toEqual(before);
    await vi.advanceTimersByTimeAsync(20);
    expect(contacts).toHaveBeenCalledTimes(2);
    expect(heard).toEqual([]);
    await changedByAnother(memory);
    minutes(1);
    const [stale] = await Promise.all([admin.contacts(COMPANY, null), admin.contacts(COMPANY, null)]);
    expect(stale).toEqual(before);
    await vi.advanceTimersByTimeAsync(20);
    expect(heard).toEqual([{ kind: 'contacts', companyId: COMPANY, cursor: null }]);
    expect(await admin.contacts(COMPANY, null)).not.toEqual(before);
  });

  it('does not give what is too old', async () => {
    const { memory, admin } = setUp(deaf(createMemoryClient({ latencyMs: 5 })));
    const before = await settle(admin.contacts(COMPANY, null));
    await changedByAnother(memory);
    minutes(6);
    expect(await settle(admin.contacts(COMPANY, null))).not.toEqual(before);
  });

  it('keeps the lists through an outage, and drops them where they may not be seen any more', async () => {
    const { memory, admin, heard } = setUp();
    const before = await settle(admin.timeZones());
    memory.fail({ method: 'timeZones', error: { code: 'offline' } });
    minutes(1);
    expect(await admin.timeZones()).toEqual(before);
    await vi.advanceTimersByTimeAsync(20);
    expect(await admin.timeZones()).toEqual(before);
    await vi.advanceTimersByTimeAsync(20);
    minutes(1);
    memory.fail({ method: 'timeZones', error: { code: 'auth' }, times: 2 });
    expect(await admin.timeZones()).toEqual(before);
    await vi.advanceTimersByTimeAsync(20);
    expect(heard).toEqual([{ kind: 'options' }]);
    expect((await settle(portalErrorOf(admin.timeZones()))).code).toBe('auth');
  });

  it('forgets what our own write may have changed, whatever came of it', async () => {
    const { memory, admin, contacts } = setUp();
    const { rows } = await settle(admin.contacts(COMPANY, null));
    await settle(admin.contacts(175, null));
    const user = rows.find(({ portalUser }) => portalUser !== null)?.portalUser;
    memory.fail({ method: 'changePortalUser', error: { code: 'offline' } });
    const lost = admin.changePortalUser(COMPANY, user?.id ?? -1, { isActive: false }, null);
    expect((await settle(portalErrorOf(lost))).code).toBe('offline');
    await settle(admin.contacts(COMPANY, null));
    await settle(admin.contacts(175, null));
    expect(contacts).toHaveBeenCalledTimes(3);
  });

  it('lets nobody who asks after a write have an answer from before it', async () => {
    const { admin, contacts } = setUp();
    const { rows } = await settle(admin.contacts(COMPANY, null));
    const user = rows.find(({ portalUser }) => portalUser?.isActive === true)?.portalUser;
    minutes(1);
    const early = admin.contacts(COMPANY, null);
    const write = admin.changePortalUser(COMPANY, user?.id ?? -1, { isActive: false }, null);
    const during = admin.contacts(COMPANY, null);
    await settle(Promise.all([early, write, during]));
    const after = await settle(admin.contacts(COMPANY, null));
    const now = after.rows.find(({ portalUser }) => portalUser?.id === user?.id)?.portalUser;
    expect(now?.isActive).toBe(false);
    expect(contacts.mock.calls.length).toBeGreaterThanOrEqual(3);
  });

  it('asks for accounts every time: durable work relies on them', async () => {
    const { memory, admin } = setUp();
    const portalUsers = vi.spyOn(memory, 'portalUsers');
    await settle(Promise.all([admin.portalUsers(COMPANY, [1]), admin.portalUsers(COMPANY, [1])]));
    expect(portalUsers).toHaveBeenCalledTimes(2);
  });

  it('forgets everything with the connection', async () => {
    const memory = createMemoryClient({ latencyMs: 5 });
    let tell: (change: PortalChange) => void = () => undefined;
    const subscribe: PortalAdmin['subscribe'] = (listener) => {
      tell = listener;
      return () => undefined;
    };
    const { admin, contacts, heard } = setUp(Object.assign(memory, { subscribe }));
    await settle(admin.contacts(COMPANY, null));
    tell({ kind: 'connection' });
    await settle(admin.contacts(COMPANY, null));
    expect(contacts).toHaveBeenCalledTimes(2);
    expect(heard).toEqual([{ kind: 'connection' }]);
  });

  it('keeps one company with 100,000 contacts, and not ten', async () => {
    const [company] = demoData().companies.filter((one) => one.company.id === COMPANY);
    if (company === undefined) throw new Error('the demo data have no such company');
    const rows = manyContacts(5_000);
    const pages = { rows, next: null, total: rows.length };
    const { admin, contacts } = setUp(
      Object.assign(createMemoryClient(), { contacts: () => Promise.resolve(pages) }),
    );
    for (let page = 0; page < 20; page += 1) await admin.contacts(COMPANY, String(page));
    for (let page = 0; page < 20; page += 1) await admin.contacts(COMPANY, String(page));
    expect(contacts).toHaveBeenCalledTimes(20);
    for (let page = 0; page < 20; page += 1) await admin.contacts(175, String(page));
    await admin.contacts(175, '0');
    expect(contacts).toHaveBeenCalledTimes(40);
    await admin.contacts(COMPANY, '0');
    expect(contacts).toHaveBeenCalledTimes(41);
  });

  it('hands every failure on and keeps none', async () => {
    const { memory, admin } = setUp();
    memory.fail({ method: 'companies', error: { code: 'forbidden' } });
    const both = [admin.companies(null), admin.companies(null)].map(portalErrorOf);
    expect((await settle(Promise.all(both))).map(({ code }) => code)).toEqual(['forbidden', 'forbidden']);
    await expect(settle(admin.companies(null))).resolves.toBeDefined();
    expect(await settle(admin.companies(null))).not.toBeInstanceOf(PortalError);
  });
});
