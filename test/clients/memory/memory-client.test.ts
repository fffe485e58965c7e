import { describe, expect, it } from 'vitest';
import { createMemoryClient, demoData, manyContacts } from '../../../src/clients/index.js';
import { userNameProblem } from '../../../src/model/index.js';
import { describePortalAdmin } from '../contract-suite.js';
import { lateArrival } from '../support/late-arrival.js';
import { portalErrorOf } from '../support/portal-error-of.js';

describePortalAdmin('memory', () => {
  const admin = createMemoryClient();
  return Promise.resolve({
    admin,
    viewer: createMemoryClient({ permission: 'viewer' }),
    plain: 174,
    taskfire: 175,
    withSignIns: 174,
    withoutSignIns: 175,
    someoneSignsIn: (companyId) => {
      admin.signInHappened(companyId, lateArrival);
      return Promise.resolve();
    },
    savedByAnother: (companyId, change) => {
      admin.savedByAnother(companyId, change);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  });
});

describe('the memory client', () => {
  it('takes its time, and ends early when asked to', async () => {
    const client = createMemoryClient({ latencyMs: 150 });
    const start = performance.now();
    await client.company(174);
    expect(performance.now() - start).toBeGreaterThanOrEqual(140);
    const reason = new Error('nobody waits');
    const began = performance.now();
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 20);
    await expect(client.company(174, { signal: controller.signal })).rejects.toBe(reason);
    expect(performance.now() - began).toBeLessThan(120);
  });

  it('fails as ordered, so many times, and changes nothing while it fails', async () => {
    const offline = { code: 'offline' } as const;
    const client = createMemoryClient({ failures: [{ method: 'saveSettings', error: offline, times: 2 }] });
    const { version } = await client.settings(174);
    const save = (): Promise<unknown> => client.saveSettings(174, { documents: false }, version);
    expect(await portalErrorOf(save())).toEqual(offline);
    expect((await client.settings(174)).settings.documents).toBe(true);
    expect(await portalErrorOf(save())).toEqual(offline);
    await expect(save()).resolves.toMatchObject({ settings: { documents: false } });
    client.fail({ method: 'contacts', error: { code: 'auth' } });
    expect((await portalErrorOf(client.contacts(174, null))).code).toBe('auth');
    await expect(client.contacts(174, null)).resolves.toBeDefined();
  });

  it('imitates a backend that cannot do everything', async () => {
    const client = createMemoryClient({
      limits: {
        operations: { taskfire: { state: 'absent', reason: 'no-api' } },
        settings: {
          documents: { state: 'absent', reason: 'no-api' },
          portalEnabled: { state: 'read-only', reason: 'api-read-only' },
        },
      },
    });
    expect((await portalErrorOf(client.taskfire(174))).code).toBe('not-found');
    const { settings, version } = await client.settings(174);
    expect(settings).not.toHaveProperty('documents');
    expect(settings.portalEnabled).toBe(true);
    const refused = await portalErrorOf(client.saveSettings(174, { portalEnabled: false }, version));
    expect(refused.code).toBe('forbidden');
  });

  it('hands out copies: nobody changes the data by changing an answer', async () => {
    const client = createMemoryClient();
    const page = await client.contacts(174, null);
    page.rows.length = 0;
    const first = await client.settings(174);
    delete first.settings.documents;
    expect((await client.contacts(174, null)).rows).not.toHaveLength(0);
    expect((await client.settings(174)).settings.documents).toBe(true);
  });

  it('pages through many contacts without losing or repeating one', async () => {
    const [company] = demoData().companies.filter((one) => one.company.id === 174);
    if (company === undefined) throw new Error('the demo data have no such company');
    const rows = manyContacts(1234);
    const client = createMemoryClient({ seed: { ...demoData(), companies: [{ ...company, rows }] } });
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page = await client.contacts(174, cursor);
      expect(page.total).toBe(1234);
      seen.push(...page.rows.map(({ contact }) => contact.id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(rows.map(({ contact }) => contact.id));
    expect((await portalErrorOf(client.contacts(174, 'no place'))).code).toBe('not-found');
  });
});

describe('the demo data', () => {
  it('are the same for the same moment', () => {
    const now = new Date();
    expect(demoData(now)).toEqual(demoData(now));
    expect(manyContacts(50)).toEqual(manyContacts(50));
  });

  it('hold people that the rules allow: own names for all, addresses at .example', () => {
    const rows = manyContacts(2000);
    const users = rows.flatMap(({ portalUser }) => (portalUser === null ? [] : [portalUser.userName]));
    expect(new Set(users).size).toBe(users.length);
    expect(users.filter((name) => userNameProblem(name) !== undefined)).toEqual([]);
    const emails = rows.flatMap(({ contact }) => (contact.email === null ? [] : [contact.email]));
    expect(emails.every((email) => email.endsWith('.example'))).toBe(true);
    expect(rows.some(({ contact }) => /[äöüß]/i.test(contact.lastName))).toBe(true);
  });
});
