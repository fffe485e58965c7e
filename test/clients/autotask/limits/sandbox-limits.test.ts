import * as v from 'valibot';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadOf } from '../../../../bench/in-flight.js';
import type { AutotaskClient, LimitsState } from '../../../../src/clients/index.js';
import type { PortalUser, PortalUserDraft } from '../../../../src/model/index.js';
import { useSandbox } from '../../../sandbox/support/sandbox.js';
import { autotaskOn } from '../../support/clients.js';
import { portalErrorOf } from '../../support/portal-error-of.js';

const sandbox = useSandbox();
const COMPANY = 174;
const OTHER_COMPANY = 180;
/** Requests that were made before the tests: 1 % is 6. */
const USED = 600;
/** A limit of which this is the given share used, whatever the tests used meanwhile. */
const limitAt = async (share: number): Promise<number> => {
  const { json } = await sandbox.rest('GET', '/ThresholdInformation');
  const { currentTimeframeRequestCount: used } = v.parse(
    v.object({ currentTimeframeRequestCount: v.number() }),
    json,
  );
  return Math.round(used / share);
};

const LogSchema = v.object({
  requests: v.array(
    v.object({
      method: v.string(),
      path: v.string(),
      status: v.nullable(v.number()),
      start: v.number(),
      end: v.number(),
    }),
  ),
});
const background = { priority: 'background' } as const;

