import { describe, expect, it } from 'vitest';
import { createCombinedClient, createMemoryClient, demoData } from '../../src/clients/index.js';
import type { PortalChange } from '../../src/contract/index.js';
import { describePortalAdmin } from './contract-suite.js';
import { autotaskOn, portalServiceOn } from './support/clients.js';
import { portalErrorOf } from './support/portal-error-of.js';
import { sandboxWorld } from './support/sandbox-world.js';

describePortalAdmin('Autotask and the portal service on the sandbox', () =>
  sandboxWorld((url) => {
    const autotask = autotaskOn(url);
    return {
      admin: createCombinedClient({ autotask, portalService: portalServiceOn(url) }),
      viewer: createCombinedClient({ autotask, portalService: portalServiceOn(url, 'sandbox-viewer-token') }),
    };
  }),
);

describe('two backends as one', () => {
  const absent = { state: 'absent', reason: 'no-api' } as const;
  const lookOnly = { state: 'read-only', reason: 'api-read-only' } as const;
  const autotask = () =>
    createMemoryClient({
      limits: { operations: { settings: lookOnly, taskfire: absent }, settings: { documents: absent } },
    });
  const portalService = () => createMemoryClient({ limits: { operations: { contacts: absent } } });

  it('takes each operation from the backend that knows best', async () => {
    const people = autotask();
    const portal = portalService();
    const both = createCombinedClient({ autotask: people, portalService: portal });
    const { operations, settings } = await both.capabilities(174);
    expect(new Set(Object.values(operations).map((one) => one.state))).toEqual(new Set(['available']));
    expect(settings.documents.state).toBe('available');
    portal.savedByAnother(174, { documents: false });
    expect((await both.settings(174)).settings.documents).toBe(false);
    await expect(both.contacts(174, null)).resolves.toMatchObject({ total: 24 });
  });

  it('reads tickets’ pick lists from Autotask, and from the portal service where it is alone (S10)', async () => {
    const named = (label: string) => {
      const seed = demoData();
      const queues = [{ value: 8, label, isActive: true }];
      return createMemoryClient({ seed: { ...seed, ticketOptions: { ...seed.ticketOptions, queues } } });
    };
    const [people, portal] = [named('Autotask’s'), named('the service’s')];
    const both = createCombinedClient({ autotask: people, portalService: portal });
    expect((await both.ticketOptions()).queues).toMatchObject([{ label: 'Autotask’s' }]);
    const alone = createCombinedClient({ portalService: portal });
    expect((await alone.capabilities(174)).operations.ticketOptions.state).toBe('available');
    expect((await alone.ticketOptions()).queues).toMatchObject([{ label: 'the service’s' }]);
  });

  it('works with one of them and says what connecting the other would bring', async () => {
    const alone = await createCombinedClient({ autotask: autotask() }).capabilities(174);
    expect(alone.operations.settings).toEqual(lookOnly);
    expect(alone.operations.taskfire).toEqual({ state: 'absent', reason: 'not-connected' });
    expect(alone.settings.documents).toEqual({ state: 'absent', reason: 'not-connected' });
    const other = await createCombinedClient({ portalService: portalService() }).capabilities(174);
    expect(other.operations.contacts).toEqual({ state: 'absent', reason: 'not-connected' });
    expect(other.operations.settings.state).toBe('available');
    expect(() => createCombinedClient({})).toThrow(TypeError);
  });

  it('writes people through the portal service where Autotask’s user may only read them', async () => {
    const draft = { firstName: 'Ada', lastName: 'Nowak', email: null, phone: null, title: null };
    const reading = createMemoryClient({ permission: 'viewer' });
    const writing = createMemoryClient();
    const both = createCombinedClient({ autotask: reading, portalService: writing });
    const { operations } = await both.capabilities(174);
    expect([operations.contacts.state, operations.portalUsers.state]).toEqual(['available', 'available']);
    const { id } = await both.createContact(174, draft);
    const { rows } = await writing.contacts(174, null);
    expect(rows.some(({ contact }) => contact.id === id)).toBe(true);
    const user = rows.flatMap(({ portalUser }) => portalUser ?? [])[0];
    const changed = await both.changePortalUser(174, user?.id ?? -1, { numberFormat: 1 }, null);
    expect(await writing.portalUsers(174, [changed.after.contactId])).toEqual([changed.after]);
    expect(await reading.portalUsers(174, [changed.after.contactId])).not.toEqual([changed.after]);
  });

  it('stays refused where the portal service has no people, or lets nobody write them either', async () => {
    const draft = { firstName: 'Ada', lastName: 'Nowak', email: null, phone: null, title: null };
    const viewer = createMemoryClient({ permission: 'viewer' });
    for (const portal of [portalService(), createMemoryClient({ permission: 'viewer' })]) {
      const both = createCombinedClient({ autotask: viewer, portalService: portal });
      expect((await both.capabilities(174)).operations.contacts.state).toBe('read-only');
      expect((await portalErrorOf(both.createContact(174, draft))).code).toBe('forbidden');
    }
  });

  it('keeps the contacts when the portal service is down, and the settings when Autotask is', async () => {
    const down = createMemoryClient({
      failures: [{ method: 'capabilities', error: { code: 'offline' }, times: 9 }],
    });
    down.fail({ method: 'settings', error: { code: 'offline' }, times: 9 });
    const both = createCombinedClient({ autotask: autotask(), portalService: down });
    await expect(both.capabilities(174)).resolves.toBeDefined();
    await expect(both.contacts(174, null)).resolves.toBeDefined();
    expect((await portalErrorOf(both.settings(174))).code).toBe('offline');
    const neither = createCombinedClient({ autotask: down });
    expect((await portalErrorOf(neither.capabilities(174))).code).toBe('offline');
  });

  it('tells of the changes of both until it is stopped', async () => {
    const people = autotask();
    const portal = portalService();
    const both = createCombinedClient({ autotask: people, portalService: portal });
    const heard: PortalChange[] = [];
    const stop = both.subscribe((change) => heard.push(change));
    const { rows } = await both.contacts(174, null);
    const userId = rows.find((row) => row.portalUser !== null)?.portalUser?.id ?? -1;
    await both.changePortalUser(174, userId, { isActive: false }, null);
    await both.saveSettings(174, { documents: false }, (await both.settings(174)).version);
    stop();
    await both.saveSettings(174, { documents: true }, (await both.settings(174)).version);
    expect(heard.map((change) => change.kind)).toEqual(['portal-user', 'settings']);
  });
});
