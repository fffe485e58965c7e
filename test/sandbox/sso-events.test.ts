import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../sandbox/store/store.js';
import { SsoEventPageSchema, type SsoEventPage } from '../../src/contract/index.js';
import { lastThirtyDays, ssoEventTypes, startOfSsoLog, type SsoEvent } from '../../src/model/index.js';
import { asAdmin, asViewer, change } from './support/portal-service.js';
import { useSandbox, type Answer, type TestSandbox } from './support/sandbox.js';

const NORDLICHT = 174;
const HARBOR_SUPPLY = 175;
const HUGE = 180;

async function page(sandbox: TestSandbox, companyId: number, cursor = ''): Promise<Answer> {
  const query = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
  return sandbox.call('GET', `/portal/v1/companies/${companyId}/sso-events${query}`, { headers: asViewer });
}

async function wholeLog(sandbox: TestSandbox, companyId: number): Promise<SsoEvent[]> {
  const events: SsoEvent[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer: SsoEventPage = v.parse(SsoEventPageSchema, (await page(sandbox, companyId, cursor)).json);
    events.push(...answer.events);
    cursor = answer.next;
  }
  return events;
}

describe('the log of sign-ins of the portal service', () => {
  const sandbox = useSandbox();

  it('comes newest first, page by page, each event once (L1)', async () => {
    const events = await wholeLog(sandbox, HUGE);
    expect(events.length).toBeGreaterThan(5_000);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    const times = events.map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((one, other) => other - one));
    const first = v.parse(SsoEventPageSchema, (await page(sandbox, HUGE)).json);
    expect(first.total).toBe(events.length);
    expect(first.events).toHaveLength(500);
  });

  it('has every event type, and is empty where there is no identity provider (L2)', async () => {
    const events = await wholeLog(sandbox, NORDLICHT);
    expect(events.length).toBeGreaterThan(300);
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(ssoEventTypes));
    const empty = await page(sandbox, HARBOR_SUPPLY);
    expect(empty.json).toEqual({ events: [], next: null, total: 0 });
  });

  it('goes on where it was when somebody signs in meanwhile', async () => {
    const before = v.parse(SsoEventPageSchema, (await page(sandbox, HUGE)).json);
    const url = `/_sandbox/companies/${HUGE}/sso-events`;
    const body = { type: 'user-access-denied', userName: 'late' };
    expect((await sandbox.call('POST', url, { body })).status).toBe(201);
    const second = v.parse(SsoEventPageSchema, (await page(sandbox, HUGE, before.next ?? '')).json);
    const ids = new Set(before.events.map(({ id }) => id));
    expect(second.events.filter(({ id }) => ids.has(id))).toEqual([]);
    const newest = v.parse(SsoEventPageSchema, (await page(sandbox, HUGE)).json).events[0];
    expect(newest).toMatchObject({ type: 'user-access-denied', userName: 'late', contactId: null });
  });

  it('begins with the company’s day, not with that of the server (L1)', async () => {
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      await change(sandbox, NORDLICHT, { timeZone });
      const events = await wholeLog(sandbox, NORDLICHT);
      const start = startOfSsoLog(Date.now(), timeZone);
      expect(Math.min(...events.map(({ at }) => Date.parse(at)))).toBeGreaterThanOrEqual(start);
    }
  });

  it.each(['nonsense', '2026-11-24T14:07:00.000Z', '_5', '2026-11-24T14:07:00.000Z_5_6'])(
    'does not know the page %s',
    async (cursor) => {
      expect(await page(sandbox, NORDLICHT, cursor)).toMatchObject({ status: 404 });
    },
  );

  it('is not for unknown companies, nor for strangers', async () => {
    expect((await page(sandbox, 4711)).status).toBe(404);
    expect((await sandbox.call('GET', `/portal/v1/companies/174/sso-events`)).status).toBe(401);
  });

  it('is a page of the PSA as well, to which the company’s page leads (S13)', async () => {
    const signIn = await fetch(`${sandbox.url()}_sandbox/sign-in?user=admin&lang=en`, { redirect: 'manual' });
    const cookie = signIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const read = async (address: string): Promise<string> =>
      (await fetch(new URL(address, sandbox.url()), { headers: { cookie } })).text();
    const client = await read(`/Mvc/Administration/ClientPortal.mvc/ClientDetail?accountId=${NORDLICHT}`);
    const address = /data-href="([^"]*SingleSignOnLog[^"]*)"/.exec(client)?.[1] ?? '';
    const log = await read(address.replace('&amp;', '&'));
    const [newest] = v.parse(SsoEventPageSchema, (await page(sandbox, NORDLICHT)).json).events;
    expect(log).toContain(`data-row-key="${newest?.id ?? -1}"`);
    expect(log).toContain('Single Sign-On Log');
  });
});

describe('the log of sign-ins in the database', () => {
  let folder = '';
  let store: Store;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sso-test-'));
    store = await openStore(path.join(folder, 'psa.db'), 'demo');
  });
  afterAll(async () => {
    store.db.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps what is older than the log shows (L1)', async () => {
    const start = lastThirtyDays(Date.now(), 'Europe/Berlin')[0]?.from ?? 0;
    const all = await store.ssoEvents.count(NORDLICHT, '');
    const shown = await store.ssoEvents.count(NORDLICHT, new Date(start).toISOString());
    expect(shown).toBeGreaterThan(300);
    expect(all).toBeGreaterThan(shown);
  });

  it('names people as the PSA’s contacts and accounts have them', async () => {
    const wanted = { companyId: NORDLICHT, since: '', after: null, limit: 1_000 };
    const events = await store.ssoEvents.page(wanted);
    const rows = await store.contacts.rows(NORDLICHT, { offset: 0, limit: 500 });
    for (const event of events) {
      if (event.contactId === null) continue;
      const row = rows.find(({ contact }) => contact.id === event.contactId);
      expect(event.contactName).toBe(`${row?.contact.lastName ?? ''}, ${row?.contact.firstName ?? ''}`);
      expect(event.userName).toBe(row?.portalUser?.userName);
    }
  });
});

describe('signing in at the sandbox’s own switch', () => {
  const sandbox = useSandbox();

  it.each([
    ['an unknown company', 4711, { type: 'success' }, 404],
    ['no outcome', NORDLICHT, {}, 400],
    ['an unknown outcome', NORDLICHT, { type: 'maybe' }, 400],
  ])('refuses %s', async (_name, companyId, body, status) => {
    const answer = await sandbox.call('POST', `/_sandbox/companies/${companyId}/sso-events`, {
      body,
      headers: asAdmin,
    });
    expect(answer.status).toBe(status);
  });
});