describe("the Autotask client at the API's limits", () => {
  let admin: AutotaskClient;
  beforeAll(async () => {
    for (let call = 0; call < USED; call += 3)
      await Promise.all([1, 2, 3].map(() => sandbox.rest('GET', `/Companies/${COMPANY}`)));
  });
  beforeEach(async () => {
    admin = autotaskOn(sandbox.url());
    await clearLog();
  });
  afterEach(() => sandbox.call('DELETE', '/_sandbox/faults'));

  const clearLog = () => sandbox.call('DELETE', '/_sandbox/log');
  const order = async (faults: unknown): Promise<void> => {
    expect((await sandbox.call('PUT', '/_sandbox/faults', { body: faults })).status).toBe(200);
  };
  const requests = async () => v.parse(LogSchema, (await sandbox.call('GET', '/_sandbox/log')).json).requests;
  const useHourTo = async (share: number): Promise<void> => {
    await order({ threshold: await limitAt(share) });
    await clearLog();
  };
  const minutesUntil = (moment: string): number => (Date.parse(moment) - Date.now()) / 60_000;
  const waitOf = async (call: Promise<unknown>): Promise<number> => {
    const error = await portalErrorOf(call);
    return error.code === 'rate-limited' ? minutesUntil(error.retryAt) : NaN;
  };
  const accounts = async (): Promise<PortalUser[]> => {
    const { rows } = await admin.contacts(OTHER_COMPANY, null);
    return rows.flatMap(({ portalUser }) => (portalUser === null ? [] : [portalUser]));
  };

  it('does not slow down at 40 %', async () => {
    await useHourTo(0.4);
    expect((await admin.threshold()).used).toBeGreaterThanOrEqual(USED);
    const start = performance.now();
    for (let call = 0; call < 10; call += 1) await admin.portalUsers(COMPANY, [1], background);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('spreads background work at 60 %, and lets people pass', async () => {
    await useHourTo(0.6);
    await admin.portalUsers(COMPANY, [1], background).catch(() => undefined);
    const wait = await waitOf(admin.portalUsers(COMPANY, [1], background));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThan(1);
    await expect(admin.contacts(COMPANY, null)).resolves.toMatchObject({ total: 128 });
  });

  it('stops background work at 90 % with a time, asks nothing then, and lets people pass', async () => {
    await useHourTo(0.91);
    await portalErrorOf(admin.portalUsers(COMPANY, [1], background));
    await clearLog();
    expect(await waitOf(admin.portalUsers(COMPANY, [1], background))).toBeGreaterThan(0.5);
    expect(await requests()).toEqual([]);
    await expect(admin.company(COMPANY)).resolves.toMatchObject({ id: COMPANY });
  });

  it('stops everybody at 96 %, before the tenant is blocked', async () => {
    await useHourTo(0.96);
    const { used, limit } = await admin.threshold();
    expect(used / limit).toBeGreaterThan(0.95);
    await clearLog();
    for (const call of [
      admin.company(COMPANY),
      admin.contacts(COMPANY, null),
      admin.changePortalUser(COMPANY, 1, { isActive: false }, null),
    ])
      expect(await waitOf(call)).toBeGreaterThan(0.5);
    expect(await requests()).toEqual([]);
    const { status } = await sandbox.rest('GET', `/Companies/${COMPANY}`);
    expect(status).toBe(200);
  });

  it('keeps what it knew when the worker starts anew', async () => {
    let stored: LimitsState | undefined;
    const limits = {
      load: () => Promise.resolve(stored),
      save: (state: LimitsState) => {
        stored = state;
        return Promise.resolve();
      },
    };
    await useHourTo(0.96);
    await autotaskOn(sandbox.url(), { limits }).threshold();
    await clearLog();
    const next = autotaskOn(sandbox.url(), { limits });
    expect(await waitOf(next.company(COMPANY))).toBeGreaterThan(0.5);
    expect(await requests()).toEqual([]);
  });

  it('keeps a Retry-After with every call, not only with the one that was told', async () => {
    await order({ rules: [{ match: 'GET /Companies/*', status: 429, retryAfter: 120, times: 1 }] });
    expect(await waitOf(admin.company(COMPANY))).toBeGreaterThan(1.9);
    await clearLog();
    for (const call of [admin.contacts(COMPANY, null), admin.portalUserOptions(), admin.company(COMPANY)])
      expect(await waitOf(call)).toBeGreaterThan(1.9);
    expect(await requests()).toEqual([]);
  });

  it('waits a short one out, for all', async () => {
    await order({ rules: [{ match: 'GET /Companies/*', status: 429, retryAfter: 1, times: 1 }] });
    const start = performance.now();
    const first = admin.company(COMPANY);
    await expect.poll(async () => (await requests()).some(({ status }) => status === 429)).toBe(true);
    await Promise.all([first, admin.contacts(COMPANY, null)]);
    expect(performance.now() - start).toBeGreaterThanOrEqual(990);
    const told = (await requests()).find(({ status }) => status === 429)?.end ?? 0;
    const later = (await requests()).filter(({ start: begun }) => begun > told);
    expect(later.every(({ start: begun }) => begun - told >= 950)).toBe(true);
  });

  it('has three calls of an endpoint in flight and never a fourth, whatever is asked of it', async () => {
    const users = await accounts();
    await order({ latencyMs: 40 });
    await clearLog();
    const changes = users
      .slice(0, 12)
      .map(({ id, isActive }) =>
        admin.changePortalUser(OTHER_COMPANY, id, { isActive: !isActive }, null, background),
      );
    const lists = [0, COMPANY, 175, OTHER_COMPANY, 181, 190].map((id) => admin.contacts(id, null));
    await Promise.all([...changes, ...lists, admin.rights(), admin.threshold()]);
    const all = await requests();
    expect(all.every(({ status }) => status === 200)).toBe(true);
    const endpoints = new Set(all.map(({ path }) => path.split('/')[3]));
    const most = [...endpoints].map(
      (name) => loadOf(all.filter(({ path }) => path.split('/')[3] === name)).most,
    );
    expect(Math.max(...most)).toBe(3);
  });

  it('makes many accounts with two looks for all of them and one call each', async () => {
    const { rows } = await admin.contacts(COMPANY, null);
    const free = rows.filter(({ contact, portalUser }) => contact.isActive && portalUser === null);
    const ids = free.slice(0, 30).map(({ contact }) => contact.id);
    const draftFor = (contactId: number): PortalUserDraft => ({
      contactId,
      userName: `limits.${contactId}@nordlicht.example`,
      password: 'Quite-Long#42',
      isActive: true,
      securityLevel: 1,
      dateFormat: 15,
      timeFormat: 3,
      numberFormat: 2,
    });
    await clearLog();
    expect(await admin.portalUsers(COMPANY, ids, background)).toEqual([]);
    await Promise.all(ids.map((id) => admin.createPortalUser(COMPANY, draftFor(id), background)));
    // Whose they are and who has an account, once for all: what was looked at just before needs no look of its own.
    expect(await requests()).toHaveLength(ids.length + 2);
    expect(await admin.portalUsers(COMPANY, ids, background)).toHaveLength(ids.length);
  });
});
