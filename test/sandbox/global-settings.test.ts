import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../sandbox/store/store.js';
import { countFollowers, GlobalSnapshotSchema, type Follower } from '../../src/model/index.js';
import { readDocument, type OpenApi } from './support/openapi.js';
import { asAdmin, asViewer, jsonAsAdmin, problemOf } from './support/portal-service.js';
import { useSandbox, type Answer } from './support/sandbox.js';
import { misfits } from './support/shape.js';

const PATH = '/portal/v1/global-settings';

describe('the global settings at the portal service (D1)', () => {
  const sandbox = useSandbox();
  let document: OpenApi;
  beforeAll(async () => {
    document = await readDocument();
  });
  const read = async () =>
    v.parse(GlobalSnapshotSchema, (await sandbox.call('GET', PATH, { headers: asAdmin })).json);
  const change = async (body: unknown, version?: string): Promise<Answer> => {
    const headers = { ...jsonAsAdmin, 'If-Match': version ?? (await read()).version };
    return sandbox.call('PATCH', PATH, { headers, body });
  };

  it.each([
    ['saved', 200, () => change({ twoFactor: 'all', ticketsFrom: '2026-01-31' })],
    ['without a version', 428, () => sandbox.call('PATCH', PATH, { headers: jsonAsAdmin, body: {} })],
    ['on an old version', 412, () => change({ twoFactor: 'off' }, '"999"')],
    ['of what cannot be changed here', 422, () => change({ genericLoginUrl: 'https://other.example/' })],
    ['to a day that there is not', 422, () => change({ ticketsFrom: '2026-02-30' })],
    ['to a request type that there is not', 422, () => change({ quickTicket: quickTicket(99) })],
    ['by nobody', 401, () => sandbox.call('PATCH', PATH, { body: {} })],
    ['by a viewer', 403, () => sandbox.call('PATCH', PATH, { headers: asViewer, body: {} })],
    ['as text', 415, () => sandbox.call('PATCH', PATH, { headers: asAdminWithVersion, body: {} })],
  ])('describes the answer to a change %s (%i)', async (_name, status, act) => {
    const answer = await act();
    const mediaType = status === 200 ? 'application/json' : 'application/problem+json';
    expect(answer.status).toBe(status);
    const shape = document.answer({ method: 'PATCH', path: '/global-settings' }, status, mediaType);
    expect(shape && misfits(shape, answer.json)).toEqual([]);
  });

  it('points to what is wrong, and changes nothing of such a change', async () => {
    const before = await read();
    const answer = await change({ twoFactor: 'off', quickTicket: quickTicket(6) });
    expect(problemOf(answer)).toMatchObject({
      problems: [{ path: ['quickTicket'], code: 'request-type-inactive' }],
    });
    expect(problemOf(await change({ colour: 'red' }))).toMatchObject({
      problems: [{ path: ['colour'], code: 'unknown-setting' }],
    });
    expect(await read()).toEqual(before);
  });

  it('shows each company what it inherits now', async () => {
    await change({ twoFactor: 'off', quickTicket: null });
    const provider = await sandbox.call('GET', '/portal/v1/provider', { headers: asAdmin });
    expect(provider.json).toMatchObject({ twoFactor: 'off', quickTicket: null });
  });
});

const asAdminWithVersion = { ...asAdmin, 'If-Match': '"0"' };
const quickTicket = (requestTypeId: number) => ({
  requestTypeId,
  priority: 1,
  queueId: 5,
  titleEditable: true,
});

describe('who follows the global settings (D1)', () => {
  let folder = '';
  let store: Store;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sandbox-followers-'));
    store = await openStore(path.join(folder, 'psa.db'), 'demo');
  });
  afterAll(async () => {
    store.db.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function countedByTheModel() {
    const customers = (await store.companies.list()).filter((one) => one.isActive && one.isCustomer);
    const followers: Follower[] = [];
    for (const company of customers) {
      const { settings } = await store.settings.get(company.id);
      const { own } = await store.logos.get(company.id);
      const hasOwnLogo = { login: own.login !== null, header: own.header !== null };
      followers.push({ company, settings, hasOwnLogo });
    }
    return countFollowers(followers, (await store.provider.globals()).settings);
  }

  it('counts as the model does, whatever companies set for themselves', async () => {
    const companies = fc.constantFrom(0, 174, 175, 180, 181, 190, 200);
    const change = fc.record({
      twoFactor: fc.constantFrom('global' as const, 'off' as const),
      timeZone: fc.constantFrom(null, 'Europe/Zurich'),
      quickTicket: fc.constantFrom({ mode: 'global' as const }, { mode: 'disabled' as const }),
    });
    const address = fc.constantFrom('NY', 'ny', 'Bavaria', null);
    await fc.assert(
      fc.asyncProperty(companies, change, address, async (companyId, own, state) => {
        await store.settings.save({ companyId, change: own, changedBy: 'admin' });
        await store.companies.update(companyId, { state });
        expect(await store.provider.followers()).toEqual(await countedByTheModel());
      }),
      { numRuns: 40 },
    );
  });

  it('does not count whoever is no customer', async () => {
    const before = await store.provider.followers();
    await store.companies.update(190, { isActive: 0 });
    expect((await store.provider.followers()).companies).toBe(before.companies - 1);
  });
});
